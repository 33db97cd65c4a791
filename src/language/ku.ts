import type { LanguagePack } from './pack.ts';

// One group of phrases fills its lines: a phrase a line would run to hundreds of lines.
// prettier-ignore
export const kurmanji: LanguagePack = {
  code: 'ku',
  name: 'Kurdish (Kurmanji)',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', seenIn: 'Kurdish news sites', texts: [
      'Nûçeyên têkildar', 'Nûçeyên din', 'Nûçeyên dawî', 'Nûçeyên nû', 'Gotarên têkildar',
      'Gotarên dawî', 'Gotarên din', 'Mijarên têkildar', 'Babetên têkildar',
      'Herî zêde hatine xwendin', 'Herî zêde hatin xwendin', 'Yên herî zêde hatine xwendin',
      'Herî xwendî', 'Nûçeyên sereke', 'Nûçeyên herî dawî', 'Hilbijartinên edîtor', 'Pêşniyar',
      'Sernûçe', 'Nûçeyên balkêş',
    ] },
    { means: 'read-also', where: 'label', seenIn: 'Kurdish news sites', texts: [
      'Her wiha bixwîne', 'Herwiha bixwînin', 'Ev jî bixwîne', 'Vê jî bixwîne', 'Binêre jî',
      'Têkildar', 'Zêdetir bixwîne',
    ] },
    { means: 'tags', where: 'label', seenIn: 'Kurdish news sites', texts: [
      'Etîket', 'Etîketên', 'Tag', 'Peyvên sereke', 'Bêjeyên sereke', 'Mijar', 'Kategorî',
      'Kategoriyên', 'Babet',
    ] },
    { means: 'more', where: 'line', seenIn: 'Kurdish news sites', texts: [
      'Bêhtir bixwîne', 'Zêdetir', 'Bêhtir', 'Hemûyan bibîne', 'Bidomîne', 'Dewam bike',
    ] },
    { means: 'attribution', where: 'label', seenIn: 'Kurdish news sites', texts: [
      'Çavkanî', 'Jêder',
    ] },
    { means: 'byline', where: 'start', seenIn: 'Kurdish news sites', texts: [
      'Nivîskar', 'Amadekar', 'Wergêr', 'Ji aliyê', 'Nûçegihan', 'Edîtor', 'Hevpeyvîn',
    ] },
    { means: 'date', where: 'start', seenIn: 'Kurdish news sites', texts: [
      'Dîroka weşanê', 'Weşandin', 'Hat weşandin', 'Hatiye nûkirin', 'Nûkirina dawî', 'Dem',
    ] },
    { means: 'caption', where: 'start', seenIn: 'picture credits', texts: [
      'Wêne', 'Foto', 'Wêneyê arşîvê', 'Vîdyo',
    ] },
    { means: 'share', where: 'line', seenIn: 'Kurdish news sites', texts: [
      'Parve bike', 'Parvekirin', 'Çap bike', 'Facebook', 'Twitter', 'WhatsApp', 'Telegram',
      'E-name', 'Lînkê kopî bike',
    ] },
    { means: 'share', where: 'start', seenIn: 'Kurdish news sites', texts: [
      'Parve bike', 'Me bişopînin', 'Li ser Facebook',
    ] },
    { means: 'navigation', where: 'line', seenIn: 'Kurdish news sites', texts: [
      'Destpêk', 'Rûpela sereke', 'Serrûpel', 'Derbarê me', 'Derbarê me de', 'Têkilî',
      'Bi me re têkilî daynin', 'Lêgerîn', 'Li malperê bigere', 'Menu', 'Ya berê', 'Ya paş',
      'Ya din', 'Vegere jor', 'Arşîv', 'Girtin', 'Weşana zindî', 'Here naverokê',
    ] },
    { means: 'section', where: 'line', seenIn: 'menus of Kurdish news sites', texts: [
      'Siyaset', 'Aborî', 'Çand', 'Çand û huner', 'Werziş', 'Spor', 'Cîhan', 'Kurdistan', 'Rojava',
      'Bakur', 'Başûr', 'Rojhilat', 'Nûçe', 'Tendurustî', 'Jin', 'Civak', 'Teknolojî', 'Zanist',
      'Ekolojî', 'Gotar', 'Analîz', 'Hevpeyvîn', 'Rojhilata Navîn', 'Mafên mirovan',
    ] },
    { means: 'advert', where: 'line', seenIn: 'Kurdish news sites', texts: ['Reklam', 'Sponsor'] },
    { means: 'comment', where: 'line', seenIn: 'Kurdish news sites', texts: [
      'Şîrove', 'Şîroveyek binivîse', 'Şîrove bike', 'Bersiv bide', 'Bersivê bide', 'Nav',
      'Şîroveyên dawî',
    ] },
    { means: 'comment', where: 'start', seenIn: 'WordPress', texts: ['Navnîşana te ya e-nameyê'] },
    { means: 'consent', where: 'start', seenIn: 'page footers', texts: [
      'Siyaseta nepeniyê', 'Polîtîkaya veşarîtiyê', 'Mercên bikaranînê',
    ] },
    { means: 'consent', where: 'label', seenIn: 'page footers', texts: ['Çerez'] },
    { means: 'copyright', where: 'anywhere', seenIn: 'page footers', texts: [
      'Hemû maf parastî ne', 'Hemû mafên wê parastî ne', 'Mafên weşanê',
    ] },
    { means: 'newsletter', where: 'start', seenIn: 'Kurdish news sites', texts: ['Bibe abone'] },
    { means: 'newsletter', where: 'label', seenIn: 'Kurdish news sites', texts: [
      'Abonetî', 'Nûçename',
    ] },
    { means: 'account', where: 'line', seenIn: 'Kurdish news sites', texts: [
      'Têkeve', 'Têketin', 'Hesab çêbike', 'Qeyd bibe', 'Şîfre', 'Derketin',
    ] },
    { means: 'other', where: 'line', seenIn: 'Wikipedia', texts: [
      'Naverok', 'Çavkanî û nîşe', 'Girêdanên derve',
    ] },
  ],
  functionWords: [
    'û', 'di', 'de', 'ji', 'bo', 'li', 'bi', 'ku', 'ev', 'ew', 'min', 'te', 'me', 'we', 'wan',
    'wî', 'xwe', 'ya', 'yê', 'yên', 're', 'da', 'hat', 'hatin', 'hatiye', 'kir', 'kirin', 'kiriye',
    'dike', 'dikin', 'dibe', 'bû', 'bûn', 'ne', 'an', 'lê', 'heke', 'eger', 'çimkî', 'piştî',
    'berî', 'heta', 'her', 'hemû', 'yek', 'gelek', 'got', 'gotin', 'diyar', 'derbarê', 'wek',
    'weke', 'nav', 'navbera', 'ser', 'bin', 'dema', 'roja', 'sala', 'heye', 'tune',
  ],
  months: [
    { calendar: 'gregory', names: [
      'Çile', 'Sibat', 'Adar', 'Nîsan', 'Gulan', 'Hezîran', 'Tîrmeh', 'Tebax', 'Îlon', 'Cotmeh',
      'Mijdar', 'Kanûn',
    ] },
    { calendar: 'gregory', names: [
      'Rêbendan', 'Reşemî', 'Avdar', 'Avrêl', 'Gulan', 'Pûşper', 'Tîrmeh', 'Gelawêj', 'Rezber',
      'Kewçêr', 'Sermawez', 'Berfanbar',
    ] },
  ],
  weekdays: [
    ['Duşem', 'Sêşem', 'Çarşem', 'Pêncşem', 'În', 'Şemî', 'Yekşem'],
  ],
  relativeTime: {
    ago: ['berê', 'beriya', 'ji berî'],
    units: ['saniye', 'çirke', 'deqe', 'xulek', 'saet', 'demjimêr', 'roj', 'hefte', 'meh', 'sal'],
    moments: ['îro', 'duh', 'niha'],
  },
};
