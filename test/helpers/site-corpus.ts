/**
 * Sites of many pages each, made up: every page has a story of its own, and every site its lines
 * that look like prose: an appeal, a disclaimer, an author box, cookie and comment rules. Each page
 * is labelled, so that it can be told how much of the body a splitter finds.
 */

/** One site's language: parts that sentences of its stories are made of, and what it repeats. */
interface SiteText {
  readonly name: string;
  readonly headline: (place: string, event: string) => string;
  readonly subjects: readonly string[];
  readonly events: readonly string[];
  readonly reasons: readonly string[];
  readonly closings: readonly string[];
  readonly sentence: (subject: string, place: string, event: string, reason: string) => string;
  /** Names people, so that stories differ as much as those of a newspaper do. */
  readonly present: (names: string) => string;
  readonly menu: readonly string[];
  /** Long sentences that stand above and below the story on every page. */
  readonly above: readonly string[];
  readonly below: readonly string[];
}

const syllables = ['ka', 'lo', 'mi', 'ren', 'to', 'sa', 'vel', 'nu', 'dor', 'pi', 'hal', 'be'];
const arabicSyllables = ['كا', 'لو', 'مي', 'رن', 'تو', 'سا', 'فل', 'نو', 'در', 'بي', 'هل', 'با'];
const russianSyllables = [
  'ка',
  'ло',
  'ми',
  'рен',
  'то',
  'са',
  'вел',
  'ну',
  'дор',
  'пи',
  'хал',
  'бе',
];
const chineseSyllables = Array.from(
  '嘉洛明仁涛沙维努多平汉贝林江陈宋梁秦杜孟岳崔温康施段钱汤尹黎易常武乔贺赖龚庞樊兰殷',
);

const english: SiteText = {
  name: 'ledger.example',
  headline: (place, event) => `${place}: ${event}`,
  subjects: [
    'The town council of',
    'The harbour master in',
    'The school board of',
    'A group of farmers near',
    'The orchestra of',
    'The fire brigade in',
    'A court in',
    'The museum of',
    'The ferry company of',
    'The hospital in',
    'Engineers working near',
    'The library of',
  ],
  events: [
    'opened a second bridge for cyclists',
    'asked for more money to repair the roof',
    'found an old letter behind a wall',
    'postponed the summer festival until autumn',
    'sold the empty railway station to a baker',
    'counted fewer swallows than ever before',
    'hired forty nurses from the coast',
    'won the regional prize for clean water',
    'closed the market hall after heavy rain',
    'planted nine hundred apple trees',
    'printed a new map of the footpaths',
    'gave back a painting taken in the war',
  ],
  reasons: [
    'because the spring floods had damaged the foundations',
    'after a debate that lasted until midnight',
    'although nobody had expected the vote to pass',
    'while hundreds of visitors watched from the hill',
    'so that children can reach the beach without crossing the road',
    'as the previous owner had left no instructions',
    'despite the protests of several neighbours',
    'when the snow on the northern slope finally melted',
    'before the new law comes into force in July',
    'since the old machines could no longer be repaired',
    'with the help of two retired carpenters',
    'during the coldest week of the year',
  ],
  closings: [
    'The work will take about eleven weeks',
    'Nobody was hurt',
    'A second meeting is planned for Thursday',
    'The mayor did not want to comment',
    'Tickets cost four crowns',
    'The street stays closed until Easter',
  ],
  sentence: (subject, place, event, reason) => `${subject} ${place} ${event} ${reason}.`,
  present: (names) => `Among those who came were ${names}, and they stayed for the whole day.`,
  menu: ['Home', 'Region', 'Business', 'Culture', 'Weather'],
  above: [
    'We and our partners store information on your device, such as cookies, to measure how our pages are used and to show you content that fits your interests.',
  ],
  below: [
    'Our reporters can only do this work because readers like you support it, so please consider making a small contribution today, however modest it may be.',
    'The opinions given in this paper are those of their authors and do not necessarily reflect the position of the publishing house or of its shareholders.',
    'Comments are read by our editors before they appear; those that insult other readers, give private addresses or advertise goods are removed without notice.',
    'Every Friday our editors choose the five stories that moved the region most, and we send them to your mailbox before breakfast, free of charge.',
  ],
};

