import { roomFor } from '../text/room.ts';

/** Longest chain of places of one word pair that is looked at; the rest of a text that repeats a pair more often is skipped. */
const mostPlaces = 12;
/** Words of the other text a run must span to count wherever it lies; shorter ones turn up between unrelated texts. */
const loneRun = 4;
/** How far, in words, a shorter run may lie from its neighbour to be taken as the same passage edited in place. */
const besideReach = 14;
/** How far, in words, the two may be out of step for that: insertions and deletions between them. */
const besideSlack = 6;

/** A power of 2: as much as the pairs of an article need. */
const markedSlots = 1 << 14;

/** Where two texts overlap. Lengths are in words. */
export interface Overlap {
  /** Per word of the loaded text: 1 when it lies in a shared run. */
  readonly left: Uint8Array;
  /** Per word of the compared text: 1 when it lies in a shared run. */
  readonly right: Uint8Array;
  /** Per word of the compared text: its place in the loaded text, -1 when it lies in no shared run. */
  readonly place: Int32Array;
}

/**
 * Finds the passages two texts share, whatever their order, in time linear in both lengths.
 *
 * A word pair of one text is looked up in the other; pairs that continue each other form runs.
 * A run of four words counts anywhere, a shorter one only close to and in step with another
 * run, as left over when words of a shared passage were changed. Load one text, then compare
 * any number of others with it; buffers are reused, so a result is valid until the next call.
 */
export class OverlapFinder {
  #words: Int32Array = new Int32Array(0);
  #heads: Int32Array = new Int32Array(0);
  #next: Int32Array = new Int32Array(0);
  /** Per word of the loaded text: 1 when the pair that starts there is said more than once. */
  #said: Uint8Array = new Uint8Array(0);
  /** Per word of the loaded text: 1 when the lone run that starts there is said elsewhere too, as far as is looked. */
  #runSaid: Uint8Array = new Uint8Array(0);
  #mask = 0;
  #marks: Uint8Array = new Uint8Array(0);
  #places: Int32Array = new Int32Array(0);
  /** Per word of the compared text: 1 when the loaded one has the pair that starts there more than once. */
  #repeats: Uint8Array = new Uint8Array(0);
  /** Per slot: 1 when a lone run of the loaded text falls into it; most runs it has not are told by one look. */
  #runSlots: Uint8Array = new Uint8Array(0);
  /**
   * By the low bits of a slot: one more than the place in the compared text of the run whose other places were marked
   * last. What falls out of it is marked again, which costs time only.
   */
  readonly #marked = new Int32Array(markedSlots);
  readonly #ends = new RunEnds();

  /** @param words - the text that the following calls of `compare` look into. */
  load(words: Int32Array): void {
    this.#words = words;
    const pairs = Math.max(0, words.length - 1);
    let size = 16;
    while (size < pairs * 2) size *= 2;
    if (this.#heads.length < size) {
      this.#heads = new Int32Array(size);
      this.#runSlots = new Uint8Array(size);
    }
    this.#mask = size - 1;
    this.#heads.fill(-1, 0, size);
    if (this.#next.length < pairs) {
      const room = roomFor(pairs);
      this.#next = new Int32Array(room);
      this.#said = new Uint8Array(room);
      this.#runSaid = new Uint8Array(room);
    }
    // From the end, so that the chain of a slot runs in text order.
    for (let at = pairs - 1; at >= 0; at--) {
      const slot = this.#slotOf(words[at]!, words[at + 1]!);
      this.#said[at] = 0;
      for (
        let p = this.#heads[slot]!, looked = 0;
        p >= 0 && looked < mostPlaces;
        p = this.#next[p]!
      ) {
        looked++;
        if (words[p] !== words[at] || words[p + 1] !== words[at + 1]) continue;
        this.#said[at] = this.#said[p] = 1;
        break;
      }
      this.#next[at] = this.#heads[slot]!;
      this.#heads[slot] = at;
    }
    this.#noteRepeats(pairs);
  }

  /** Notes which runs the loaded text says more than once, so that `compare` looks for the others of these only. */
  #noteRepeats(pairs: number): void {
    const words = this.#words;
    this.#runSlots.fill(0, 0, this.#mask + 1);
    for (let at = 0; at < pairs; at++) {
      this.#runSaid[at] = 0;
      if (this.#said[at] === 0) continue;
      this.#runSlots[this.#slotOfRun(words, at)] = 1;
      let p = this.#heads[this.#slotOf(words[at]!, words[at + 1]!)]!;
      for (let looked = 0; p >= 0 && looked < mostPlaces; looked++) {
        if (p !== at && isSameRun(words, p, at)) {
          this.#runSaid[at] = 1;
          break;
        }
        p = this.#next[p]!;
      }
    }
  }

