import {
  CharacterClass,
  LineShape,
  classCount,
  shapeWidth,
  type ScannedPage,
} from '../text/scanned-page.ts';
import type { MarkerMeaning } from '../language/pack.ts';
import type { BlockKind, BlockRole } from './block.ts';
import { isHeading } from './settle.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Roles that follow from what a phrase means. */
const roleOfMeaning: { readonly [Meaning in MarkerMeaning]?: BlockRole } = {
  attribution: 'attribution',
  byline: 'byline',
  date: 'date',
  caption: 'caption',
  rating: 'rating',
  share: 'share',
  navigation: 'navigation',
  more: 'navigation',
  section: 'section',
  advert: 'advert',
  comment: 'comment',
  consent: 'consent',
  copyright: 'copyright',
  account: 'navigation',
  newsletter: 'other',
  end: 'other',
  other: 'other',
};

/** A date line holds little else: weekday, clock, calendar names, a place. */
const mostDateWords = 14;
/** Names of a writer and a desk. */
const mostBylineWords = 8;
const mostSectionWords = 6;
/** A line of this length that stands twice is a picture's caption, not a button. */
const captionLength = 40;
/** Short lines in a row from which they are a menu. */
const menuLines = 4;
const menuLength = 30;

/** What holds for a page as a whole, found once so that a page of menus costs no more than another. */
interface Landmarks {
  /** First line of the body and of the title; -1 where there is none. */
  readonly body: number;
  readonly title: number;
  /** By line: 1 for furniture that stands in a thread of comments. */
  readonly inThread: Uint8Array;
}

/**
 * Finer names for the lines of a page whose kinds are settled.
 *
 * @param kinds - kind of each visible line.
 * @returns the role of each visible line, `null` for those without one.
 */
export function rolesOf(
  page: ScannedPage,
  lines: VisibleLines,
  kinds: readonly BlockKind[],
): (BlockRole | null)[] {
  const landmarks = {
    body: kinds.indexOf('body'),
    title: kinds.indexOf('title'),
    inThread: threadLines(lines, kinds),
  };
  return kinds.map((_, k) => roleOf(page, lines, kinds, landmarks, k));
}

function roleOf(
  page: ScannedPage,
  lines: VisibleLines,
  kinds: readonly BlockKind[],
  landmarks: Landmarks,
  k: number,
): BlockRole | null {
  switch (kinds[k]!) {
    case 'body':
      return bodyRole(page, lines, kinds, k);
    case 'title':
      return titleRole(lines, kinds, landmarks.title, k);
    case 'related':
      return isHeading(lines, k) ? 'heading' : null;
    case 'tags':
      // The name of a section is a tag among tags.
      return isHeading(lines, k) && lines.marker[k]!.means !== 'section' ? 'heading' : null;
    case 'furniture':
      return furnitureRole(lines, kinds, landmarks, k);
    case 'embedded':
      return embeddedRole(lines, kinds, k);
  }
}

function bodyRole(
  page: ScannedPage,
  lines: VisibleLines,
  kinds: readonly BlockKind[],
  k: number,
): BlockRole | null {
  if (lines.bullet[k] && lines.words[k]! > 0 && isListed(lines, kinds, k)) return 'list';
  if (lines.numbered[k] && isListed(lines, kinds, k)) return 'list';
  const shape = lines.line[k]! * shapeWidth;
  const quoted =
    page.shape[shape + LineShape.first] === CharacterClass.quote &&
    page.shape[shape + LineShape.last] === CharacterClass.quote;
  if (quoted && page.counts[lines.line[k]! * classCount + CharacterClass.quote] === 2)
    return 'quote';
  const followed = kinds[k + 1] === 'body';
  const short = !lines.prose[k] && !lines.ends[k] && lines.size[k]! <= 20 && lines.words[k]! > 0;
  const listBelow = lines.bullet[k + 1] === 1 || lines.numbered[k + 1] === 1;
  const separate = listBelow || lines.length[k]! * 2 < lines.length[k + 1]!;
  return followed && short && separate ? 'subheading' : null;
}

/** A list mark counts when a neighbour in the same text has one too. */
function isListed(lines: VisibleLines, kinds: readonly BlockKind[], k: number): boolean {
  const marks = lines.bullet[k] ? lines.bullet : lines.numbered;
  return (
    (kinds[k - 1] === 'body' && marks[k - 1] === 1) ||
    (kinds[k + 1] === 'body' && marks[k + 1] === 1)
  );
}