const german: SiteText = {
  name: 'bote.example',
  headline: (place, event) => `${place}: ${event}`,
  subjects: [
    'Der Gemeinderat von',
    'Die Feuerwehr in',
    'Das Museum in',
    'Die Musikschule von',
    'Ein Gericht in',
    'Der Sportverein aus',
    'Die Bäckerinnung in',
    'Das Krankenhaus von',
    'Die Winzer rund um',
    'Die Bibliothek in',
    'Eine Forscherin aus',
    'Der Tierschutzverein von',
  ],
  events: [
    'hat eine zweite Brücke für Radfahrer eröffnet',
    'braucht mehr Geld für das undichte Dach',
    'hat hinter einer Mauer alte Briefe gefunden',
    'verschiebt das Sommerfest auf den Herbst',
    'hat den leeren Bahnhof an einen Bäcker verkauft',
    'zählt so wenige Schwalben wie noch nie',
    'stellt vierzig Pflegekräfte aus dem Norden ein',
    'gewinnt den Preis für sauberes Wasser',
    'schließt die Markthalle nach starkem Regen',
    'pflanzt neunhundert Apfelbäume am Hang',
    'druckt eine neue Karte der Wanderwege',
    'gibt ein im Krieg geraubtes Gemälde zurück',
  ],
  reasons: [
    'weil das Hochwasser die Fundamente beschädigt hatte',
    'nach einer Debatte bis Mitternacht',
    'obwohl kaum jemand mit der Mehrheit gerechnet hatte',
    'während Hunderte vom Hügel aus zusahen',
    'damit Kinder den Strand ohne Straße erreichen',
    'denn der Vorbesitzer hatte nichts geregelt',
    'trotz der Proteste einiger Nachbarn',
    'sobald der Schnee am Nordhang geschmolzen war',
    'bevor im Juli das neue Gesetz gilt',
    'da die alten Maschinen nicht mehr zu reparieren waren',
    'mit Hilfe zweier pensionierter Tischler',
    'mitten in der kältesten Woche des Jahres',
  ],
  closings: [
    'Die Arbeiten dauern etwa elf Wochen',
    'Verletzt wurde niemand',
    'Am Donnerstag wird weiter beraten',
    'Die Bürgermeisterin wollte sich nicht äußern',
    'Der Eintritt kostet vier Kronen',
    'Die Straße bleibt bis Ostern gesperrt',
  ],
  sentence: (subject, place, event, reason) => `${subject} ${place} ${event}, ${reason}.`,
  present: (names) => `Gekommen waren unter anderen ${names}, und sie blieben den ganzen Tag.`,
  menu: ['Startseite', 'Region', 'Wirtschaft', 'Kultur', 'Wetter'],
  above: [
    'Wir und unsere Partner speichern Informationen auf Ihrem Gerät, etwa Cookies, um die Nutzung unserer Seiten zu messen und Ihnen passende Inhalte zu zeigen.',
  ],
  below: [
    'Unsere Reporterinnen und Reporter können diese Arbeit nur leisten, weil Leser wie Sie sie unterstützen; schon ein kleiner Beitrag im Monat hilft uns sehr.',
    'Die hier geäußerten Ansichten sind die der Verfasser und geben nicht unbedingt die Haltung des Verlages oder seiner Gesellschafter wieder.',
    'Kommentare werden vor der Freigabe gelesen; Beiträge, die andere beleidigen, Anschriften nennen oder für Waren werben, werden ohne Ankündigung gelöscht.',
    'Jeden Freitag wählt die Redaktion die fünf Geschichten aus, die die Region am meisten bewegt haben, und schickt sie Ihnen noch vor dem Frühstück.',
  ],
};