  /** @returns where `other` overlaps the loaded text. */
  compare(other: Int32Array): Overlap {
    if (this.#marks.length < this.#words.length + other.length)
      this.#marks = new Uint8Array(roomFor(this.#words.length + other.length));
    const left = this.#marks.subarray(0, this.#words.length).fill(0);
    const right = this.#marks.subarray(left.length, left.length + other.length).fill(0);
    const place = this.#runs(other);
    this.#ends.keepRuns(place);
    this.#marked.fill(0, 0, Math.min(markedSlots, this.#mask + 1));
    for (let at = 0; at + 1 < other.length; at++) {
      const found = place[at]!;
      if (found < 0) continue;
      left[found] = 1;
      left[found + 1] = 1;
      right[at] = 1;
      right[at + 1] = 1;
      if (this.#repeats[at] === 1 && !this.#isLone(other, at, found))
        this.#markRepeats(other, at, left);
    }
    // The last word of a run has a place too, though no pair starts there.
    for (let at = other.length - 1; at > 0; at--) {
      if (place[at]! < 0 && place[at - 1]! >= 0 && right[at] === 1) place[at] = place[at - 1]! + 1;
    }
    return { left, right, place };
  }

  /** Per word of `other`: the place in the loaded text of the pair that starts there, or -1. */
  #runs(other: Int32Array): Int32Array {
    if (this.#places.length < other.length) {
      const room = roomFor(other.length);
      this.#places = new Int32Array(room);
      this.#repeats = new Uint8Array(room);
    }
    const place = this.#places.subarray(0, other.length);
    const [words, heads, next, repeats] = [this.#words, this.#heads, this.#next, this.#repeats];
    if (other.length > 0) place[other.length - 1] = -1;
    let expected = -1;
    for (let at = 0; at + 1 < other.length; at++) {
      const first = other[at]!;
      const second = other[at + 1]!;
      // Most words continue the last run, which no other place can beat.
      if (expected >= 0 && words[expected] === first && words[expected + 1] === second) {
        place[at] = expected;
        repeats[at] = this.#said[expected]!;
        expected++;
        continue;
      }
      let found = -1;
      let nearest = 0x7fff_ffff;
      let looked = 0;
      for (
        let p = heads[this.#slotOf(first, second)]!;
        p >= 0 && looked < mostPlaces;
        p = next[p]!
      ) {
        if (words[p] !== first || words[p + 1] !== second) continue;
        looked++;
        // The place that continues the last run, else the closest after it.
        const distance = p >= expected ? p - expected : expected - p + 1;
        if (distance < nearest) {
          nearest = distance;
          found = p;
        }
      }
      place[at] = found;
      repeats[at] = looked > 1 ? 1 : 0;
      expected = found >= 0 ? found + 1 : expected >= 0 ? expected + 1 : -1;
    }
    return place;
  }

  /** Whether a run is in the loaded text at its place at most, and nowhere else. */
  #isLone(other: Int32Array, at: number, place: number): boolean {
    if (this.#runSlots[this.#slotOfRun(other, at)] === 0) return true;
    if (this.#runSaid[place] === 1) return false;
    for (let word = 2; word < loneRun; word++)
      if (this.#words[place + word] !== other[at + word]) return false;
    return true;
  }

  /** Marks the other places of a run of words: a passage the loaded text says twice is shared twice. */
  #markRepeats(other: Int32Array, at: number, marks: Uint8Array): void {
    const words = this.#words;
    const slot = this.#slotOf(other[at]!, other[at + 1]!);
    // A run that a table says in every row is marked once: the second time would change nothing.
    const marked = slot & (markedSlots - 1);
    const before = this.#marked[marked]! - 1;
    if (before >= 0 && isSameRun(other, before, at)) return;
    this.#marked[marked] = at + 1;
    let looked = 0;
    for (let p = this.#heads[slot]!; p >= 0 && looked < mostPlaces; p = this.#next[p]!) {
      looked++;
      let run = 0;
      while (run < loneRun && p + run < words.length && words[p + run] === other[at + run]) run++;
      // A loop: filling four bytes by a call costs more than all else here.
      if (run === loneRun) while (run > 0) marks[p + --run] = 1;
    }
  }

  #slotOfRun(words: Int32Array, at: number): number {
    let hash = 0;
    for (let word = at; word < at + loneRun; word++)
      hash = Math.imul(hash ^ words[word]!, 0x9e37_79b1) + (hash >>> 15);
    return (hash ^ (hash >>> 15)) & this.#mask;
  }

  #slotOf(first: number, second: number): number {
    const hash = Math.imul(first ^ Math.imul(second, 0x85eb_ca6b), 0x9e37_79b1);
    return (hash ^ (hash >>> 15)) & this.#mask;
  }
}

/** Whether the words of a lone run at two places are the same; beyond the end of a text no run is. */
function isSameRun(words: Int32Array, one: number, other: number): boolean {
  for (let at = 0; at < loneRun; at++) if (words[one + at] !== words[other + at]) return false;
  return true;
}

/** Where runs begin and end, in columns that are used again. */
class RunEnds {
  #starts = new Int32Array(256);
  #ends = new Int32Array(256);

  /** Clears the places of runs that are too short to count and lie beside no other run. */
  keepRuns(place: Int32Array): void {
    const runs = this.#find(place);
    const [starts, ends] = [this.#starts, this.#ends];
    let wasBeside = false;
    for (let run = 0; run < runs; run++) {
      const [start, end] = [starts[run]!, ends[run]!];
      let isBeside = false;
      if (run + 1 < runs) {
        const gap = starts[run + 1]! - end;
        const step = this.#steps[run + 1]! - this.#steps[run]!;
        isBeside = gap <= besideReach && Math.abs(step) <= besideSlack;
      }
      if (end - start + 1 < loneRun && !wasBeside && !isBeside) place.fill(-1, start, end);
      wasBeside = isBeside;
    }
  }

  /** Per run: how far ahead of the compared text the loaded one is. */
  #steps = new Int32Array(256);

  #find(place: Int32Array): number {
    let runs = 0;
    for (let at = 0; at < place.length;) {
      if (place[at]! < 0) {
        at++;
        continue;
      }
      if (runs === this.#starts.length) this.#grow();
      this.#starts[runs] = at;
      this.#steps[runs] = place[at]! - at;
      at++;
      while (at < place.length && place[at] === place[at - 1]! + 1) at++;
      this.#ends[runs++] = at;
    }
    return runs;
  }

  #grow(): void {
    this.#starts = doubled(this.#starts);
    this.#ends = doubled(this.#ends);
    this.#steps = doubled(this.#steps);
  }
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}
