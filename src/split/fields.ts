import { LineShape, shapeWidth, type ScannedPage } from '../text/scanned-page.ts';
import type { SplitPage } from './splitter.ts';

/** An article carried by a page beside its own. */
export interface EmbeddedText {
  readonly title: string;
  readonly text: string;
}

/** What a split page says besides its body. */
export interface PageFields {
  readonly title: string;
  /** Headlines of related articles, list marks and numbering stripped, each once, in page order. */
  readonly related: readonly string[];
  /** Tags, each once, in page order. */
  readonly tags: readonly string[];
  readonly byline: string;
  readonly attribution: string;
  readonly section: string;
  /** The line that holds the date of publication, as it stands on the page. */
  readonly date: string;
  readonly embedded: readonly EmbeddedText[];
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Marks that lists put before their items, and numbers such as "3." or "3)". */
const listMark = /^(?:[•◦‣●○■□▪▫◆◇★☆✓✔▶►▸➤❯*⁃※–—-]\s*|\p{Nd}{1,2}[.)]\s+)+/u;
/** What a label such as "Tags:" ends with. */
const afterLabel = /^[^:：|]{1,60}?\s*[:：|]\s*/u;
const tagSeparators = /\s*[,،、，;؛|｜#＃•·/]\s*|\s{2,}|\t/u;

/** Reads the fields of a page off its labelled lines. */
export function readFields(page: ScannedPage, split: SplitPage): PageFields {
  const { labels, lines } = split;
  const titles: string[] = [];
  const related = new Set<string>();
  const tags = new Set<string>();
  const embedded: { title: string; lines: string[] }[] = [];
  let byline = '';
  let attribution = '';
  let section = '';
  let date = '';
  for (let k = 0; k < lines.count; k++) {
    const line = lines.line[k]!;
    const role = labels.role(line);
    const read = (): string => lineText(page, line);
    switch (labels.kind(line)) {
      case 'body':
        break;
      case 'title':
        if (role === null && titles.length === 0) titles.push(read());
        break;
      case 'related':
        if (role !== 'heading') addItem(related, read());
        break;
      case 'tags':
        if (role !== 'heading') addTags(tags, read(), lines.marker[k]?.means === 'tags');
        break;
      case 'embedded':
        if (role === 'heading' || embedded.length === 0) embedded.push({ title: '', lines: [] });
        if (role === 'title') embedded.at(-1)!.title = read();
        if (role === 'body') embedded.at(-1)!.lines.push(read());
        break;
      case 'furniture':
        if (role === 'byline' && byline === '') byline = read();
        else if (role === 'attribution' && attribution === '')
          attribution = read().replace(afterLabel, '');
        else if (role === 'section' && section === '') section = read();
        else if (role === 'date' && date === '') date = read();
        break;
    }
  }
  return {
    title: titles[0] ?? firstTitle(page, split),
    related: [...related],
    tags: [...tags],
    byline,
    attribution,
    section,
    date,
    embedded: embedded.map(({ title, lines: texts }) => ({ title, text: texts.join('\n') })),
  };
}

/** Any title line, when all of them have a role of their own. */
function firstTitle(page: ScannedPage, { labels, lines }: SplitPage): string {
  for (let k = 0; k < lines.count; k++) {
    if (labels.kind(lines.line[k]!) === 'title') return lineText(page, lines.line[k]!);
  }
  return '';
}

/** Text of a line without the white space around it. */
export function lineText(page: ScannedPage, line: number): string {
  const row = line * shapeWidth;
  const start = page.shape[row + LineShape.visibleStart]!;
  const end = page.shape[row + LineShape.visibleEnd]!;
  return decoder.decode(page.bytes.subarray(start, end));
}

function addItem(items: Set<string>, text: string): void {
  const item = text.replace(listMark, '').trim();
  if (item !== '') items.add(item);
}

function addTags(tags: Set<string>, text: string, labelled: boolean): void {
  const list = text.replace(listMark, '').replace(labelled ? afterLabel : /^$/u, '');
  for (const tag of list.split(tagSeparators)) addItem(tags, tag);
}
