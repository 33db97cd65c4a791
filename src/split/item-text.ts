import { foldedWords } from '../text/fold.ts';

/** Marks that lists put before their items, and numbers such as "3." or "3)". */
const listMark = /^(?:[•◦‣●○■□▪▫◆◇★☆✓✔▶►▸➤❯»›·*⁃※–—-]+\s*|\p{Nd}{1,2}[.)]\s+)+/u;
/** What trails behind items: arrows of links and separators. */
const trailingMark = /[\s|›»→▸►·•,،;؛]+$/u;
/** What stands between a label and what it labels. */
const labelEnd = /^[\s:：|｜\-–—›»]+/u;
/** A label and its colon or bar. */
const labelWithEnd = /^([^:：|｜]{1,60})[:：|｜]/u;
const letter = /\p{L}/u;
const whiteSpace = /\s+/u;

/** A list item without its bullet or number, and without arrows behind it. */
export function withoutListMark(text: string): string {
  return text.replace(listMark, '').replace(trailingMark, '');
}

/**
 * A line without the label that it begins with, '' when the label is all there is.
 *
 * @param labelWords - folded words of the label, as the language packs found it.
 */
export function withoutLabel(text: string, labelWords: number): string {
  const labelled = labelWithEnd.exec(text);
  if (labelled && foldedWords(labelled[1]!).length === labelWords) {
    return text.slice(labelled[0].length).replace(labelEnd, '').trim();
  }
  const tokens = text.split(whiteSpace);
  let words = 0;
  let at = 0;
  while (at < tokens.length && words < labelWords) words += foldedWords(tokens[at++]!).length;
  if (words !== labelWords) return text;
  return tokens.slice(at).join(' ').replace(labelEnd, '').trim();
}

/** Items of which each is kept once, however it is written, in the order in which they come. */
export class ItemList {
  readonly #seen = new Set<string>();
  readonly items: string[] = [];

  /** Leaves out what has no letters, and what is there already in another spelling. */
  add(text: string): void {
    if (!letter.test(text)) return;
    const key = foldedWords(text).join(' ');
    if (key === '' || this.#seen.has(key)) return;
    this.#seen.add(key);
    this.items.push(text);
  }
}
