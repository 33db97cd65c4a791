import type { MarkerMeaning } from '../language/pack.ts';
import type { ScannedPage } from '../text/scanned-page.ts';
import { sourceOf, writerBesideDate, writerOf } from './byline.ts';
import { ItemList, withoutClosedLabel, withoutLabel, withoutListMark } from './item-text.ts';
import type { KnownWords } from './known-words.ts';
import { fieldText, lineText } from './line-text.ts';
import { sectionOf } from './section.ts';
import type { SplitPage } from './splitter.ts';
import { WordRuns, tagItems } from './tag-items.ts';
import { titleOf } from './title-text.ts';

/** An article carried by a page beside its own. */
export interface EmbeddedText {
  readonly title: string;
  readonly text: string;
}

/** What a split page says besides its body. */
export interface PageFields {
  readonly title: string;
  /** Headlines of related articles; list marks, numbering and labels stripped, each once, in page order. */
  readonly related: readonly string[];
  /** Tags, each once, in page order. */
  readonly tags: readonly string[];
  /** Who wrote it, without "by". */
  readonly byline: string;
  /** Where the text is from, without "source:". */
  readonly attribution: string;
  readonly section: string;
  /** The line that holds the date of publication, as it stands on the page. */
  readonly date: string;
  readonly embedded: readonly EmbeddedText[];
}

/** Labels of a list of headlines, and of one. */
const relatedLabels: ReadonlySet<MarkerMeaning> = new Set([
  'related',
  'read-also',
  'related-or-tags',
  'embedded',
  'more',
]);

/** Reads the fields of a page off its labelled lines, HTML entities in them read. */
export function readFields(page: ScannedPage, split: SplitPage, known: KnownWords): PageFields {
  const { labels, lines } = split;
  const related = new ItemList();
  const tags = new ItemList();
  let byline = '';
  let besideDate = '';
  let attribution = '';
  const isFunctionWord = known.functionWordsOf(lines.language);
  let runs: WordRuns | undefined;
  const article = (): WordRuns => (runs ??= new WordRuns(articleWords(page, split)));
  for (let k = 0; k < lines.count; k++) {
    const line = lines.line[k]!;
    const role = labels.role(line);
    const kind = labels.kind(line);
    if (kind === 'related' && role !== 'heading' && isHeadline(page, split, known, k)) {
      related.add(headline(page, split, k));
    } else if (kind === 'tags' && role !== 'heading') {
      const text = withoutListMark(unlabelled(page, split, k));
      const labelled = startsWithLabel(split, k);
      for (const tag of tagItems(text, labelled, article, isFunctionWord)) {
        // A link to the rest of the list ends many.
        if (!known.means(tag, 'more')) tags.add(withoutListMark(tag));
      }
    } else if (role === 'byline' && byline === '') byline = writerOf(fieldText(page, line), known);
    else if (role === 'date' && besideDate === '')
      besideDate = writerBesideDate(fieldText(page, line), known);
    else if (kind !== 'furniture') continue;
    else if (role === 'attribution' && attribution === '')
      attribution = sourceOf(unlabelled(page, split, k), known);
  }
  return {
    title: titleOf(page, split),
    related: related.items,
    tags: tags.items,
    byline: byline === '' ? besideDate : byline,
    attribution,
    section: sectionOf(page, split, known),
    date: dateOf(page, split),
    embedded: embeddedOf(page, split),
  };
}

/** Dates and teasers stand between headlines. */
function isHeadline(page: ScannedPage, split: SplitPage, known: KnownWords, k: number): boolean {
  const { lines } = split;
  if (lines.date[k] === 0 && lines.prose[k] === 0) return true;
  const text = fieldText(page, lines.line[k]!);
  if (lines.date[k] === 1 && known.isLoneDate(text)) return false;
  return lines.prose[k] === 0 || !isTeaser(split, k, text);
}

/** A full sentence, or a text that is too long for a headline. */
function isTeaser({ lines }: SplitPage, k: number, text: string): boolean {
  if (lines.length[k]! > mostHeadlineLength) return true;
  if (lines.bullet[k] === 1 || lines.numbered[k] === 1) return false;
  return lines.length[k]! > mostPlainLength || fullStop.test(text);
}

