/** Most texts of a crowd that are counted; the first in order stand for the rest. */
export const COUNTED = 160;

/**
 * Words that follow the same context in this many texts of a crowd tell a fixed phrase from
 * a blank that is filled in; in fewer texts nothing can be said.
 */
const SEEN = 6;

/** A blank has a word in at most one in this many texts; a passage edited here and there keeps its word in most. */
const VARIED = 3;

/** A side of a word that this many times as many texts have decides alone. */
const FAR_MORE = 3;

/** What a word is in a crowd of look-alike texts. */
export interface Standing {
  /** Texts of the crowd that have the words next to it. 0: the crowd says nothing about it. */
  readonly around: number;
  /** Texts that have the word itself there too. */
  readonly alike: number;
}

const UNSEEN: Standing = { around: 0, alike: 0 };

/**
 * Counts, over a crowd of look-alike texts, in how many of them each word, word pair and run of
 * three words occurs. It shows which words of a text are common to the crowd and which fill a
 * blank: figures, names, dates.
 */
export class Crowd {
  private readonly counts = new Map<number, number>();
  /** Texts counted. */
  readonly texts: number;

  /** @param texts - the folded words of each text; at most `COUNTED` of them are used. */
  constructor(texts: Iterable<Int32Array>) {
    let counted = 0;
    for (const words of texts) {
      if (counted === COUNTED) break;
      counted++;
      this.count(words);
    }
    this.texts = counted;
  }

  /** In how many texts the word occurs. */
  withWord(word: number): number {
    return this.counts.get(hashRun(word, 0, 0, 1)) ?? 0;
  }

  /** In how many texts the two words stand next to each other. */
  withPair(first: number, second: number): number {
    return this.get2(first, second);
  }

  /**
   * How the crowd treats the word at a place of a text: seen from the two words before it and
   * from the two after it. Where both say something, the side that speaks for a fixed phrase
   * is believed, as everyday words before or after a word are followed by anything; but a side
   * that far more texts have is believed in any case.
   */
  standing(words: Int32Array, at: number): Standing {
    const before = at < 2 ? 0 : this.get2(words[at - 2]!, words[at - 1]!);
    const after = at + 2 >= words.length ? 0 : this.get2(words[at + 1]!, words[at + 2]!);
    if (Math.max(before, after) < SEEN) return UNSEEN;
    const asBefore = before < SEEN ? 0 : this.get3(words[at - 2]!, words[at - 1]!, words[at]!);
    const asAfter = after < SEEN ? 0 : this.get3(words[at]!, words[at + 1]!, words[at + 2]!);
    const preferBefore =
      before > after * FAR_MORE ||
      (after <= before * FAR_MORE && asBefore * after >= asAfter * before);
    return preferBefore ? { around: before, alike: asBefore } : { around: after, alike: asAfter };
  }

  private count(words: Int32Array): void {
    const seen = new Set<number>();
    for (let at = 0; at < words.length; at++) {
      seen.add(hashRun(words[at]!, 0, 0, 1));
      if (at + 1 < words.length) seen.add(hashRun(words[at]!, words[at + 1]!, 0, 2));
      if (at + 2 < words.length) seen.add(hashRun(words[at]!, words[at + 1]!, words[at + 2]!, 3));
    }
    for (const run of seen) this.counts.set(run, (this.counts.get(run) ?? 0) + 1);
  }

  private get2(first: number, second: number): number {
    return this.counts.get(hashRun(first, second, 0, 2)) ?? 0;
  }

  private get3(first: number, second: number, third: number): number {
    return this.counts.get(hashRun(first, second, third, 3)) ?? 0;
  }
}

/** True when a word fills a blank: texts with the same words around it mostly have another one there. */
export function isFilling(standing: Standing): boolean {
  return standing.around >= SEEN && standing.alike * VARIED <= standing.around;
}

function hashRun(first: number, second: number, third: number, size: number): number {
  let hash = Math.imul(first ^ size, 0x9e37_79b1);
  hash = Math.imul((hash ^ (hash >>> 15)) + second, 0x85eb_ca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + third, 0xc2b2_ae35);
  // 31 bits stay a small integer, which a Map handles several times faster.
  return (hash ^ (hash >>> 16)) >>> 1;
}
