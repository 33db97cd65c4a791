import { hashedWords } from '../text/fold.ts';
import { sequenceKey } from '../text/hash.ts';

/** A mark that lists put before their items, or a number such as "3." or "3)". */
const listMark = /(?:\*+|[•◦‣●○■□▪▫◆◇★☆✓✔▶►▸➤❯»›·⁃※–—-])\s*|«\s+|\p{Nd}{1,2}[.)]\s+/uy;
/** What trails behind items: arrows of links and separators. */
const trailingMarks: ReadonlySet<string> = new Set('|›»→▸►·•,،;؛');
const dashes: ReadonlySet<string> = new Set('-–—');
/** A dash with nothing behind it. */
const trailingDash = /\s[-–—]$/u;
/** Asterisks around words, not before an item. */
const emphasis = /\*+[^\s*](?:[^*]*[^\s*])?\*/uy;
/** What stands between a label and what it labels. */
const labelEnd = /^[\s:：|｜\-–—]+/u;
/** A label and its colon or bar. */
const labelWithEnd = /^([^:：|｜]{1,60})[:：|｜]/u;
const guillemet = /[«»‹›]/u;
const letter = /\p{L}/u;
const whiteSpace = /\s+/u;

/**
 * A list item without its bullet or number, and without arrows behind it. Guillemets are arrows
 * where they have no partner in the item, otherwise they are quotation marks and stay.
 */
export function withoutListMark(text: string): string {
  const item = text.trim();
  const isMark = guillemet.test(item) ? unpairedFirst(item) : always;
  let start = 0;
  for (let mark = matchAt(listMark, item, 0); mark !== ''; mark = matchAt(listMark, item, start)) {
    const emphasized = mark[0] === '*' && matchAt(emphasis, item, start) !== '';
    if (emphasized || !isMark(mark[0]!)) break;
    start += mark.length;
  }
  let end = item.length;
  for (; end > start; end--) {
    const last = item[end - 1]!;
    const isDash = dashes.has(last) && trailingDash.test(item.slice(Math.max(start, end - 2), end));
    if (last.trim() !== '' && !isDash && !(trailingMarks.has(last) && isMark(last))) break;
  }
  return item.slice(start, end);
}

/**
 * Tells, mark by mark, whether a mark may be stripped: guillemets only as long as more of them
 * than of their partners are left in the item, others always.
 */
function unpairedFirst(item: string): (mark: string) => boolean {
  const arrows = new Map([
    ['»', excess(item, '»', '«')],
    ['›', excess(item, '›', '‹')],
    ['«', excess(item, '«', '»')],
  ]);
  return (mark) => {
    const left = arrows.get(mark);
    if (left === undefined) return true;
    arrows.set(mark, left - 1);
    return left > 0;
  };
}

const always = (): boolean => true;

/** What a sticky expression matches at an offset, '' when it does not. */
function matchAt(expression: RegExp, text: string, offset: number): string {
  expression.lastIndex = offset;
  return expression.exec(text)?.[0] ?? '';
}

/** How many more of one mark than of its partner a text has. */
function excess(text: string, mark: string, partner: string): number {
  return text.split(mark).length - text.split(partner).length;
}

/**
 * A line without the label that it begins with, if a colon or bar ends the label: words that
 * are a label elsewhere begin many a headline.
 *
 * @param labelWords - folded words of the label, as the language packs found it.
 */
export function withoutClosedLabel(text: string, labelWords: number): string {
  const labelled = labelWithEnd.exec(text);
  if (!labelled || hashedWords(labelled[1]!).length !== labelWords) return text;
  return text.slice(labelled[0].length).replace(labelEnd, '').trim();
}

/**
 * A line without the label that it begins with, '' when the label is all there is.
 *
 * @param labelWords - folded words of the label, as the language packs found it.
 */
export function withoutLabel(text: string, labelWords: number): string {
  const closed = withoutClosedLabel(text, labelWords);
  if (closed !== text) return closed;
  const tokens = text.split(whiteSpace);
  let words = 0;
  let at = 0;
  while (at < tokens.length && words < labelWords) words += hashedWords(tokens[at++]!).length;
  if (words !== labelWords) return text;
  return tokens.slice(at).join(' ').replace(labelEnd, '').trim();
}

/** Items of which each is kept once, however it is written, in the order in which they come. */
export class ItemList {
  readonly #seen = new Set<number>();
  readonly items: string[] = [];

  /** Leaves out what has no letters, and what is there already in another spelling. */
  add(text: string): void {
    if (!letter.test(text)) return;
    const words = hashedWords(text);
    const key = sequenceKey(words);
    if (words.length === 0 || this.#seen.has(key)) return;
    this.#seen.add(key);
    this.items.push(text);
  }
}
