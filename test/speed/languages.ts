/** What the pages of one language are made of: real words of grammar and furniture, made-up words else. */
export interface Language {
  readonly code: string;
  /** Share of the pages. Those in Arabic script come to 0.8. */
  readonly share: number;
  readonly grammar: readonly string[];
  /** Parts that a made-up word begins, goes on and ends with. */
  readonly starts: readonly string[];
  readonly middles: readonly string[];
  readonly ends: readonly string[];
  readonly stop: string;
  readonly comma: string;
  readonly home: string;
  readonly sections: readonly string[];
  readonly months: readonly string[];
  readonly by: string;
  readonly published: string;
  readonly readAlso: string;
  readonly source: string;
  readonly tags: string;
  readonly related: string;
  readonly shareButton: string;
  readonly newsletter: string;
  readonly rights: string;
}

function list(words: string): readonly string[] {
  return words.split(' ');
}

const arabicRoots = list(
  'ك ت ب د ر س ع ل م ن ح ج ش ق ف ص ط خ ذ غ ه سل حر نق فت كم عر شب رق مد نظ حف',
);

const arabic: Language = {
  code: 'ar',
  share: 0.66,
  grammar: list(
    'في من على إلى أن عن مع هذا هذه التي الذي كان قد لا ما بعد قبل بين كما حيث خلال وقال وأضاف إن أو ثم لم لن كل منذ حتى عند',
  ),
  starts: [...arabicRoots, ...arabicRoots.map((root) => `ال${root}`), 'وال', 'بال', 'مت', 'است'],
  middles: [...arabicRoots, 'ا', 'و', 'ي', 'ت', 'ن'],
  ends: list('ة ات ين ون ي ها هم ان اء ية ر ل م د ب ق'),
  stop: '.',
  comma: '،',
  home: 'الرئيسية',
  sections: list('سياسة اقتصاد رياضة ثقافة صحة تكنولوجيا منوعات فيديو'),
  months: list('يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'),
  by: 'كتب:',
  published: 'نشر في',
  readAlso: 'اقرأ أيضا:',
  source: 'المصدر:',
  tags: 'كلمات دلالية:',
  related: 'مواضيع ذات صلة',
  shareButton: 'شارك على فيسبوك',
  newsletter: 'اشترك في النشرة البريدية',
  rights: 'جميع الحقوق محفوظة',
};

const persian: Language = {
  ...arabic,
  code: 'fa',
  share: 0.14,
  grammar: list(
    'در از به که با را این آن برای است بود شد کرد می تا بر هم یک نیز گفت خود پس اما اگر هر بین روی بعد پیش',
  ),
  starts: list('ک ت پ د ر س گ ل م ن چ ج ش خ ف ژ ب آ شه فر پر گر دان نو ور هم بر'),
  middles: list('ا و ی ر ن س م ش د ت گ پ هن ور ام ین'),
  ends: list('ه ان ها ی های گر مند ستان وار ش ت د ر ن م ک'),
  home: 'صفحه اصلی',
  sections: list('سیاسی اقتصادی ورزشی فرهنگی سلامت فناوری جهان ویدئو'),
  months: list('فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'),
  by: 'نویسنده:',
  published: 'تاریخ انتشار:',
  readAlso: 'بیشتر بخوانید:',
  source: 'منبع:',
  tags: 'برچسب‌ها:',
  related: 'اخبار مرتبط',
  shareButton: 'اشتراک گذاری',
  newsletter: 'عضویت در خبرنامه',
  rights: 'تمامی حقوق محفوظ است',
};

const english: Language = {
  code: 'en',
  share: 0.1,
  grammar: list(
    'the of to and in a is that for it was on with as at by from be this have not are but or an they which said will has',
  ),
  starts: list(
    'ba co de fi gra ho in ka lo mar ne or pre qui re sta tre un ver wil ex br cl tr sp',
  ),
  middles: list('a e i o u an er in ol tra min ven ter sti lo ca ber do'),
  ends: list('n r t ing ed tion ment er ly s al ness ity ous en d m'),
  stop: '.',
  comma: ',',
  home: 'Home',
  sections: list('Politics Business Sport Culture Health Technology World Video'),
  months: list(
    'January February March April May June July August September October November December',
  ),
  by: 'By',
  published: 'Published',
  readAlso: 'Read also:',
  source: 'Source:',
  tags: 'Tags:',
  related: 'Related articles',
  shareButton: 'Share on Facebook',
  newsletter: 'Sign up for our newsletter',
  rights: 'All rights reserved',
};

const french: Language = {
  ...english,
  code: 'fr',
  share: 0.04,
  grammar: list(
    'le la les de des du et en un une que qui dans pour sur avec par est a pas plus au ce cette se il elle mais ou sont',
  ),
  middles: list('a é i o u an on è ou in tra mi ven è tier lo cha bre'),
  ends: list('n re t é er tion ment eur lle s al ité eux ais ant que ie'),
  home: 'Accueil',
  sections: list('Politique Économie Sport Culture Santé Sciences Monde Vidéo'),
  months: list(
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  ),
  by: 'Par',
  published: 'Publié le',
  readAlso: 'Lire aussi :',
  source: 'Source :',
  tags: 'Mots-clés :',
  related: 'Sur le même sujet',
  shareButton: 'Partager sur Facebook',
  newsletter: 'Inscrivez-vous à la newsletter',
  rights: 'Tous droits réservés',
};

const russian: Language = {
  ...english,
  code: 'ru',
  share: 0.06,
  grammar: list(
    'и в не на что с по как из за к но от для о это его был она они так уже при или если также после до во',
  ),
  starts: list('по при вос за на пре раз до с об вы от не ко мо ста гра во до кри те'),
  middles: list('а о е и у ов ен ст ра ло ми де ник ва ре'),
  ends: list('ый ая ть ние ов ам ах ость ик ка ом ет ли ся на'),
  home: 'Главная',
  sections: list('Политика Экономика Спорт Культура Здоровье Технологии Мир Видео'),
  months: list('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
  by: 'Автор:',
  published: 'Опубликовано',
  readAlso: 'Читайте также:',
  source: 'Источник:',
  tags: 'Теги:',
  related: 'Материалы по теме',
  shareButton: 'Поделиться',
  newsletter: 'Подпишитесь на рассылку',
  rights: 'Все права защищены',
};

export const languages: readonly Language[] = [arabic, persian, english, french, russian];
