import type { LanguagePack } from './pack.ts';

// One group of phrases fills its lines: a phrase a line would run to hundreds of lines.
// prettier-ignore
export const danish: LanguagePack = {
  code: 'da',
  name: 'Danish',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Relaterede artikler', 'Relaterede indlæg', 'Relaterede nyheder', 'Relateret',
      'Lignende artikler', 'Flere artikler', 'Flere nyheder', 'Andre artikler', 'Mest læste',
      'Mest læst', 'Mest sete', 'Mest populære', 'Populært', 'Seneste nyt', 'Seneste nyheder',
      'Seneste artikler', 'Seneste indlæg', 'Seneste', 'Anbefalet', 'Anbefalede artikler',
      'Anbefalet til dig', 'Måske er du også interesseret i', 'Tophistorier', 'Lige nu',
    ] },
    { means: 'read-also', where: 'label', seenIn: 'news sites', texts: [
      'Læs også', 'Læs mere', 'Se også', 'Hør også', 'Læs videre', 'Baggrund', 'Relateret',
    ] },
    { means: 'read-also', where: 'start', seenIn: 'news sites', texts: ['Læs også', 'Se også'] },
    { means: 'related-or-tags', where: 'line', seenIn: 'news sites', texts: [
      'Mere om', 'Læs mere om', 'Mere om emnet',
    ] },
    { means: 'tags', where: 'label', seenIn: 'news sites, WordPress', texts: [
      'Emner', 'Emne', 'Emneord', 'Tags', 'Nøgleord', 'Temaer', 'Kategorier', 'Kategori',
      'Udgivet i', 'Stikord',
    ] },
    { means: 'more', where: 'line', seenIn: 'news sites', texts: [
      'Læs mere', 'Læs hele artiklen', 'Vis mere', 'Vis flere', 'Se mere', 'Se alle', 'Vis alle',
      'Mere', 'Hent flere', 'Fortsæt med at læse',
    ] },
    { means: 'attribution', where: 'label', seenIn: 'news sites', texts: ['Kilde', 'Kilder'] },
    { means: 'byline', where: 'start', seenIn: 'news sites', texts: [
      'Af', 'Tekst', 'Skrevet af', 'Forfatter', 'Journalist', 'Redaktør', 'Redaktionen',
    ] },
    { means: 'date', where: 'start', seenIn: 'news sites', texts: [
      'Publiceret', 'Udgivet', 'Opdateret', 'Sidst opdateret', 'Dato', 'Offentliggjort', 'Læsetid',
    ] },
    { means: 'caption', where: 'start', seenIn: 'picture credits', texts: [
      'Foto', 'Billede', 'Fotograf', 'Arkivfoto', 'Illustration', 'Modelfoto', 'Video',
    ] },
    { means: 'rating', where: 'start', seenIn: 'news sites', texts: ['Synes godt om'] },
    { means: 'rating', where: 'label', seenIn: 'news sites', texts: [
      'Stem', 'Bedøm', 'Afstemning',
    ] },
    { means: 'share', where: 'line', seenIn: 'share buttons', texts: [
      'Del', 'Del artiklen', 'Del på Facebook', 'Print', 'Udskriv', 'Send', 'Kopier link', 'Gem',
      'Lyt',
    ] },
    { means: 'share', where: 'start', seenIn: 'share buttons', texts: [
      'Del på', 'Følg os', 'Klik for at',
    ] },
    { means: 'navigation', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Hjem', 'Forside', 'Forsiden', 'Til forsiden', 'Menu', 'Hovedmenu', 'Gå til indhold',
      'Spring til indhold', 'Til toppen', 'Tilbage', 'Næste', 'Forrige', 'Næste artikel',
      'Forrige artikel', 'Søg', 'Søg efter', 'Om os', 'Kontakt', 'Kontakt os', 'Annoncering',
      'Arkiv', 'Luk', 'Kundeservice',
    ] },
    { means: 'section', where: 'line', seenIn: 'menus of news sites', texts: [
      'Nyheder', 'Indland', 'Udland', 'Sport', 'Økonomi', 'Politik', 'Kultur', 'Debat', 'Meninger',
      'Lokalt', 'Danmark', 'Verden', 'Videnskab', 'Teknologi', 'Sundhed', 'Rejser', 'Mad', 'Vejr',
      'Fodbold', 'Erhverv', 'Krimi', 'Kendte',
    ] },
    { means: 'advert', where: 'line', seenIn: 'news sites', texts: [
      'Annonce', 'Annoncer', 'Reklame', 'Sponsoreret', 'Sponsoreret indhold',
      'Annoncørbetalt indhold', 'Artiklen fortsætter efter annoncen',
    ] },
    { means: 'comment', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Kommentarer', 'Kommentar', 'Kommenter', 'Skriv en kommentar', 'Skriv et svar',
      'Tilføj kommentar', 'Svar', 'Annuller svar', 'Seneste kommentarer', 'Ingen kommentarer',
      'Navn', 'Websted', 'Annuller',
    ] },
    { means: 'comment', where: 'start', seenIn: 'WordPress', texts: [
      'Din e-mailadresse vil ikke blive publiceret', 'Krævede felter er markeret', 'Gem mit navn',
    ] },
    { means: 'consent', where: 'start', seenIn: 'page footers', texts: [
      'Cookie- og privatlivspolitik', 'Vi bruger cookies',
    ] },
    { means: 'consent', where: 'label', seenIn: 'page footers', texts: [
      'Privatlivspolitik', 'Persondatapolitik', 'Cookies', 'Cookiepolitik', 'Brugervilkår',
      'Vilkår', 'Accepter',
    ] },
    { means: 'copyright', where: 'anywhere', seenIn: 'page footers', texts: [
      'Alle rettigheder forbeholdes', 'Ophavsret', 'Ansvarshavende chefredaktør',
    ] },
    { means: 'newsletter', where: 'start', seenIn: 'news sites', texts: [
      'Tilmeld dig', 'Bliv abonnent', 'Din e-mail',
    ] },
    { means: 'newsletter', where: 'label', seenIn: 'news sites', texts: [
      'Nyhedsbrev', 'Tilmeld', 'Abonner', 'Abonnement',
    ] },
    { means: 'account', where: 'line', seenIn: 'news sites', texts: [
      'Log ind', 'Log ud', 'Opret konto', 'Opret bruger', 'Min konto', 'Min side', 'Adgangskode',
      'Glemt adgangskode',
    ] },
  ],
  functionWords: [
    'og', 'i', 'at', 'det', 'er', 'en', 'til', 'på', 'som', 'de', 'for', 'af', 'med', 'den', 'der',
    'ikke', 'har', 'et', 'han', 'men', 'var', 'om', 'fra', 'sig', 'kan', 'vi', 'jeg', 'ved', 'så',
    'også', 'efter', 'eller', 'nu', 'blev', 'være', 'hun', 'skal', 'mod', 'blive', 'år', 'siger',
    'hvor', 'når', 'ud', 'over', 'under', 'havde', 'op',
  ],
  months: [
    { calendar: 'gregory', names: [
      'januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september',
      'oktober', 'november', 'december',
    ] },
    { calendar: 'gregory', names: [
      'jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec',
    ] },
  ],
  weekdays: [
    ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  ],
  relativeTime: {
    ago: ['siden'],
    units: [
      'sekund', 'sekunder', 'minut', 'minutter', 'time', 'timer', 'dag', 'dage', 'uge', 'uger',
      'måned', 'måneder', 'år',
    ],
    moments: ['i dag', 'i går', 'nu'],
  },
};
