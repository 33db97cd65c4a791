import { foldedWords, hashWord } from '../text/fold.ts';

/** What stands between tags; a slash only with spaces, as it is part of some names. */
const tagSeparator = /[,،、，;؛|｜#＃•·\t]|\s{2,}|\s\/\s/u;
const whiteSpace = /\s+/u;
/** Where a tag was set right behind the one before: "FloridaFederal ReserveNew York". */
const joint = /(?<=\p{Ll})(?=\p{Lu})/u;

/** A line of fewer words without separators is one tag, */
const leastRunWords = 4;
/** and one without a label of fewer words than this: it may stand in a list of one tag a line. */
const leastUnlabelledWords = 8;

/** Words of a text in order, to look up which runs of words it holds. */
export class WordRuns {
  readonly #words: Int32Array;
  readonly #places = new Map<number, number[]>();

  /** @param words - hashes of folded words. */
  constructor(words: Int32Array) {
    this.#words = words;
    for (const [at, word] of words.entries()) {
      const places = this.#places.get(word);
      if (places === undefined) this.#places.set(word, [at]);
      else places.push(at);
    }
  }

  /** How many of the words, from the first on, stand in the text in one run. */
  longestRun(words: readonly number[]): number {
    let longest = 0;
    for (const place of this.#places.get(words[0]!) ?? []) {
      let length = 1;
      while (length < words.length && this.#words[place + length] === words[length]) length++;
      longest = Math.max(longest, length);
    }
    return longest;
  }
}

/**
 * The tags of a line, its label stripped already. Tags without separators are taken apart where
 * the article shows how: words that stand in it in one run are one tag, words that it does not
 * have stay together.
 *
 * @param labelled - the line began with a label such as "Tags:".
 * @param article - gives the words of the article, its title included.
 */
export function tagItems(text: string, labelled: boolean, article: () => WordRuns): string[] {
  const parts = text
    .split(tagSeparator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length !== 1) return parts;
  const tokens = parts[0]!.split(whiteSpace);
  const isJoined = tokens.some((token) => joint.test(token));
  if (tokens.length < (labelled ? leastRunWords : leastUnlabelledWords) && !isJoined) return parts;
  return takeApart(
    tokens.flatMap((token) => unjoin(token, article)),
    article(),
  );
}

/** The parts of a token in which tags were joined, if the article has each of them as a word. */
function unjoin(token: string, article: () => WordRuns): string[] {
  if (!joint.test(token)) return [token];
  const parts = token.split(joint);
  const known = parts.every((part) => article().longestRun(foldedWords(part).map(hashWord)) > 0);
  return known ? parts : [token];
}

function takeApart(tokens: readonly string[], article: WordRuns): string[] {
  const words = tokens.map((token) => foldedWords(token).map(hashWord));
  const tags: string[] = [];
  let unknown: string[] = [];
  const endUnknown = (): void => {
    if (unknown.length > 0) tags.push(unknown.join(' '));
    unknown = [];
  };
  for (let at = 0; at < tokens.length;) {
    const run = article.longestRun(words.slice(at).flat());
    let end = at;
    for (let covered = 0; end < tokens.length; end++) {
      covered += words[end]!.length;
      if (covered > run) break;
    }
    if (end === at) {
      unknown.push(tokens[at++]!);
      continue;
    }
    endUnknown();
    tags.push(tokens.slice(at, end).join(' '));
    at = end;
  }
  endUnknown();
  return tags;
}