const spanish: SiteText = {
  name: 'correo.example',
  headline: (place, event) => `${place}: ${event}`,
  subjects: [
    'El ayuntamiento de',
    'Los bomberos de',
    'El museo de',
    'La escuela de música de',
    'Un juzgado de',
    'El club deportivo de',
    'Los panaderos de',
    'El hospital de',
    'Los viticultores de',
    'La biblioteca de',
    'Una investigadora de',
    'La protectora de animales de',
  ],
  events: [
    'ha inaugurado un segundo puente para ciclistas',
    'pide más dinero para arreglar el tejado',
    'ha hallado cartas antiguas detrás de un muro',
    'aplaza la fiesta de verano hasta el otoño',
    'ha vendido la estación vacía a un panadero',
    'cuenta menos golondrinas que nunca',
    'contrata a cuarenta enfermeras de la costa',
    'gana el premio regional al agua limpia',
    'cierra el mercado cubierto tras las lluvias',
    'planta novecientos manzanos en la ladera',
    'imprime un nuevo mapa de los senderos',
    'devuelve un cuadro robado durante la guerra',
  ],
  reasons: [
    'porque las crecidas habían dañado los cimientos',
    'después de un debate que duró hasta medianoche',
    'aunque nadie esperaba que la votación saliera adelante',
    'mientras cientos de vecinos miraban desde la colina',
    'para que los niños lleguen a la playa sin cruzar la carretera',
    'ya que el dueño anterior no dejó instrucciones',
    'pese a las protestas de varios vecinos',
    'cuando por fin se derritió la nieve de la cara norte',
    'antes de que la nueva ley entre en vigor en julio',
    'puesto que las viejas máquinas ya no tenían arreglo',
    'con la ayuda de dos carpinteros jubilados',
    'durante la semana más fría del año',
  ],
  closings: [
    'Las obras durarán unas once semanas',
    'No hubo heridos',
    'El jueves habrá una segunda reunión',
    'La alcaldesa no quiso hacer declaraciones',
    'La entrada cuesta cuatro coronas',
    'La calle seguirá cortada hasta Pascua',
  ],
  sentence: (subject, place, event, reason) => `${subject} ${place} ${event} ${reason}.`,
  present: (names) => `Entre los asistentes estaban ${names}, que se quedaron todo el día.`,
  menu: ['Portada', 'Comarca', 'Economía', 'Cultura', 'El tiempo'],
  above: [
    'Nosotros y nuestros socios guardamos información en su dispositivo, como las cookies, para medir el uso de nuestras páginas y mostrarle contenidos de su interés.',
  ],
  below: [
    'Nuestros periodistas solo pueden hacer este trabajo porque lectores como usted lo apoyan; le pedimos que considere una pequeña aportación, por modesta que sea.',
    'Las opiniones publicadas en este diario son las de sus autores y no reflejan necesariamente la postura de la empresa editora ni la de sus accionistas.',
    'Los comentarios se leen antes de publicarse; los que insultan a otros lectores, dan direcciones privadas o anuncian productos se eliminan sin previo aviso.',
    'Cada viernes la redacción elige las cinco historias que más han conmovido a la comarca y se las enviamos gratis a su buzón antes del desayuno.',
  ],
};