/** Within a second article: its heading, the headline after it, where it is from, and its text. */
function embeddedRole(lines: VisibleLines, kinds: readonly BlockKind[], k: number): BlockRole {
  const marker = lines.marker[k];
  const source = marker?.means === 'attribution' && marker.where !== 'anywhere';
  if (isHeading(lines, k) && !source && !lines.prose[k]) return 'heading';
  const starts = kinds[k - 1] !== 'embedded' || isHeading(lines, k - 1);
  const goesOn = kinds[k + 1] === 'embedded';
  if (starts && goesOn && !lines.prose[k]) return 'title';
  return source && !lines.prose[k] ? 'attribution' : 'body';
}

function titleRole(
  lines: VisibleLines,
  kinds: readonly BlockKind[],
  first: number,
  k: number,
): BlockRole | null {
  if (k > first && lines.prose[k]) return 'standfirst';
  const shorter = kinds[k + 1] === 'title' && lines.length[k]! * 2 < lines.length[k + 1]!;
  return k === first && shorter ? 'kicker' : null;
}

function furnitureRole(
  lines: VisibleLines,
  kinds: readonly BlockKind[],
  { body: start, title, inThread }: Landmarks,
  k: number,
): BlockRole {
  const marker = lines.marker[k];
  const told = marker && roleOfMeaning[marker.means];
  const whole = marker && marker.where !== 'anywhere';
  if (told === 'section' && inMenu(lines, kinds, k)) return 'navigation';
  if (told === 'attribution' && isNumber(lines, k)) return 'other';
  if (told && whole) return told;
  if (lines.date[k] && lines.words[k]! <= mostDateWords) return 'date';
  if (isCopied(lines, k) && lines.length[k]! >= captionLength) return 'caption';
  if (told) return told;
  const short = !lines.ends[k] && lines.words[k]! > 0;
  if (inThread[k] === 1) return 'comment';
  if (inMenu(lines, kinds, k)) return 'navigation';
  if (short && k + 1 === start && lines.size[k]! <= mostBylineWords && k > 0) return 'byline';
  if (short && title >= 0 && k > title && k < start && lines.size[k]! <= mostBylineWords)
    return 'byline';
  if (short && title >= 0 && k < title && lines.size[k]! <= mostSectionWords) return 'section';
  if (short && start > 0 && k < start && lines.size[k]! <= mostSectionWords) return 'section';
  return 'other';
}

/** The same line stands right before or after it. */
function isCopied(lines: VisibleLines, k: number): boolean {
  const hash = lines.hash[k]!;
  if (hash === 0) return false;
  return (
    (k > 0 && lines.hash[k - 1] === hash) || (k + 1 < lines.count && lines.hash[k + 1] === hash)
  );
}

/** The number of a story stands behind the words that also name its source. */
function isNumber(lines: VisibleLines, k: number): boolean {
  const marker = lines.marker[k]!;
  return marker.words < lines.words[k]! && lines.numbers[k] === lines.words[k]! - marker.words;
}

/** Comments stand under their heading, among other furniture, down to the next other heading. */
function threadLines(lines: VisibleLines, kinds: readonly BlockKind[]): Uint8Array {
  const inThread = new Uint8Array(lines.count);
  for (let k = 1; k < lines.count; k++) {
    if (kinds[k - 1] !== 'furniture') continue;
    const marker = lines.marker[k - 1];
    const isHead = marker !== undefined && marker.where !== 'anywhere' && marker.where !== 'start';
    if (isHead && marker.means === 'comment') inThread[k] = 1;
    else if (!isHead || !endsThread.has(marker.means)) inThread[k] = inThread[k - 1]!;
  }
  return inThread;
}

const endsThread: ReadonlySet<MarkerMeaning> = new Set([
  'copyright',
  'consent',
  'navigation',
  'newsletter',
  'section',
  'advert',
]);

function inMenu(lines: VisibleLines, kinds: readonly BlockKind[], k: number): boolean {
  const isItem = (j: number): boolean =>
    kinds[j] === 'furniture' && lines.length[j]! < menuLength && !lines.date[j];
  if (!isItem(k)) return false;
  let run = 1;
  for (let j = k - 1; j >= 0 && run < menuLines && isItem(j); j--) run++;
  for (let j = k + 1; j < lines.count && run < menuLines && isItem(j); j++) run++;
  return run >= menuLines;
}
