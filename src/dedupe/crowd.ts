/** Most texts of a crowd that are counted; the first in order stand for the rest. */
export const mostCounted = 160;

/**
 * Words that follow the same context in this many texts of a crowd tell a fixed phrase from
 * a blank that is filled in; in fewer texts nothing can be said.
 */
const fewestSeen = 6;

/** Of so many texts that have an edited passage, more than half keep its word: of fewer, edits may leave none a majority. */
const manySeen = 12;

/** A blank has a word in at most one in this many texts; a passage edited here and there keeps its word in most. */
const variedShare = 3;

/**
 * Where this share of the texts say one and the same word, the place is no blank: another word there is an edit.
 * An editor who changes a quarter of all words leaves three in four.
 */
const fixedShare = 0.6;

/** A side of a word that this many times as many texts have decides alone. */
const farMore = 3;

/** Whether a word is a figure: folding marks those in the lowest bit of their hash. */
export function isFigure(word: number): boolean {
  return (word & 1) === 1;
}

/** What a word is in a crowd of look-alike texts. */
export interface Standing {
  /** Texts of the crowd that have the words next to it. 0: the crowd says nothing about it. */
  readonly around: number;
  /** Texts that have the word itself there too. */
  readonly alike: number;
  /** Texts that have the most common word of that place there. */
  readonly most: number;
  /** The same among figures for a figure, among other words for another word. */
  readonly mostOfKind: number;
}

/** Of a word the crowd says nothing about. */
export const unseen: Standing = { around: 0, alike: 0, most: 0, mostOfKind: 0 };

/**
 * Counts, over a crowd of look-alike texts, in how many of them each word, word pair and run of
 * three words occurs. It shows which words of a text are common to the crowd and which fill a
 * blank: figures, names, dates. Runs that only one text has are not kept: 14 to 28 bytes for each other run.
 */
export class Crowd {
  readonly #runs: RunCounts;
  /**
   * Per slot that holds a word pair: texts with the most common run of three that begins, or ends, with it; first for
   * those whose third word is none of figures, from `slots` on for figures.
   */
  readonly #mostAfter: Uint8Array;
  readonly #mostBefore: Uint8Array;
  /** Texts counted. */
  readonly texts: number;

  /** @param texts - the folded words of each text; at most `mostCounted` of them are used. */
  constructor(texts: readonly Int32Array[]) {
    const counted = texts.slice(0, mostCounted);
    this.texts = counted.length;
    const all = new RunCounts(counted.reduce((sum, words) => sum + words.length * 3, 0));
    counted.forEach((words, text) => {
      for (let at = 0; at < words.length; at++) {
        const [first, second, third] = [words[at]!, words[at + 1]!, words[at + 2]!];
        all.count(hashRun(first, 0, 0, 1), text);
        if (at + 1 < words.length) all.count(hashRun(first, second, 0, 2), text);
        if (at + 2 < words.length) all.count(hashRun(first, second, third, 3), text);
      }
    });
    this.#runs = all.repeated();
    this.#mostAfter = new Uint8Array(this.#runs.slots * 2);
    this.#mostBefore = new Uint8Array(this.#runs.slots * 2);
    for (const words of counted) this.#noteMost(words);
  }

  #noteMost(words: Int32Array): void {
    const [runs, mostAfter, mostBefore] = [this.#runs, this.#mostAfter, this.#mostBefore];
    for (let at = 0; at + 2 < words.length; at++) {
      const [first, second, third] = [words[at]!, words[at + 1]!, words[at + 2]!];
      const count = runs.of(hashRun(first, second, third, 3));
      if (count === 0) continue;
      const before = this.#ofKind(runs.slotOf(hashRun(first, second, 0, 2)), third);
      const after = this.#ofKind(runs.slotOf(hashRun(second, third, 0, 2)), first);
      if (count > mostAfter[before]!) mostAfter[before] = count;
      if (count > mostBefore[after]!) mostBefore[after] = count;
    }
  }