const arabic: SiteText = {
  name: 'sahifa.example',
  headline: (place, event) => `${place}: ${event}`,
  subjects: [
    'مجلس بلدية',
    'فرقة الإطفاء في',
    'متحف',
    'مدرسة الموسيقى في',
    'المحكمة في',
    'النادي الرياضي في',
    'جمعية الخبازين في',
    'مستشفى',
    'مزارعو الزيتون قرب',
    'المكتبة العامة في',
    'باحثة من',
    'جمعية الرفق بالحيوان في',
  ],
  events: [
    'افتتح جسرا ثانيا لراكبي الدراجات',
    'طلب مزيدا من المال لإصلاح السقف القديم',
    'عثر على رسائل قديمة خلف أحد الجدران',
    'أجل مهرجان الصيف إلى فصل الخريف',
    'باع محطة القطار المهجورة لخباز من المدينة',
    'أحصى أقل عدد من طيور السنونو منذ سنوات',
    'وظف أربعين ممرضة من مدن الساحل',
    'فاز بجائزة الإقليم للمياه النظيفة',
    'أغلق السوق المسقوف بعد الأمطار الغزيرة',
    'زرع تسعمائة شجرة تفاح على السفح',
    'طبع خريطة جديدة لدروب المشاة',
    'أعاد لوحة سرقت خلال الحرب',
  ],
  reasons: [
    'لأن الفيضانات ألحقت أضرارا بالأساسات',
    'بعد نقاش استمر حتى منتصف الليل',
    'رغم أن أحدا لم يتوقع نجاح التصويت',
    'بينما كان مئات الزوار يشاهدون من التلة',
    'حتى يصل الأطفال إلى الشاطئ دون عبور الطريق',
    'إذ لم يترك المالك السابق أي تعليمات',
    'على الرغم من احتجاج عدد من الجيران',
    'عندما ذابت الثلوج أخيرا على المنحدر الشمالي',
    'قبل أن يدخل القانون الجديد حيز التنفيذ في يوليو',
    'بعدما تعذر إصلاح الآلات القديمة',
    'بمساعدة نجارين متقاعدين',
    'خلال أبرد أسبوع في السنة',
  ],
  closings: [
    'وتستغرق الأعمال نحو أحد عشر أسبوعا',
    'ولم يصب أحد بأذى',
    'ومن المقرر عقد اجتماع ثان يوم الخميس',
    'ورفض رئيس البلدية التعليق على ذلك',
    'وسعر التذكرة أربعة دنانير',
    'ويبقى الشارع مغلقا حتى نهاية الربيع',
  ],
  sentence: (subject, place, event, reason) => `${subject} ${place} ${event} ${reason}.`,
  present: (names) => `وكان بين الحاضرين ${names} الذين بقوا هناك طوال اليوم.`,
  menu: ['الرئيسية', 'محليات', 'اقتصاد', 'ثقافة', 'الطقس'],
  above: [
    'نقوم نحن وشركاؤنا بحفظ معلومات على جهازك مثل ملفات الارتباط لقياس استخدام صفحاتنا ولعرض المحتوى الذي يناسب اهتماماتك.',
  ],
  below: [
    'لا يستطيع صحفيونا القيام بهذا العمل إلا لأن قراء مثلك يدعمونه، لذلك نرجو أن تفكر في المساهمة معنا اليوم ولو بمبلغ صغير كل شهر.',
    'الآراء المنشورة في هذه الصحيفة تعبر عن رأي أصحابها ولا تعكس بالضرورة موقف دار النشر أو المساهمين فيها أو العاملين لديها.',
    'يقرأ المحررون كل ما يكتبه القراء قبل نشره، ويحذف من دون إشعار ما يسيء إلى الآخرين أو يذكر عناوين خاصة أو يروج لبضائع.',
    'في كل يوم جمعة يختار محررونا القصص الخمس التي أثرت في المنطقة أكثر من غيرها ونرسلها إلى بريدك مجانا قبل الفطور.',
  ],
};

