import type { LanguagePack } from './pack.ts';

// One group of phrases fills its lines: a phrase a line would run to hundreds of lines.
// prettier-ignore
export const dutch: LanguagePack = {
  code: 'nl',
  name: 'Dutch',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Gerelateerde artikelen', 'Gerelateerd', 'Gerelateerde berichten', 'Gerelateerd nieuws',
      'Gerelateerde onderwerpen', 'Verwante artikelen', 'Vergelijkbare artikelen',
      'Meer artikelen', 'Meer nieuws', 'Meer berichten', 'Meer verhalen', 'Andere artikelen',
      'Ander nieuws', 'Overig nieuws', 'Recente berichten', 'Recente artikelen', 'Recent nieuws',
      'Laatste nieuws', 'Laatste berichten', 'Laatste artikelen', 'Het laatste nieuws',
      'Nieuwste artikelen', 'Nieuwste berichten', 'Net binnen', 'Meest gelezen', 'Meest bekeken',
      'Meest gedeeld', 'Meest recent', 'Populair', 'Populaire artikelen', 'Populaire berichten',
      'Nu populair', 'Trending', 'Uitgelicht', 'Aanbevolen', 'Aanbevolen artikelen',
      'Aanbevolen voor jou', 'Aanraders', 'Tips van de redactie', 'Keuze van de redactie',
      'Misschien vind je dit ook interessant', 'Misschien ook interessant',
      'Dit vind je misschien ook leuk', 'Dit is ook interessant', 'Ook interessant',
      'Ook interessant voor jou', 'Mis dit niet', 'Niet te missen', 'Topnieuws',
      'Belangrijkste nieuws', 'Voorpagina', 'Nieuwsoverzicht', 'Verder lezen',
      'Meer van deze auteur', 'Uit het archief', 'Lees verder op',
    ] },
    { means: 'read-also', where: 'label', seenIn: 'news sites', texts: [
      'Lees ook', 'Lees meer', 'Lees verder', 'Lees hier', 'Lees ook dit', 'Lees meer over',
      'Bekijk ook', 'Kijk ook', 'Zie ook', 'Luister ook', 'Meer lezen', 'Ook lezen', 'Lees eerder',
      'Achtergrond', 'Gerelateerd', 'Meer informatie',
    ] },
    { means: 'read-also', where: 'start', seenIn: 'news sites', texts: [
      'Lees ook', 'Bekijk ook', 'Lees meer over', 'Zie ook',
    ] },
    { means: 'related-or-tags', where: 'line', seenIn: 'news sites', texts: [
      'Meer over', 'Meer over dit onderwerp', 'Meer over dit thema', 'Onderwerpen',
    ] },
    { means: 'tags', where: 'label', seenIn: 'WordPress, news sites', texts: [
      'Tags', 'Tag', 'Trefwoorden', 'Trefwoord', 'Onderwerp', 'Thema', "Thema's", 'Categorieën',
      'Categorie', 'Geplaatst in', 'Gepubliceerd in', 'Getagd', 'Getagd met', 'Labels', 'Rubriek',
      'Rubrieken', 'Steekwoorden', 'Gearchiveerd onder', 'Onderwerpen in dit artikel',
      'Tags bij dit artikel',
    ] },
    { means: 'more', where: 'line', seenIn: 'news sites', texts: [
      'Lees meer', 'Lees verder', 'Lees artikel', 'Lees het artikel', 'Meer', 'Meer laden',
      'Toon meer', 'Bekijk meer', 'Bekijk alles', 'Bekijk alle', 'Alles bekijken', 'Meer tonen',
      'Verder lezen op', 'Alle artikelen', 'Alle berichten', 'Meer weten', 'Laad meer',
    ] },
    { means: 'attribution', where: 'label', seenIn: 'news sites', texts: [
      'Bron', 'Bronnen', 'Via',
    ] },
    { means: 'attribution', where: 'start', seenIn: 'news sites', texts: [
      'Bron', 'Bronnen', 'Dit artikel verscheen eerder', 'Dit artikel is eerder', 'Het bericht',
      'Persbericht',
    ] },
    { means: 'byline', where: 'start', seenIn: 'news sites', texts: [
      'Door', 'Auteur', 'Auteurs', 'Geschreven door', 'Geplaatst door', 'Redactie', 'Tekst',
      'Onze redactie', 'Redacteur', 'Verslaggever', 'Correspondent', 'Interview', 'Vertaling',
      'Over de auteur',
    ] },
    { means: 'date', where: 'start', seenIn: 'news sites', texts: [
      'Gepubliceerd', 'Gepubliceerd op', 'Geplaatst op', 'Geplaatst', 'Bijgewerkt',
      'Bijgewerkt op', 'Laatst bijgewerkt', 'Laatste update', 'Laatst gewijzigd', 'Aangepast',
      'Aangepast op', 'Datum', 'Gewijzigd op', 'Leestijd',
    ] },
    { means: 'date', where: 'anywhere', seenIn: 'news sites', texts: [
      'min leestijd', 'minuten leestijd', 'minuten lezen', 'leestijd',
    ] },
    { means: 'caption', where: 'start', seenIn: 'picture credits', texts: [
      'Foto', "Foto's", 'Beeld', 'Afbeelding', 'Fotograaf', 'Archieffoto', 'Archiefbeeld',
      'Illustratie', 'Video',
    ] },
    { means: 'caption', where: 'anywhere', seenIn: 'picture credits', texts: [
      'foto ter illustratie', 'archieffoto', 'Getty Images', 'ANP foto',
    ] },
    { means: 'rating', where: 'start', seenIn: 'news sites', texts: [
      'Beoordeel dit artikel', 'Vind ik leuk', 'Was dit artikel nuttig',
    ] },
    { means: 'rating', where: 'label', seenIn: 'news sites', texts: [
      'Waardering', 'Beoordeling', 'Stem', 'Poll', 'Weergaven',
    ] },
    { means: 'share', where: 'line', seenIn: 'share buttons', texts: [
      'Delen', 'Deel', 'Deel dit', 'Deel dit artikel', 'Deel artikel', 'Deel op Facebook',
      'Deel op Twitter', 'Deel via WhatsApp', 'Afdrukken', 'Printen', 'Print', 'E-mailen',
      'Verstuur', 'Stuur door', 'Kopieer link', 'Link kopiëren', 'Tweet', 'Luister',
      'Luister naar dit artikel', 'Bewaar', 'Bewaren', 'Opslaan', 'Tekstgrootte',
    ] },
    { means: 'share', where: 'start', seenIn: 'share buttons', texts: [
      'Deel dit', 'Deel op', 'Delen op', 'Klik om te delen', 'Klik om', 'Volg ons', 'Volg ons op',
      'Word lid van ons', 'Download de app', 'Wordt in een nieuw venster geopend',
    ] },
    { means: 'share', where: 'label', seenIn: 'share buttons', texts: ['Volg'] },
    { means: 'navigation', where: 'line', seenIn: 'WordPress, news sites', texts: [
      'Home', 'Startpagina', 'Menu', 'Hoofdmenu', 'Navigatie', 'Berichtnavigatie',
      'Bericht navigatie', 'Ga naar de inhoud', 'Ga naar hoofdinhoud', 'Spring naar inhoud',
      'Doorgaan naar inhoud', 'Naar de inhoud', 'Naar boven', 'Terug naar boven', 'Terug',
      'Volgende', 'Vorige', 'Volgend artikel', 'Vorig artikel', 'Volgend bericht', 'Vorig bericht',
      'Volgende pagina', 'Vorige pagina', 'Zoeken', 'Zoek', 'Zoeken naar', 'Over ons', 'Contact',
      'Neem contact op', 'Colofon', 'Adverteren', 'Archief', 'Archieven', 'Vacatures',
      'Klantenservice', 'Sitemap', 'Sluiten', 'Sluit', 'Links', 'Service', 'Winkel', 'Webshop',
      'Help', 'Tip de redactie', 'Taal', 'Nederlands', 'Meta', 'Doneren', 'Agenda',
    ] },
    { means: 'navigation', where: 'start', seenIn: 'WordPress', texts: [
      'Je bent hier', 'U bent hier', 'Zoeken naar', 'Ga naar', 'Bekijk alle berichten van',
    ] },
    { means: 'section', where: 'line', seenIn: 'menus of news sites', texts: [
      'Politiek', 'Economie', 'Sport', 'Cultuur', 'Buitenland', 'Binnenland', 'Wereld',
      'Nederland', 'België', 'Regio', 'Regionaal', 'Lokaal', 'Gezondheid', 'Wetenschap', 'Tech',
      'Technologie', 'Opinie', 'Columns', 'Media', 'Entertainment', 'Muziek', 'Film', 'Boeken',
      'Reizen', 'Koken', 'Recepten', 'Wonen', 'Auto', 'Geld', 'Werk', 'Onderwijs', 'Milieu',
      'Klimaat', 'Weer', 'Verkeer', 'Voetbal', 'Wielrennen', 'Tennis', 'Showbizz', 'Nieuws',
      'Achtergronden', 'Lifestyle', 'Misdaad', 'Royals',
    ] },
    { means: 'advert', where: 'line', seenIn: 'news sites', texts: [
      'Advertentie', 'Advertenties', 'Reclame', 'Gesponsord', 'Gesponsorde inhoud',
      'Partnercontent', 'Lees verder na de advertentie', 'Tekst gaat verder onder de advertentie',
      'Artikel gaat verder onder', 'Branded content',
    ] },
    { means: 'comment', where: 'line', seenIn: 'WordPress, news sites', texts: [
      'Reacties', 'Reactie', 'Reageren', 'Reageer', 'Geef een reactie', 'Laat een reactie achter',
      'Plaats een reactie', 'Plaats reactie', 'Schrijf een reactie', 'Voeg een reactie toe',
      'Reactie plaatsen', 'Reactie annuleren', 'Antwoord annuleren', 'Beantwoorden', 'Antwoorden',
      'Annuleren', 'Recente reacties', 'Laatste reacties', 'Geen reacties', 'Alle reacties',
      'Naam', 'Site', 'Rapporteer', 'Jouw reactie', 'Uw reactie',
    ] },
    { means: 'comment', where: 'start', seenIn: 'WordPress, news sites', texts: [
      'Je e-mailadres wordt niet gepubliceerd', 'Het e-mailadres wordt niet gepubliceerd',
      'Vereiste velden zijn', 'Mijn naam', 'Je moet ingelogd zijn', 'U moet ingelogd zijn',
      'Log in om te reageren', 'Om te reageren', 'Reacties zijn gesloten', 'Wees de eerste',
      'Deze site gebruikt Akismet', 'Stuur mij een e-mail',
    ] },
    { means: 'consent', where: 'start', seenIn: 'page footers, cookie banners', texts: [
      'Privacy-instellingen', 'Cookie-instellingen', 'Algemene voorwaarden', 'Alles accepteren',
      'Wij gebruiken cookies', 'We gebruiken cookies', 'Deze website gebruikt cookies',
      'Deze site gebruikt cookies',
    ] },
    { means: 'consent', where: 'label', seenIn: 'page footers, cookie banners', texts: [
      'Privacy', 'Privacybeleid', 'Privacyverklaring', 'Privacystatement', 'Cookiebeleid',
      'Cookies', 'Cookieverklaring', 'Gebruiksvoorwaarden', 'Accepteren', 'Akkoord', 'Weigeren',
      'Disclaimer',
    ] },
    { means: 'copyright', where: 'anywhere', seenIn: 'page footers', texts: [
      'Alle rechten voorbehouden', 'Auteursrecht', 'Mogelijk gemaakt door', 'Ondersteund door',
      'Met trots ondersteund',
    ] },
    { means: 'newsletter', where: 'start', seenIn: 'news sites', texts: [
      'Abonneer je', 'Meld je aan', 'Schrijf je in', 'Ontvang onze', 'Ontvang het laatste',
      'Je e-mailadres', 'Vul je e-mailadres', 'Word abonnee', 'Word lid', 'Steun ons',
      'Probeer nu',
    ] },
    { means: 'newsletter', where: 'label', seenIn: 'news sites', texts: [
      'Nieuwsbrief', 'Nieuwsbrieven', 'Abonneer', 'Abonneren', 'Abonnement', 'Abonnementen',
      'Aanmelden', 'Inschrijven', 'Ontvang',
    ] },
    { means: 'account', where: 'line', seenIn: 'news sites', texts: [
      'Inloggen', 'Log in', 'Uitloggen', 'Log uit', 'Registreren', 'Registreer',
      'Account aanmaken', 'Mijn account', 'Mijn profiel', 'Profiel', 'Wachtwoord',
      'Wachtwoord vergeten', 'Gebruikersnaam', 'Onthoud mij', 'Al abonnee',
    ] },
    { means: 'other', where: 'line', seenIn: 'blogs, Wikipedia', texts: [
      'Inhoud', 'Inhoudsopgave', 'In dit artikel', 'Voetnoten', 'Externe links', 'Laden',
      'Pagina niet gevonden',
    ] },
  ],
  functionWords: [
    'de', 'van', 'het', 'een', 'en', 'in', 'is', 'dat', 'op', 'te', 'zijn', 'met', 'voor', 'die',
    'niet', 'aan', 'er', 'om', 'ook', 'als', 'dan', 'maar', 'bij', 'nog', 'uit', 'door', 'naar',
    'heeft', 'tot', 'ze', 'wordt', 'hij', 'over', 'worden', 'werd', 'was', 'meer', 'of', 'kan',
    'we', 'je', 'geen', 'deze', 'al', 'hebben', 'had', 'haar', 'zich', 'moet', 'wel', 'zo', 'nu',
    'onder', 'veel', 'dit', 'ik', 'zij', 'u', 'ons', 'hun', 'tegen', 'tussen', 'sinds', 'tijdens',
    'omdat', 'waar', 'wie', 'wat', 'zou', 'zal', 'toch', 'zonder',
  ],
  months: [
    { calendar: 'gregory', names: [
      'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september',
      'oktober', 'november', 'december',
    ] },
    { calendar: 'gregory', names: [
      'jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec',
    ] },
  ],
  weekdays: [
    ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
    ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  ],
  relativeTime: {
    ago: ['geleden'],
    units: [
      'seconde', 'seconden', 'minuut', 'minuten', 'min', 'uur', 'dag', 'dagen', 'week', 'weken',
      'maand', 'maanden', 'jaar', 'jaren',
    ],
    moments: ['vandaag', 'gisteren', 'zojuist', 'nu'],
  },
};
