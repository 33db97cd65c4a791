import { withoutLabel, withoutListMark } from './item-text.ts';
import type { KnownWords } from './known-words.ts';

/** Parts of a byline: writer, desk, place, date. */
const bylineSeparator = /[|｜•·]/u;
const digit = /\p{Nd}/u;
const letter = /\p{L}/u;
const whiteSpace = /\s+/u;
const colon = /[:：]/u;
const colonBehind = /[:：]$/u;
const webAddress = /:\/\/|\bwww\.|\p{L}\.(?:com|net|org|info)\b/iu;
/** A sentence ends; a stop after a short word is that of "Jr." or "J. R.". */
const sentenceEnd = /[!?؟。！？]|\p{L}{4}[.۔…](?:\s|$)/u;
/** Found faster than a sentence's end, which has one. */
const stop = /[!?؟。！？.۔…]/u;

/** Names of a writer, a desk and a place. */
const mostNameWords = 8;
/** A name without a label, where nothing else tells it from another thing. */
const leastPersonWords = 2;
const mostPersonWords = 4;

const casedLetter = /[\p{Lu}\p{Ll}]/u;
/** Scripts that write words without spaces: a name cannot be told from a phrase by its words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
/** Capitalised, also behind an apostrophe or within hyphens; an initial. */
const nameToken = /^[“"'(]?\p{Lu}[\p{L}\p{M}.'’-]*[,;)”"']?$/u;
/** What a name has before other things run into it: "Nolan22", "MillerPublished:". */
const nameStart = /^\p{Lu}\p{Ll}+/u;
/** Small words inside names, and between the names of several writers. */
const nameParticles: ReadonlySet<string> = new Set(
  'von van der den de del della di da do dos das du la le el al bin ibn ben abu zu zum af av ter ten y e i and und et & och og en ve и і та'.split(
    ' ',
  ),
);

/**
 * The writer whom a byline names, without "by" and without the parts that hold figures: dates,
 * times, telephone numbers. '' when that is no name: too long, a sentence, a web address, a label
 * with nobody behind it, or, without a label, anything that is not shaped like a person's name.
 */
export function writerOf(text: string, known: KnownWords): string {
  const names: string[] = [];
  let desks = 0;
  for (const part of text.split(bylineSeparator).map((each) => each.trim())) {
    if (!letter.test(part) || known.isLoneDate(part)) continue;
    const bare = withoutListMark(part);
    const rest = withoutPrefix(bare, known);
    if (known.isKnownPhrase(rest)) {
      desks++;
      names.push(rest);
      continue;
    }
    const name = rest === bare ? personIn(bare, known) : nameIn(rest, known);
    if (name !== '') names.push(name);
  }
  // The name of a desk alone is as often the heading of a box about it.
  const writer = desks === names.length ? '' : names.join(' | ');
  return isName(writer) && !webAddress.test(writer) ? writer : '';
}

/** The name in a line of a date and a name, such as "7 May 2020 | Jane Miller"; '' without one. */
export function writerBesideDate(text: string, known: KnownWords): string {
  const parts = text
    .split(bylineSeparator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const others = parts.filter((part) => !known.isLoneDate(part));
  return parts.length === 2 && others.length === 1 ? writerOf(others[0]!, known) : '';
}

/**
 * The source that a line names, without "source:"; '' when the line is a sentence, a headline, a
 * heading or the end of something in brackets.
 */
export function sourceOf(text: string, known: KnownWords): string {
  const source = withoutListMark(text);
  const isOther =
    colon.test(source.replace('://', '')) || source.includes(')') !== source.includes('(');
  return isName(source) && !isOther && !known.isKnownPhrase(source) ? source : '';
}

function withoutPrefix(text: string, known: KnownWords): string {
  const words = known.labelWordsOf(text, 'byline');
  const rest = words === 0 ? text : withoutListMark(withoutLabel(text, words));
  return (letter.test(rest) ? rest : text).replace(colonBehind, '').trimEnd();
}

/** What stands behind "by" up to where it is no name any more. */
function nameIn(text: string, known: KnownWords): string {
  if (!casedLetter.test(text)) return digit.test(text) ? '' : text;
  // A longer name is none; what is read to its end again and again must be short.
  const tokens = text.split(whiteSpace, 2 * mostNameWords);
  const name: string[] = [];
  for (const [at, token] of tokens.entries()) {
    const rest = tokens.slice(at).join(' ');
    // Months are capitalised, too.
    if (digit.test(rest) && known.isLoneDate(token) && known.isLoneDate(rest)) break;
    if (nameToken.test(token)) name.push(token);
    else if (isParticle(token) && at > 0 && at + 1 < tokens.length) name.push(token);
    else {
      const start = nameStart.exec(token)?.[0];
      if (start !== undefined && start !== token) name.push(start);
      // What the writer is begins with a capital, too: "Jane Miller, Local reporter".
      else name.length = name.findLastIndex((each) => each.endsWith(',')) + 1 || name.length;
      break;
    }
  }
  while (name.length > 0 && isParticle(name.at(-1)!)) name.pop();
  return name.join(' ').replace(/[,;]$/u, '');
}

/** A text without a label, if it is shaped like the name of a person or of a paper. */
function personIn(text: string, known: KnownWords): string {
  const tokens = text.split(whiteSpace);
  const names = text.split(placeSeparator)[0]!.trim().split(whiteSpace);
  if (names.length < leastPersonWords || names.length > mostPersonWords) return '';
  if (tokens.length > mostNameWords || notInNames.test(text) || unspaced.test(text)) return '';
  if (tokens.some((token) => known.isKnownPhrase(token))) return '';
  const isNameWord = casedLetter.test(text)
    ? (token: string): boolean => nameToken.test(token) || isParticle(token)
    : (token: string): boolean => !known.isFunctionWord(token);
  return names.every(isNameWord) ? text : '';
}

/** Between a writer and the place of writing. */
const placeSeparator = /\s[-–—]\s/u;
/** Figures, labels, shares of pictures and other marks. */
const notInNames = /[\p{Nd}:：/\\<>[\]{}@#*_=+…!?؟"“”«»]/u;

function isParticle(token: string): boolean {
  return nameParticles.has(token.toLowerCase());
}

function isName(text: string): boolean {
  if (stop.test(text) && sentenceEnd.test(text)) return false;
  return text.split(whiteSpace, mostNameWords + 1).length <= mostNameWords;
}