const russian: SiteText = {
  name: 'vestnik.example',
  headline: (place, event) => `${place}: ${event}`,
  subjects: [
    'Городской совет города',
    'Пожарная часть города',
    'Музей города',
    'Музыкальная школа города',
    'Суд города',
    'Спортивный клуб города',
    'Союз пекарей города',
    'Больница города',
    'Садовод из города',
    'Библиотека города',
    'Учёный из города',
    'Приют для животных города',
  ],
  events: [
    'построил второй мост для велосипедистов',
    'попросил больше денег на ремонт крыши',
    'нашёл за стеной старые письма',
    'перенёс летний праздник на осень',
    'продал пустой вокзал пекарю',
    'насчитал меньше ласточек, чем когда-либо',
    'нанял сорок медсестёр с побережья',
    'получил областную награду за чистую воду',
    'закрыл крытый рынок после сильных дождей',
    'посадил девятьсот яблонь на склоне',
    'напечатал новую карту пешеходных троп',
    'вернул картину, украденную во время войны',
  ],
  reasons: [
    'потому что весенний паводок повредил фундамент',
    'после споров, которые длились до полуночи',
    'хотя никто не ожидал такого исхода голосования',
    'пока сотни гостей смотрели на это с холма',
    'чтобы дети могли дойти до пляжа, не переходя дорогу',
    'так как прежний хозяин не оставил указаний',
    'несмотря на протесты нескольких соседей',
    'когда на северном склоне наконец растаял снег',
    'до того как в июле вступит в силу новый закон',
    'поскольку старые машины уже нельзя было починить',
    'с помощью двух плотников на пенсии',
    'в самую холодную неделю года',
  ],
  closings: [
    'Работы займут около одиннадцати недель',
    'Никто не пострадал',
    'Вторая встреча назначена на четверг',
    'Глава города отказался от комментариев',
    'Билет стоит четыре кроны',
    'Улица останется закрытой до Пасхи',
  ],
  sentence: (subject, place, event, reason) => `${subject} ${place} ${event}, ${reason}.`,
  present: (names) => `Среди гостей были ${names}, и они оставались там весь день.`,
  menu: ['Главная', 'Область', 'Экономика', 'Культура', 'Погода'],
  above: [
    'Мы и наши партнёры храним на вашем устройстве сведения, например файлы cookie, чтобы измерять посещаемость страниц и показывать то, что вам интересно.',
  ],
  below: [
    'Наши журналисты могут делать эту работу только потому, что её поддерживают такие читатели, как вы, поэтому просим вас подумать о небольшом взносе.',
    'Мнения, высказанные в нашей газете, принадлежат их авторам и могут не совпадать с позицией издательства или его владельцев.',
    'Редакторы читают отзывы до публикации; те, что оскорбляют других читателей, называют адреса или рекламируют товары, удаляются без предупреждения.',
    'Каждую пятницу редакция выбирает пять историй, которые больше всего взволновали область, и бесплатно присылает их вам ещё до завтрака.',
  ],
};

const chinese: SiteText = {
  name: 'ribao.example',
  headline: (place, event) => `${place}市${event}`,
  subjects: [
    '镇议会在',
    '消防队在',
    '博物馆在',
    '音乐学校在',
    '法院在',
    '体育俱乐部在',
    '面包师协会在',
    '医院在',
    '果农在',
    '图书馆在',
    '一位研究员在',
    '动物保护协会在',
  ],
  events: [
    '为骑自行车的人开通了第二座桥',
    '申请更多经费修理漏水的屋顶',
    '在墙后面发现了一批旧信件',
    '把夏季的庆典推迟到秋天举行',
    '把空置的火车站卖给了一位面包师',
    '统计到的燕子比往年都要少',
    '从沿海地区招聘了四十名护士',
    '获得了全省清洁用水奖',
    '在大雨之后关闭了室内市场',
    '在山坡上种下了九百棵苹果树',
    '印制了一张新的步行道地图',
    '归还了一幅战争期间被抢走的油画',
  ],
  reasons: [
    '因为春天的洪水损坏了地基',
    '此前的讨论一直持续到半夜',
    '尽管没有人料到投票能够通过',
    '当时有数百名游客在山上观看',
    '这样孩子们不用过马路就能走到海滩',
    '因为原来的主人没有留下任何说明',
    '虽然有几位邻居提出了抗议',
    '这时北坡上的积雪终于融化了',
    '要赶在七月新的法律生效之前完成',
    '因为旧机器已经无法修理',
    '两位退休的木匠也来帮忙',
    '那是一年当中最冷的一个星期',
  ],
  closings: [
    '工程大约需要十一个星期',
    '没有人受伤',
    '第二次会议定在星期四举行',
    '镇长不愿意对此发表评论',
    '门票的价格是四元',
    '这条街道将封闭到复活节',
  ],
  sentence: (subject, place, event, reason) => `${subject}${place}${event}，${reason}。`,
  present: (names) => `到场的还有${names}，他们在那里待了一整天。`,
  menu: ['首页', '本地', '财经', '文化', '天气'],
  above: [
    '我们和我们的合作伙伴会在您的设备上保存信息，用来统计页面的使用情况，并向您展示您可能感兴趣的内容，您可以随时更改这一设置。',
  ],
  below: [
    '我们的记者能够坚持这项工作，完全是因为有像您这样的读者在支持，所以请您考虑今天就为我们提供一点小小的帮助，无论多少都很有意义。',
    '本报所刊登的观点只代表作者本人的看法，并不一定反映出版社或者其股东的立场，读者在作出任何决定之前应当自行判断。',
    '编辑会在读者的意见发表之前先行阅读，凡是侮辱他人、公布私人地址或者推销商品的内容，都会在不另行通知的情况下被删除。',
    '每个星期五，编辑部都会挑选出最打动本地居民的五个故事，并在早餐之前免费发送到您的邮箱里，让您不错过任何重要的事情。',
  ],
};

