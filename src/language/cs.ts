import type { LanguagePack } from './pack.ts';

// One group of phrases fills its lines: a phrase a line would run to hundreds of lines.
// prettier-ignore
export const czech: LanguagePack = {
  code: 'cs',
  name: 'Czech',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Související', 'Související články', 'Související zprávy', 'Související témata',
      'Podobné články', 'Podobné příspěvky', 'Další články', 'Další zprávy', 'Další z rubriky',
      'Nejčtenější', 'Nejčtenější články', 'Nejnovější', 'Nejnovější články',
      'Nejnovější příspěvky', 'Nejnovější zprávy', 'Poslední články', 'Poslední zprávy',
      'Aktuálně', 'Právě se děje', 'Mohlo by vás zajímat', 'Mohlo by se vám líbit', 'Doporučujeme',
      'Doporučené články', 'Doporučené', 'Výběr redakce', 'Populární', 'Populární články',
      'Oblíbené články', 'Nepřehlédněte', 'Nenechte si ujít', 'Hlavní zprávy',
      'Z domova i ze světa', 'Aktuality',
    ] },
    { means: 'read-also', where: 'label', seenIn: 'news sites', texts: [
      'Čtěte také', 'Čtěte též', 'Čtěte více', 'Čtěte', 'Přečtěte si také', 'Přečtěte si',
      'Viz také', 'Podívejte se také', 'Více k tématu', 'Související',
    ] },
    { means: 'read-also', where: 'start', seenIn: 'news sites', texts: [
      'Čtěte také', 'Přečtěte si také', 'Viz také',
    ] },
    { means: 'tags', where: 'label', seenIn: 'news sites, WordPress', texts: [
      'Štítky', 'Štítek', 'Témata', 'Téma', 'Klíčová slova', 'Tagy', 'Kategorie', 'Rubriky',
      'Rubrika', 'Zařazeno v', 'Osoby',
    ] },
    { means: 'more', where: 'line', seenIn: 'news sites', texts: [
      'Číst více', 'Číst dále', 'Celý článek', 'Více', 'Zobrazit více', 'Zobrazit vše',
      'Načíst další', 'Další', 'Pokračovat ve čtení', 'Všechny zprávy',
    ] },
    { means: 'attribution', where: 'label', seenIn: 'news sites', texts: [
      'Zdroj', 'Zdroje', 'Převzato z',
    ] },
    { means: 'byline', where: 'start', seenIn: 'news sites', texts: [
      'Autor', 'Autoři', 'Autorka', 'Napsal', 'Napsala', 'Redakce', 'Redaktor', 'Text',
      'Připravil', 'Připravila', 'Překlad', 'O autorovi',
    ] },
    { means: 'date', where: 'start', seenIn: 'news sites', texts: [
      'Publikováno', 'Vydáno', 'Aktualizováno', 'Aktualizace', 'Datum', 'Poslední aktualizace',
      'Vytvořeno', 'Doba čtení',
    ] },
    { means: 'caption', where: 'start', seenIn: 'picture credits', texts: [
      'Foto', 'Ilustrační foto', 'Ilustrační snímek', 'Zdroj foto', 'Autor fotografie', 'Obrázek',
      'Video',
    ] },
    { means: 'rating', where: 'start', seenIn: 'news sites', texts: [
      'Ohodnoťte článek', 'Líbí se mi',
    ] },
    { means: 'rating', where: 'label', seenIn: 'news sites', texts: [
      'Hodnocení', 'Hlasovat', 'Anketa', 'Zobrazeno',
    ] },
    { means: 'share', where: 'line', seenIn: 'share buttons', texts: [
      'Sdílet', 'Sdílet článek', 'Sdílet na Facebooku', 'Tisk', 'Tisknout', 'Vytisknout', 'Poslat',
      'Poslat e-mailem', 'Kopírovat odkaz', 'Uložit', 'Poslechnout', 'Tweet',
    ] },
    { means: 'share', where: 'start', seenIn: 'share buttons', texts: [
      'Sdílet na', 'Sledujte nás', 'Klikněte pro', 'Přidejte se',
    ] },
    { means: 'share', where: 'label', seenIn: 'share buttons', texts: ['Sdílejte'] },
    { means: 'navigation', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Domů', 'Úvod', 'Hlavní stránka', 'Hlavní strana', 'Úvodní stránka', 'Menu', 'Hlavní menu',
      'Přejít k obsahu', 'Přeskočit na obsah', 'Nahoru', 'Zpět nahoru', 'Zpět', 'Předchozí',
      'Následující', 'Předchozí článek', 'Další článek', 'Hledat', 'Vyhledávání', 'Vyhledat',
      'O nás', 'Kontakt', 'Kontakty', 'Reklama na webu', 'Inzerce', 'Archiv', 'Mapa stránek',
      'Zavřít', 'Navigace pro příspěvek', 'Předplatné',
    ] },
    { means: 'section', where: 'line', seenIn: 'menus of news sites', texts: [
      'Zprávy', 'Domácí', 'Z domova', 'Zahraničí', 'Ze světa', 'Svět', 'Politika', 'Ekonomika',
      'Byznys', 'Sport', 'Kultura', 'Názory', 'Komentáře a názory', 'Věda', 'Technologie',
      'Zdraví', 'Regiony', 'Krimi', 'Magazín', 'Cestování', 'Auto', 'Fotbal', 'Hokej', 'Bydlení',
      'Počasí', 'Historie',
    ] },
    { means: 'advert', where: 'line', seenIn: 'news sites', texts: [
      'Reklama', 'Inzerát', 'Komerční sdělení', 'Sponzorováno', 'Článek pokračuje pod reklamou',
    ] },
    { means: 'comment', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Komentáře', 'Komentářů', 'Komentář', 'Komentovat', 'Přidat komentář', 'Napsat komentář',
      'Vložit komentář', 'Odpovědět', 'Odpověď', 'Zrušit odpověď na komentář', 'Zrušit', 'Diskuse',
      'Diskuze', 'Vstoupit do diskuse', 'Nejnovější komentáře', 'Žádné komentáře', 'Jméno',
      'Nahlásit',
    ] },
    { means: 'comment', where: 'start', seenIn: 'WordPress', texts: [
      'Vaše e-mailová adresa nebude zveřejněna', 'Vyžadované informace jsou označeny',
      'Uložit do prohlížeče jméno', 'Pro přidání komentáře',
    ] },
    { means: 'consent', where: 'start', seenIn: 'page footers', texts: [
      'Ochrana osobních údajů', 'Ochrana soukromí', 'Zásady ochrany', 'Podmínky užití',
      'Podmínky používání', 'Obchodní podmínky', 'Nastavení cookies', 'Přijmout vše',
      'Používáme cookies', 'Tento web používá',
    ] },
    { means: 'consent', where: 'label', seenIn: 'page footers', texts: ['Cookies', 'Souhlasím'] },
    { means: 'copyright', where: 'anywhere', seenIn: 'page footers', texts: [
      'Všechna práva vyhrazena', 'Autorská práva', 'Přetisk', 'Používáme WordPress',
      'šíření obsahu',
    ] },
    { means: 'newsletter', where: 'start', seenIn: 'news sites', texts: [
      'Přihlásit k odběru', 'Odběr novinek', 'Váš e-mail', 'Podpořte nás',
    ] },
    { means: 'newsletter', where: 'label', seenIn: 'news sites', texts: [
      'Newsletter', 'Odebírat', 'Předplatit',
    ] },
    { means: 'account', where: 'line', seenIn: 'news sites', texts: [
      'Přihlásit', 'Přihlásit se', 'Přihlášení', 'Odhlásit', 'Registrace', 'Registrovat', 'Heslo',
      'Zapomenuté heslo', 'Můj účet', 'Uživatelské jméno',
    ] },
    { means: 'other', where: 'line', seenIn: 'Wikipedia', texts: [
      'Obsah', 'Externí odkazy', 'Poznámky pod čarou',
    ] },
  ],
  functionWords: [
    'a', 'v', 'na', 'se', 'je', 'že', 's', 'z', 'o', 'do', 'to', 'i', 've', 'k', 'za', 'by', 'po',
    'jako', 'pro', 'ale', 'od', 'jsou', 'si', 'nebo', 'tak', 'podle', 'už', 'není', 'také',
    'které', 'který', 'která', 'však', 'při', 'jeho', 'až', 'jen', 'byl', 'byla', 'bylo', 'jejich',
    'aby', 'co', 'když', 'než', 'pak', 'má', 'být', 'může', 'kde', 'nad', 'pod', 'před', 'bez',
    'mezi', 'ani', 'tím',
  ],
  months: [
    { calendar: 'gregory', names: [
      'ledna', 'února', 'března', 'dubna', 'května', 'června', 'července', 'srpna', 'září',
      'října', 'listopadu', 'prosince',
    ] },
    { calendar: 'gregory', names: [
      'leden', 'únor', 'březen', 'duben', 'květen', 'červen', 'červenec', 'srpen', 'září', 'říjen',
      'listopad', 'prosinec',
    ] },
  ],
  weekdays: [
    ['pondělí', 'úterý', 'středa', 'čtvrtek', 'pátek', 'sobota', 'neděle'],
  ],
  relativeTime: {
    ago: ['před'],
    units: [
      'sekundou', 'sekundami', 'minutou', 'minutami', 'hodinou', 'hodinami', 'dnem', 'dny',
      'týdnem', 'týdny', 'měsícem', 'měsíci', 'rokem', 'lety',
    ],
    moments: ['dnes', 'včera', 'nyní', 'právě teď'],
  },
};