/** Length of headlines set as items of a list; newspapers' longest have some 150 letters. */
const mostHeadlineLength = 160;
/** Length of those without a list mark, among which teasers stand. */
const mostPlainLength = 120;
const fullStop = /[.。۔]$/u;

/** A headline without its list mark and without a label such as "Read also:". */
function headline(page: ScannedPage, split: SplitPage, k: number): string {
  const text = withoutListMark(fieldText(page, split.lines.line[k]!));
  const marker = split.lines.marker[k];
  if (!startsWithLabel(split, k) || !relatedLabels.has(marker!.means)) return text;
  return withoutListMark(withoutClosedLabel(text, marker!.words));
}

/** A known phrase begins the line and more stands behind it. */
function startsWithLabel({ lines }: SplitPage, k: number): boolean {
  const marker = lines.marker[k];
  if (marker === undefined || marker.where === 'anywhere') return false;
  return marker.where !== 'line' && marker.words < lines.words[k]!;
}

function unlabelled(page: ScannedPage, split: SplitPage, k: number): string {
  const text = fieldText(page, split.lines.line[k]!);
  if (!startsWithLabel(split, k)) return text;
  return withoutLabel(withoutListMark(text), split.lines.marker[k]!.words);
}

/**
 * The date of publication: the first date between the title and the body, or the nearest above
 * the body, or the first below its beginning. A page's first date is often that of the visit.
 */
function dateOf(page: ScannedPage, { labels, lines }: SplitPage): string {
  let title = -1;
  let above = -1;
  let afterTitle = -1;
  let below = -1;
  let inBody = false;
  for (let k = 0; k < lines.count; k++) {
    const line = lines.line[k]!;
    const kind = labels.kind(line);
    if (kind === 'body') inBody = true;
    if (kind === 'title' && title < 0) title = k;
    const role = labels.role(line);
    const isDate = role === 'date' || (role === 'byline' && lines.date[k] === 1);
    if (kind !== 'furniture' || !isDate || lines.numbers[k] === 0) continue;
    if (inBody) below = below < 0 ? line : below;
    else {
      above = line;
      if (title >= 0 && afterTitle < 0) afterTitle = line;
    }
  }
  const line = [afterTitle, above, below].find((found) => found >= 0);
  return line === undefined ? '' : lineText(page, line);
}

function embeddedOf(page: ScannedPage, { labels, lines }: SplitPage): EmbeddedText[] {
  const articles: { title: string; lines: string[] }[] = [];
  let isOpen = false;
  for (let k = 0; k < lines.count; k++) {
    const line = lines.line[k]!;
    if (labels.kind(line) !== 'embedded') {
      isOpen = false;
      continue;
    }
    const role = labels.role(line);
    const last = articles.at(-1);
    // A heading and the headline after it open one article, not two.
    const opens = !isOpen || role === 'heading' || (role === 'title' && last!.title !== '');
    if (opens) articles.push({ title: '', lines: [] });
    isOpen = true;
    if (role === 'title') articles.at(-1)!.title = fieldText(page, line);
    else if (role === 'body') articles.at(-1)!.lines.push(lineText(page, line));
  }
  return articles
    .filter((article) => article.title !== '' || article.lines.length > 0)
    .map((article) => ({ title: article.title, text: article.lines.join('\n') }));
}

/** Words of title and body in order, a stop that no word equals between lines. */
function articleWords(page: ScannedPage, { labels, lines }: SplitPage): Int32Array {
  const words = new Int32Array(page.wordCount + lines.count);
  let count = 0;
  for (let k = 0; k < lines.count; k++) {
    const line = lines.line[k]!;
    const kind = labels.kind(line);
    if (kind !== 'body' && kind !== 'title') continue;
    const end = page.firstWord[line + 1]!;
    for (let at = page.firstWord[line]!; at < end; at++) words[count++] = page.words[at]!;
    words[count++] = lineBreak;
  }
  return words.subarray(0, count);
}

/** Stands between lines: runs of words do not cross it but by a chance of one in four thousand million. */
const lineBreak = 0x7fffffff;
