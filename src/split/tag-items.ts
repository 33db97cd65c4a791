import { hashedWords } from '../text/fold.ts';
import { sequenceKey } from '../text/hash.ts';

/** What stands between tags; a slash only with spaces, as it is part of some names. */
const tagSeparator = /[,،、，;؛|｜#＃•·\t]|\s{2,}|\s\/\s/u;
const whiteSpace = /\s+/u;
/** Where a tag was set right behind the one before: "FloridaFederal ReserveNew York". */
const joint = /(?<=\p{Ll})(?=\p{Lu})/u;

/** A line of fewer words without separators is one tag, */
const leastRunWords = 4;
/** and one without a label of fewer words than this: it may stand in a list of one tag a line. */
const leastUnlabelledWords = 8;
/** Names are no longer: a longer run that the article does not have is a menu or a sentence. */
const mostUnknownWords = 6;
/** A longer run that the article has is a phrase of it, taken apart at its function words. */
const mostNameWords = 4;

/** Words of a text in order, to look up which runs of words it holds. */
export class WordRuns {
  readonly #words: Int32Array;
  /** By the low bits of a word: the place of the last word that has them, -1 for none. */
  readonly #last: Int32Array;
  /** By place: the place before it of a word with the same low bits, -1 for none. */
  readonly #before: Int32Array;
  #steps = mostSteps;

  /** @param words - hashes of folded words. */
  constructor(words: Int32Array) {
    this.#words = words;
    this.#last = new Int32Array(2 ** Math.ceil(Math.log2(words.length + 1))).fill(-1);
    this.#before = new Int32Array(words.length);
    for (let at = 0; at < words.length; at++) {
      const chain = this.#chainOf(words[at]!);
      this.#before[at] = this.#last[chain]!;
      this.#last[chain] = at;
    }
  }

  /** Bit 0 only tells numbers from words: the bits above it are spread. */
  #chainOf(word: number): number {
    return (word >>> 1) & (this.#last.length - 1);
  }

  /**
   * How many of the words, from `from` on and before `to`, stand in the text in one run. On a page
   * made to be slow it gives up after `mostSteps` and answers with what it has found.
   */
  longestRun(words: readonly number[], from = 0, to: number = words.length): number {
    let longest = 0;
    if (from >= to) return longest;
    let place = this.#last[this.#chainOf(words[from]!)]!;
    for (; place >= 0; place = this.#before[place]!) {
      let length = 0;
      while (from + length < to && this.#words[place + length] === words[from + length]) length++;
      longest = Math.max(longest, length);
      this.#steps -= length + 1;
      if (longest === to - from || this.#steps < 0) break;
    }
    return longest;
  }
}

/** Words compared for one page, some hundred times what a long article with many tags takes. */
const mostSteps = 1 << 22;

/**
 * The tags of a line, its label stripped already. Tags without separators are taken apart where
 * the article shows how: words that stand in it in one run are one tag, words that it does not
 * have stay together unless they are a menu or a sentence, and function words are no tags.
 *
 * @param labelled - the line began with a label such as "Tags:".
 * @param article - gives the words of the article, its title included.
 * @param isFunctionWord - tells hashes of folded words that the article's language uses everywhere.
 */
export function tagItems(
  text: string,
  labelled: boolean,
  article: () => WordRuns,
  isFunctionWord: (word: number) => boolean = () => false,
): string[] {
  const parts = text
    .split(tagSeparator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length !== 1) return parts;
  const tokens = parts[0]!.split(whiteSpace);
  const isJoined = joint.test(parts[0]!);
  if (tokens.length < (labelled ? leastRunWords : leastUnlabelledWords) && !isJoined) return parts;
  return takeApart(
    isJoined ? tokens.flatMap((token) => unjoin(token, article)) : tokens,
    article(),
    isFunctionWord,
  );
}

/** The parts of a token in which tags were joined, if the article has each of them as a word. */
function unjoin(token: string, article: () => WordRuns): string[] {
  if (!joint.test(token)) return [token];
  const parts = token.split(joint);
  const known = parts.every((part) => article().longestRun(hashedWords(part)) > 0);
  return known ? parts : [token];
}

function takeApart(
  tokens: readonly string[],
  article: WordRuns,
  isFunctionWord: (word: number) => boolean,
): string[] {
  const words: number[] = [];
  /** Where the words of each token begin, and where all end. */
  const firstWord = [0];
  for (const token of tokens) {
    words.push(...hashedWords(token));
    firstWord.push(words.length);
  }
  const isFunction = (at: number): boolean =>
    words.slice(firstWord[at], firstWord[at + 1]).every(isFunctionWord);
  const tags: string[] = [];
  let unknown: string[] = [];
  const endUnknown = (): void => {
    if (isName(unknown)) tags.push(unknown.join(' '));
    unknown = [];
  };
  for (let at = 0; at < tokens.length;) {
    const end = runEnd(words, firstWord, at, article);
    if (end === at) {
      unknown.push(tokens[at++]!);
      continue;
    }
    endUnknown();
    tags.push(...nameRuns(tokens, at, end, isFunction));
    at = end;
  }
  endUnknown();
  return tags;
}

/** Where the run of tokens ends that begins at one and stands in the article. */
function runEnd(
  words: readonly number[],
  firstWord: readonly number[],
  at: number,
  article: WordRuns,
): number {
  const start = firstWord[at]!;
  const last = firstWord.length - 1;
  const run = article.longestRun(words, start, firstWord[Math.min(last, at + mostRunTokens)]);
  let end = at;
  while (end < last && firstWord[end + 1]! - start <= run) end++;
  return end;
}

/** Tokens that a run is looked for in: more than any tag has. */
const mostRunTokens = 32;

/** Words that the article does not have, but that may be one tag. */
function isName(tokens: readonly string[]): boolean {
  if (tokens.length === 0 || tokens.length > mostUnknownWords) return false;
  return new Set(tokens.map((token) => sequenceKey(hashedWords(token)))).size === tokens.length;
}

/** A run that the article has: one tag, or where it is long its parts between function words. */
function nameRuns(
  tokens: readonly string[],
  start: number,
  end: number,
  isFunction: (at: number) => boolean,
): string[] {
  let [from, to] = [start, end];
  while (from < to && isFunction(from)) from++;
  while (to > from && isFunction(to - 1)) to--;
  if (from === to) return [];
  if (to - from <= mostNameWords) return [tokens.slice(from, to).join(' ')];
  const names: string[] = [];
  for (let at = from; at <= to; at++) {
    if (at < to && !isFunction(at)) continue;
    if (at > from) names.push(tokens.slice(from, at).join(' '));
    from = at + 1;
  }
  return names;
}
