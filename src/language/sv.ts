import type { LanguagePack } from './pack.ts';

// One group of phrases fills its lines: a phrase a line would run to hundreds of lines.
// prettier-ignore
export const swedish: LanguagePack = {
  code: 'sv',
  name: 'Swedish',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Relaterat', 'Relaterade artiklar', 'Relaterade inlägg', 'Relaterade nyheter',
      'Liknande artiklar', 'Fler artiklar', 'Fler nyheter', 'Fler artiklar i ämnet',
      'Andra artiklar', 'Mest läst', 'Mest lästa', 'Mest läst just nu', 'Mest delat', 'Populärt',
      'Populära artiklar', 'Populära inlägg', 'Senaste nytt', 'Senaste nyheterna',
      'Senaste artiklarna', 'Senaste inläggen', 'Senaste', 'Just nu', 'Rekommenderat',
      'Rekommenderat för dig', 'Rekommenderade artiklar', 'Du kanske också gillar',
      'Du kanske är intresserad av', 'Missa inte', 'Toppnyheter', 'Redaktionen rekommenderar',
      'Mer från', 'Mer i ämnet',
    ] },
    { means: 'read-also', where: 'label', seenIn: 'news sites', texts: [
      'Läs också', 'Läs även', 'Läs mer', 'Läs vidare', 'Se också', 'Se även', 'Lyssna också',
      'Läs mer här', 'Bakgrund', 'Relaterat', 'Mer',
    ] },
    { means: 'read-also', where: 'start', seenIn: 'news sites', texts: [
      'Läs också', 'Läs även', 'Se även',
    ] },
    { means: 'related-or-tags', where: 'line', seenIn: 'news sites', texts: [
      'Mer om', 'Läs mer om', 'Mer om ämnet', 'Ämnen i artikeln', 'Följ ämnen i artikeln',
    ] },
    { means: 'tags', where: 'label', seenIn: 'news sites, WordPress', texts: [
      'Ämnen', 'Ämne', 'Taggar', 'Tagg', 'Nyckelord', 'Kategorier', 'Kategori', 'Etiketter',
      'Publicerat i', 'Märkt', 'Taggat med',
    ] },
    { means: 'more', where: 'line', seenIn: 'news sites', texts: [
      'Läs mer', 'Läs hela artikeln', 'Visa mer', 'Visa fler', 'Visa alla', 'Mer', 'Ladda fler',
      'Fortsätt läsa', 'Till artikeln',
    ] },
    { means: 'attribution', where: 'label', seenIn: 'news sites', texts: [
      'Källa', 'Källor', 'Via',
    ] },
    { means: 'byline', where: 'start', seenIn: 'news sites', texts: [
      'Av', 'Text', 'Författare', 'Skriven av', 'Skribent', 'Reporter', 'Redaktör', 'Redaktionen',
      'Publicerad av', 'Om författaren',
    ] },
    { means: 'date', where: 'start', seenIn: 'news sites', texts: [
      'Publicerad', 'Publicerat', 'Uppdaterad', 'Uppdaterat', 'Senast uppdaterad', 'Datum',
      'Skapad', 'Lästid',
    ] },
    { means: 'caption', where: 'start', seenIn: 'picture credits', texts: [
      'Foto', 'Bild', 'Fotograf', 'Arkivbild', 'Illustration', 'Grafik', 'Bildkälla', 'Video',
    ] },
    { means: 'rating', where: 'label', seenIn: 'news sites', texts: [
      'Betygsätt', 'Betyg', 'Rösta', 'Gilla', 'Omröstning',
    ] },
    { means: 'share', where: 'line', seenIn: 'share buttons', texts: [
      'Dela', 'Dela artikeln', 'Dela på Facebook', 'Dela på Twitter', 'Skriv ut', 'Skicka',
      'Mejla', 'Mejla artikeln', 'Kopiera länk', 'Tipsa', 'Lyssna', 'Spara',
    ] },
    { means: 'share', where: 'start', seenIn: 'share buttons', texts: [
      'Dela på', 'Dela via', 'Klicka för att', 'Följ oss', 'Gilla oss',
    ] },
    { means: 'share', where: 'label', seenIn: 'share buttons', texts: ['Följ'] },
    { means: 'navigation', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Hem', 'Startsida', 'Startsidan', 'Till startsidan', 'Meny', 'Huvudmeny',
      'Hoppa till innehåll', 'Gå till innehåll', 'Till innehållet', 'Till toppen', 'Upp',
      'Tillbaka', 'Nästa', 'Föregående', 'Nästa artikel', 'Föregående artikel', 'Sök', 'Sök efter',
      'Om oss', 'Kontakt', 'Kontakta oss', 'Annonsera', 'Arkiv', 'Stäng', 'Kundservice',
      'Tipsa oss', 'Inläggsnavigering', 'Jobba hos oss',
    ] },
    { means: 'section', where: 'line', seenIn: 'menus of news sites', texts: [
      'Nyheter', 'Inrikes', 'Utrikes', 'Sport', 'Ekonomi', 'Politik', 'Kultur', 'Nöje', 'Debatt',
      'Ledare', 'Åsikter', 'Lokalt', 'Sverige', 'Världen', 'Vetenskap', 'Teknik', 'Hälsa',
      'Bostad', 'Resor', 'Mat', 'Familj', 'Väder', 'Fotboll', 'Näringsliv', 'Insändare', 'Krönika',
    ] },
    { means: 'advert', where: 'line', seenIn: 'news sites', texts: [
      'Annons', 'Annonser', 'Reklam', 'Sponsrat innehåll', 'I samarbete med',
      'Artikeln fortsätter efter annonsen',
    ] },
    { means: 'comment', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Kommentarer', 'Kommentar', 'Kommentera', 'Lämna en kommentar', 'Lämna ett svar',
      'Skriv en kommentar', 'Svara', 'Avbryt svar', 'Avbryt', 'Senaste kommentarer',
      'Inga kommentarer', 'Namn', 'Webbplats', 'Anmäl',
    ] },
    { means: 'comment', where: 'start', seenIn: 'WordPress', texts: [
      'Din e-postadress kommer inte publiceras', 'Obligatoriska fält är märkta', 'Spara mitt namn',
      'Du måste vara inloggad',
    ] },
    { means: 'consent', where: 'start', seenIn: 'page footers', texts: [
      'Om cookies', 'Vi använder cookies', 'Hantera cookies',
    ] },
    { means: 'consent', where: 'label', seenIn: 'page footers', texts: [
      'Integritetspolicy', 'Personuppgifter', 'Cookies', 'Cookiepolicy', 'Användarvillkor',
      'Villkor', 'Godkänn', 'Acceptera',
    ] },
    { means: 'copyright', where: 'anywhere', seenIn: 'page footers', texts: [
      'Alla rättigheter förbehållna', 'Upphovsrätt', 'Ansvarig utgivare',
    ] },
    { means: 'newsletter', where: 'start', seenIn: 'news sites', texts: [
      'Bli prenumerant', 'Anmäl dig', 'Din e-postadress', 'Få våra', 'Stöd oss',
    ] },
    { means: 'newsletter', where: 'label', seenIn: 'news sites', texts: [
      'Nyhetsbrev', 'Prenumerera',
    ] },
    { means: 'account', where: 'line', seenIn: 'news sites', texts: [
      'Logga in', 'Logga ut', 'Registrera', 'Skapa konto', 'Mitt konto', 'Lösenord',
      'Glömt lösenord', 'Mina sidor',
    ] },
    { means: 'other', where: 'line', seenIn: 'Wikipedia', texts: [
      'Innehåll', 'Innehållsförteckning', 'Externa länkar', 'Fotnoter',
    ] },
  ],
  functionWords: [
    'och', 'i', 'att', 'det', 'som', 'en', 'på', 'är', 'av', 'för', 'med', 'till', 'den', 'har',
    'de', 'inte', 'om', 'ett', 'han', 'men', 'var', 'jag', 'sig', 'från', 'vi', 'så', 'kan', 'när',
    'säger', 'hon', 'under', 'också', 'efter', 'eller', 'nu', 'sin', 'där', 'vid', 'mot', 'ska',
    'skulle', 'kommer', 'ut', 'får', 'finns', 'vara', 'hade', 'alla', 'andra', 'mycket', 'än',
    'då', 'sedan', 'över', 'bara',
  ],
  months: [
    { calendar: 'gregory', names: [
      'januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september',
      'oktober', 'november', 'december',
    ] },
    { calendar: 'gregory', names: [
      'jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec',
    ] },
  ],
  weekdays: [
    ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  ],
  relativeTime: {
    ago: ['sedan', 'för'],
    units: [
      'sekund', 'sekunder', 'minut', 'minuter', 'min', 'timme', 'timmar', 'dag', 'dagar', 'vecka',
      'veckor', 'månad', 'månader', 'år',
    ],
    moments: ['idag', 'i dag', 'igår', 'i går', 'nyss'],
  },
};