  /** Where the most common run of a slot's pair is noted whose third word is of the kind of this one. */
  #ofKind(slot: number, word: number): number {
    return isFigure(word) ? slot + this.#runs.slots : slot;
  }

  /** In how many texts the word occurs; 0 also for a word of one text. */
  withWord(word: number): number {
    return this.#runs.of(hashRun(word, 0, 0, 1));
  }

  /** In how many texts the two words stand next to each other; 0 also for a pair of one text. */
  withPair(first: number, second: number): number {
    return this.#runs.of(hashRun(first, second, 0, 2));
  }

  /**
   * How the crowd treats the word at a place of a text: seen from the two words before it and
   * from the two after it. Where both say something, the side that speaks for a fixed phrase
   * is believed, as everyday words before or after a word are followed by anything; but a side
   * that far more texts have is believed in any case.
   *
   * @param start - first word of the passage the place is in, which another text has differently: only the words
   * around it are looked at, as those of one filling, a name, always stand together. The place itself by default.
   * @param end - the word after its last.
   */
  standing(words: Int32Array, at: number, start: number = at, end: number = at + 1): Standing {
    const runs = this.#runs;
    const slotBefore =
      at < 2 || at > start ? -1 : runs.slotOf(hashRun(words[at - 2]!, words[at - 1]!, 0, 2));
    const slotAfter =
      at + 2 >= words.length || at + 1 < end
        ? -1
        : runs.slotOf(hashRun(words[at + 1]!, words[at + 2]!, 0, 2));
    const before = slotBefore < 0 ? 0 : runs.at(slotBefore);
    const after = slotAfter < 0 ? 0 : runs.at(slotAfter);
    if (Math.max(before, after) < fewestSeen) return unseen;
    const asBefore =
      before < fewestSeen ? 0 : runs.of(hashRun(words[at - 2]!, words[at - 1]!, words[at]!, 3));
    const asAfter =
      after < fewestSeen ? 0 : runs.of(hashRun(words[at]!, words[at + 1]!, words[at + 2]!, 3));
    const preferBefore =
      before > after * farMore ||
      (after <= before * farMore && asBefore * after >= asAfter * before);
    const [slot, most] = preferBefore
      ? [slotBefore, this.#mostAfter]
      : [slotAfter, this.#mostBefore];
    const [ofWords, ofFigures] = [most[slot]!, most[slot + runs.slots]!];
    return {
      around: preferBefore ? before : after,
      alike: preferBefore ? asBefore : asAfter,
      most: Math.max(ofWords, ofFigures),
      mostOfKind: isFigure(words[at]!) ? ofFigures : ofWords,
    };
  }
}

/**
 * True when a word is rare at its place, texts with the same words around it mostly having another one there, or
 * when of many texts no word has the better half: a kind of work or a day is one of few.
 */
export function isFilling({ around, alike, most }: Standing): boolean {
  if (around < fewestSeen) return false;
  return alike * variedShare <= around || (around >= manySeen && most * 2 <= around);
}

/** True when most of the crowd says one word at the place. */
export function isFixedPlace({ around, most }: Standing): boolean {
  return around >= fewestSeen && isMostOf(most, around);
}

/** True when most of the crowd says one word at the place, words of the other kind left aside: it may stand in another. */
export function isFixedForKind({ around, mostOfKind }: Standing): boolean {
  return around >= fewestSeen && isMostOf(mostOfKind, around);
}

/** One more than were counted: of few texts, half may say it by chance of which were edited. */
function isMostOf(most: number, around: number): boolean {
  return most + 1 >= around * fixedShare;
}

/** Counts of texts per run of words, by open addressing; a slot with count 0 is free. */
class RunCounts {
  readonly slots: number;
  readonly #keys: Int32Array;
  readonly #counts: Uint8Array;
  readonly #lastText: Uint8Array;

  constructor(room: number) {
    this.slots = 16;
    while (this.slots < room * 1.5) this.slots *= 2;
    this.#keys = new Int32Array(this.slots);
    this.#counts = new Uint8Array(this.slots);
    this.#lastText = new Uint8Array(this.slots);
  }

  /** Counts a run once a text. */
  count(key: number, text: number): void {
    const slot = this.slotOf(key);
    if (this.#counts[slot] === 0) this.#keys[slot] = key;
    else if (this.#lastText[slot] === text) return;
    this.#counts[slot]!++;
    this.#lastText[slot] = text;
  }

  /** The counts of runs that more than one text has. */
  repeated(): RunCounts {
    let kept = 0;
    for (let slot = 0; slot < this.slots; slot++) if (this.#counts[slot]! > 1) kept++;
    const smaller = new RunCounts(kept);
    for (let slot = 0; slot < this.slots; slot++) {
      if (this.#counts[slot]! < 2) continue;
      const to = smaller.slotOf(this.#keys[slot]!);
      smaller.#keys[to] = this.#keys[slot]!;
      smaller.#counts[to] = this.#counts[slot]!;
    }
    return smaller;
  }

  of(key: number): number {
    return this.#counts[this.slotOf(key)]!;
  }

  at(slot: number): number {
    return this.#counts[slot]!;
  }

  slotOf(key: number): number {
    const mask = this.slots - 1;
    let slot = (key ^ (key >>> 15)) & mask;
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}

function hashRun(first: number, second: number, third: number, size: number): number {
  let hash = Math.imul(first ^ size, 0x9e37_79b1);
  hash = Math.imul((hash ^ (hash >>> 15)) + second, 0x85eb_ca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + third, 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}
