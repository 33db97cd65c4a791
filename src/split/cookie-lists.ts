import { hashedWords } from '../text/fold.ts';
import type { ScannedPage } from '../text/scanned-page.ts';
import type { BlockKind } from './block.ts';
import type { VisibleLines } from './visible-lines.ts';

/** What a browser's cookies are called; English says so on sites of nearly every language. */
const cookieWords: ReadonlySet<number> = new Set(
  hashedWords('cookie cookies çerez çerezler куки kakor evästeet evästeitä informasjonskapsler'),
);

/** So many lines that name cookies, with at most so many others between two of them, are a list of them, */
const leastNaming = 6;
const mostBetween = 3;
/** if so large a part of its lines name them. */
const leastShare = 0.5;
/** Long lines that the body has beside such lists: what else would it be about? */
const leastProse = 2;

/** Lines from `first` up to, not including, `end`. */
interface Range {
  readonly first: number;
  readonly end: number;
}

/**
 * Takes lists of a site's cookies out of the body: what each is for and how long it lasts, in whole sentences that
 * the line model takes for text. A page that has little other text, or whose title names cookies, is about
 * them and keeps its body. Corrects `kinds` in place.
 */
export function dropCookieLists(page: ScannedPage, lines: VisibleLines, kinds: BlockKind[]): void {
  const naming = kinds.flatMap((kind, k) =>
    (kind === 'body' || kind === 'title') && namesCookie(page, lines, k) ? [k] : [],
  );
  if (naming.length < leastNaming || naming.some((k) => kinds[k] === 'title')) return;
  const lists = listsOf(naming);
  const isListed = (k: number): boolean => lists.some(({ first, end }) => k >= first && k < end);
  const prose = kinds.filter((kind, k) => kind === 'body' && lines.prose[k] === 1 && !isListed(k));
  if (prose.length < leastProse) return;
  for (const { first, end } of lists) {
    for (let k = first; k < end; k++) if (kinds[k] === 'body') kinds[k] = 'furniture';
  }
}

function namesCookie(page: ScannedPage, lines: VisibleLines, k: number): boolean {
  const line = lines.line[k]!;
  for (let word = page.firstWord[line]!; word < page.firstWord[line + 1]!; word++) {
    if (cookieWords.has(page.words[word]!)) return true;
  }
  return false;
}

/** Lists that the lines which name cookies make up. */
function listsOf(naming: readonly number[]): Range[] {
  const lists: Range[] = [];
  for (let at = 0, from = 0; at < naming.length; at++) {
    const next = naming[at + 1];
    if (next !== undefined && next - naming[at]! <= mostBetween + 1) continue;
    const [first, end, count] = [naming[from]!, naming[at]! + 1, at - from + 1];
    if (count >= leastNaming && count >= (end - first) * leastShare) lists.push({ first, end });
    from = at + 1;
  }
  return lists;
}