const sites: readonly (readonly [SiteText, readonly string[]])[] = [
  [english, syllables],
  [german, syllables],
  [spanish, syllables],
  [arabic, arabicSyllables],
  [russian, russianSyllables],
  [chinese, chineseSyllables],
];

/** A page and what is its body. */
export interface MadePage {
  readonly site: string;
  /** Path below the corpus. */
  readonly path: string;
  readonly text: string;
  /** Lines of the body. */
  readonly body: readonly string[];
}

/** A row of numbers that looks like chance, the same for the same seed (Park and Miller, 1988). */
export function chance(seed: number): (most: number) => number {
  let state = (seed * 7919 + 17) % 2147483647;
  for (let warm = 0; warm < 5; warm++) state = (state * 48271) % 2147483647;
  return (most) => {
    state = (state * 48271) % 2147483647;
    return state % most;
  };
}

/** Names of the sites. */
export const siteNames: readonly string[] = sites.map(([{ name }]) => name);

/** A paragraph of its own for each seed, in the language of a site. */
export function madeParagraph(site: number, seed: number): string {
  const [text, names] = sites[site]!;
  const draw = chance(seed);
  const take = (items: readonly string[]): string => items[draw(items.length)]!;
  const isChinese = text === chinese;
  const name = (): string => {
    const joined = take(names) + take(names) + (isChinese ? '' : take(names));
    return joined.charAt(0).toUpperCase() + joined.slice(1);
  };
  const sentences = Array.from({ length: 1 + draw(2) }, () =>
    text.sentence(take(text.subjects), name(), take(text.events), take(text.reasons)),
  );
  const people = Array.from({ length: (isChinese ? 12 : 5) + draw(4) }, () =>
    isChinese ? name() + take(names) : `${name()} ${name()}`,
  );
  const closing = `${take(text.closings)}${isChinese ? '。' : '.'}`;
  const comma = isChinese ? '、' : text === arabic ? '، ' : ', ';
  const parts = [...sentences, text.present(people.join(comma)), closing];
  return parts.join(isChinese ? '' : ' ');
}

/**
 * A page of a site: its menu, headline, three to six paragraphs of its own, and the site's lines.
 *
 * @param more - lines put into the middle of the body, part of it.
 */
export function madePage(site: number, seed: number, more: readonly string[] = []): MadePage {
  const [text, names] = sites[site]!;
  const draw = chance(seed * 31 + site);
  const name = names[draw(names.length)]! + names[draw(names.length)]!;
  const place = name.charAt(0).toUpperCase() + name.slice(1);
  const own = Array.from({ length: 3 + draw(4) }, (_, at) =>
    madeParagraph(site, seed * 1009 + site * 101 + at),
  );
  const body = [...own.slice(0, 2), ...more, ...own.slice(2)];
  const lines = [
    ...text.menu,
    ...text.above,
    text.headline(place, text.events[draw(text.events.length)]!),
    ...body,
    ...text.below,
    `© ${2000 + draw(26)} ${text.name}`,
  ];
  return {
    site: text.name,
    path: `${text.name}/${String(seed).padStart(5, '0')}.txt`,
    text: lines.join('\n\n'),
    body,
  };
}
