import { withoutLabel, withoutListMark } from './item-text.ts';
import type { KnownWords } from './known-words.ts';

/** Parts of a byline: writer, desk, place, date. */
const bylineSeparator = /[|｜•·]/u;
const digit = /\p{Nd}/u;
const letter = /\p{L}/u;
const lowerStart = /^\p{Ll}/u;
const whiteSpace = /\s+/u;
const colon = /[:：]/u;
const colonBehind = /[:：]$/u;
const webAddress = /:\/\/|\bwww\.|\p{L}\.(?:com|net|org|info)\b/iu;
/** A sentence ends; a stop after a short word is that of "Jr." or "J. R.". */
const sentenceEnd = /[!?؟。！？]|\p{L}{4}[.۔…](?:\s|$)/u;

/** Names of a writer, a desk and a place. */
const mostNameWords = 8;
/** A name beside a date, where nothing else tells it from another thing. */
const leastPersonWords = 2;
const mostPersonWords = 4;

/**
 * The writer whom a byline names, without "by" and without the parts that hold figures: dates,
 * times, telephone numbers. '' when the line is too long for a name, or is a sentence or a web
 * address.
 */
export function writerOf(text: string, known: KnownWords): string {
  const parts = text
    .split(bylineSeparator)
    .map((part) => withoutPrefix(part.trim(), known))
    .filter((part) => letter.test(part) && !known.isLoneDate(part));
  const named = parts.filter((part) => !digit.test(part));
  const writer = (named.length === 0 ? parts : named).join(' | ');
  return isName(writer) && !webAddress.test(writer) ? writer : '';
}

/** The name in a line of a date and a name, such as "7 May 2020 | Jane Miller"; '' without one. */
export function writerBesideDate(text: string, known: KnownWords): string {
  const parts = text
    .split(bylineSeparator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const others = parts.filter((part) => !known.isLoneDate(part));
  if (parts.length !== 2 || others.length !== 1) return '';
  const part = others[0]!;
  const writer = writerOf(part, known);
  if (writer !== part && writer !== '') return writer;
  const tokens = writer.split(whiteSpace);
  if (tokens.length < leastPersonWords || tokens.length > mostPersonWords) return '';
  if (digit.test(writer) || colon.test(writer) || known.isKnownPhrase(writer)) return '';
  const ends = [tokens[0]!, tokens.at(-1)!];
  return ends.some((token) => lowerStart.test(token)) ? '' : writer;
}

/** The source that a line names, without "source:"; '' when the line is a sentence or a headline. */
export function sourceOf(text: string): string {
  const source = withoutListMark(text);
  return isName(source) && !colon.test(source.replace('://', '')) ? source : '';
}

function withoutPrefix(part: string, known: KnownWords): string {
  const text = withoutListMark(part);
  const words = known.labelWordsOf(text, 'byline');
  const rest = words === 0 ? text : withoutListMark(withoutLabel(text, words));
  return (letter.test(rest) ? rest : text).replace(colonBehind, '').trimEnd();
}

function isName(text: string): boolean {
  return text.split(whiteSpace).length <= mostNameWords && !sentenceEnd.test(text);
}
