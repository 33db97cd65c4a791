import type { LanguagePack } from './pack.ts';

// One group of phrases fills its lines: a phrase a line would run to hundreds of lines.
// prettier-ignore
export const norwegian: LanguagePack = {
  code: 'nb',
  name: 'Norwegian',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Relaterte artikler', 'Relaterte saker', 'Relaterte innlegg', 'Relatert',
      'Lignende artikler', 'Flere saker', 'Flere artikler', 'Flere nyheter', 'Andre saker',
      'Mest lest', 'Mest leste', 'Mest sett', 'Mest populære', 'Populært', 'Siste nytt',
      'Siste saker', 'Siste nyheter', 'Siste innlegg', 'Nyeste saker', 'Anbefalt',
      'Anbefalte artikler', 'Anbefalt for deg', 'Du liker kanskje', 'Toppsaker', 'Akkurat nå',
    ] },
    { means: 'read-also', where: 'label', seenIn: 'news sites', texts: [
      'Les også', 'Les mer', 'Se også', 'Hør også', 'Les saken', 'Bakgrunn', 'Relatert',
    ] },
    { means: 'read-also', where: 'start', seenIn: 'news sites', texts: ['Les også', 'Se også'] },
    { means: 'related-or-tags', where: 'line', seenIn: 'news sites', texts: [
      'Mer om', 'Les mer om', 'Mer om saken',
    ] },
    { means: 'tags', where: 'label', seenIn: 'news sites, WordPress', texts: [
      'Emner', 'Emne', 'Emneord', 'Stikkord', 'Tema', 'Temaer', 'Nøkkelord', 'Kategorier',
      'Kategori', 'Publisert i', 'Merket med',
    ] },
    { means: 'more', where: 'line', seenIn: 'news sites', texts: [
      'Les mer', 'Vis mer', 'Vis flere', 'Se mer', 'Se alle', 'Vis alle', 'Mer', 'Last flere',
      'Fortsett å lese',
    ] },
    { means: 'attribution', where: 'label', seenIn: 'news sites', texts: ['Kilde', 'Kilder'] },
    { means: 'byline', where: 'start', seenIn: 'news sites', texts: [
      'Av', 'Tekst', 'Skrevet av', 'Forfatter', 'Journalist', 'Redaktør', 'Redaksjonen',
    ] },
    { means: 'date', where: 'start', seenIn: 'news sites', texts: [
      'Publisert', 'Oppdatert', 'Sist oppdatert', 'Dato', 'Lesetid',
    ] },
    { means: 'caption', where: 'start', seenIn: 'picture credits', texts: [
      'Foto', 'Bilde', 'Fotograf', 'Arkivfoto', 'Illustrasjon', 'Illustrasjonsfoto', 'Video',
    ] },
    { means: 'rating', where: 'label', seenIn: 'news sites', texts: [
      'Stem', 'Vurder', 'Liker', 'Avstemning',
    ] },
    { means: 'share', where: 'line', seenIn: 'share buttons', texts: [
      'Del', 'Del saken', 'Del artikkelen', 'Del på Facebook', 'Skriv ut', 'Send', 'Kopier lenke',
      'Tips oss', 'Lagre', 'Lytt',
    ] },
    { means: 'share', where: 'start', seenIn: 'share buttons', texts: [
      'Del på', 'Følg oss', 'Klikk for å',
    ] },
    { means: 'navigation', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Hjem', 'Forsiden', 'Til forsiden', 'Meny', 'Hovedmeny', 'Hopp til innhold',
      'Gå til innhold', 'Til toppen', 'Tilbake', 'Neste', 'Forrige', 'Neste artikkel',
      'Forrige artikkel', 'Søk', 'Søk etter', 'Om oss', 'Kontakt', 'Kontakt oss', 'Annonsere',
      'Arkiv', 'Lukk', 'Kundeservice',
    ] },
    { means: 'section', where: 'line', seenIn: 'menus of news sites', texts: [
      'Nyheter', 'Innenriks', 'Utenriks', 'Sport', 'Økonomi', 'Politikk', 'Kultur', 'Debatt',
      'Meninger', 'Lokalt', 'Norge', 'Verden', 'Vitenskap', 'Teknologi', 'Helse', 'Reise', 'Mat',
      'Vær', 'Fotball', 'Næringsliv', 'Kronikk', 'Krim',
    ] },
    { means: 'advert', where: 'line', seenIn: 'news sites', texts: [
      'Annonse', 'Annonser', 'Reklame', 'Annonsørinnhold', 'Sponset innhold',
      'Artikkelen fortsetter under annonsen', 'Saken fortsetter under annonsen',
    ] },
    { means: 'comment', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Kommentarer', 'Kommentar', 'Kommenter', 'Legg igjen en kommentar', 'Skriv en kommentar',
      'Svar', 'Avbryt svar', 'Siste kommentarer', 'Ingen kommentarer', 'Navn', 'Nettsted',
      'Avbryt',
    ] },
    { means: 'comment', where: 'start', seenIn: 'WordPress', texts: [
      'Din e-postadresse vil ikke bli publisert', 'Obligatoriske felt er merket',
      'Lagre mitt navn',
    ] },
    { means: 'consent', where: 'start', seenIn: 'page footers', texts: [
      'Vi bruker informasjonskapsler', 'Om cookies',
    ] },
    { means: 'consent', where: 'label', seenIn: 'page footers', texts: [
      'Personvern', 'Personvernerklæring', 'Informasjonskapsler', 'Cookies', 'Brukervilkår',
      'Godta',
    ] },
    { means: 'copyright', where: 'anywhere', seenIn: 'page footers', texts: [
      'Alle rettigheter reservert', 'Opphavsrett', 'Ansvarlig redaktør',
    ] },
    { means: 'newsletter', where: 'start', seenIn: 'news sites', texts: [
      'Meld deg på', 'Bli abonnent', 'Din e-postadresse', 'Kjøp abonnement',
    ] },
    { means: 'newsletter', where: 'label', seenIn: 'news sites', texts: [
      'Nyhetsbrev', 'Abonner', 'Abonnement',
    ] },
    { means: 'account', where: 'line', seenIn: 'news sites', texts: [
      'Logg inn', 'Logg ut', 'Registrer deg', 'Opprett konto', 'Min konto', 'Min side', 'Passord',
      'Glemt passord',
    ] },
  ],
  functionWords: [
    'og', 'i', 'det', 'på', 'som', 'er', 'en', 'til', 'å', 'han', 'av', 'for', 'at', 'med', 'var',
    'de', 'ikke', 'den', 'har', 'jeg', 'om', 'et', 'men', 'seg', 'fra', 'hun', 'vi', 'eller',
    'kan', 'da', 'vil', 'så', 'ved', 'etter', 'også', 'nå', 'ut', 'opp', 'dette', 'være', 'mot',
    'skal', 'år', 'sin', 'over', 'når', 'hadde', 'ble', 'blir', 'blitt', 'sier', 'noe',
  ],
  months: [
    { calendar: 'gregory', names: [
      'januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september',
      'oktober', 'november', 'desember',
    ] },
    { calendar: 'gregory', names: [
      'jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des',
    ] },
  ],
  weekdays: [
    ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  ],
  relativeTime: {
    ago: ['siden'],
    units: [
      'sekund', 'sekunder', 'minutt', 'minutter', 'time', 'timer', 'dag', 'dager', 'uke', 'uker',
      'måned', 'måneder', 'år',
    ],
    moments: ['i dag', 'i går', 'nå'],
  },
};
