import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { radixSort } from '../../dedupe/radix-sort.ts';
import { Growing } from '../growing.ts';
import type { DividedNumbers } from './divided-numbers.ts';

/** Numbers before the words of a text: its number, its article, its content hash, how many words. */
const headNumbers = 7;
/** Texts of look-alikes are asked for again and again: this many are kept, of at most so many words. */
const cachedTexts = 1024;
const longestCached = 4096;

/** A text on its way to where it is compared. */
export interface MovedText {
  /** Place in the order of preference. */
  readonly number: number;
  /** Counted over all shards. */
  readonly article: number;
  /** Four numbers: `DocumentKey.exact`. */
  readonly exact: Uint32Array;
  readonly words: Int32Array;
}

/** Adds a text to the file of a task. */
export function appendText(
  files: DividedNumbers,
  task: number,
  { number, article, exact, words }: MovedText,
): void {
  files.append(task, [number, article, ...exact, words.length]);
  files.append(task, words);
}

/** Texts by number, read from files of words when asked for. */
export class WordsReader {
  readonly #paths: readonly string[];
  /** Columns with an entry a text, by number: which file, where it is in it, and its head. */
  readonly #numbers: Uint32Array;
  readonly #order: Uint32Array;
  readonly #file = new Growing((length) => new Uint32Array(length));
  readonly #at = new Growing((length) => new Float64Array(length));
  readonly #heads = new Growing((length) => new Uint32Array(length));
  readonly #cache: { readonly number: number; readonly words: Int32Array }[] = [];

  /** @param paths - files of words; a text may be in several of them. */
  constructor(paths: readonly string[]) {
    this.#paths = paths;
    const numbers = new Growing((length) => new Uint32Array(length));
    const head = new Uint32Array(headNumbers);
    for (const [file, path] of paths.entries()) {
      const end = statSync(path).size;
      const descriptor = openSync(path, 'r');
      for (let at = 0; at < end; at += head.byteLength + head.at(-1)! * 4) {
        readSync(descriptor, new Uint8Array(head.buffer), 0, head.byteLength, at);
        numbers.push(head[0]!);
        this.#file.push(file);
        this.#at.push(at + head.byteLength);
        this.#heads.append(head);
      }
      closeSync(descriptor);
    }
    this.#numbers = numbers.values.slice();
    this.#order = Uint32Array.from(this.#numbers, (_, at) => at);
    radixSort(this.#numbers, this.#order);
  }

  /** A text. Its words are not to be changed. */
  text(number: number): MovedText {
    return { ...this.headOf(number), words: this.wordsOf(number) };
  }

  /** What stands before the words of a text. */
  headOf(number: number): Omit<MovedText, 'words'> & { readonly wordCount: number } {
    const head = this.#head(this.#find(number));
    return { number, article: head[1]!, exact: head.slice(2, 6), wordCount: head.at(-1)! };
  }

  /** Folded words of a document, not to be changed. */
  wordsOf(number: number): Int32Array {
    const slot = number % cachedTexts;
    const cached = this.#cache[slot];
    if (cached?.number === number) return cached.words;
    const words = this.#read(this.#find(number));
    if (words.length <= longestCached) this.#cache[slot] = { number, words };
    return words;
  }

  #head(entry: number): Uint32Array {
    return this.#heads.values.subarray(entry * headNumbers, (entry + 1) * headNumbers);
  }

  #find(number: number): number {
    let low = 0;
    let high = this.#numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#numbers[middle]! < number) low = middle + 1;
      else high = middle;
    }
    if (this.#numbers[low] !== number) throw new RangeError(`the words of ${number} are missing`);
    return this.#order[low]!;
  }

  #read(entry: number): Int32Array {
    const words = new Int32Array(this.#head(entry).at(-1)!);
    const bytes = new Uint8Array(words.buffer);
    // Not kept open: there may be more files than a process may have open.
    const descriptor = openSync(this.#paths[this.#file.at(entry)]!, 'r');
    for (let done = 0; done < bytes.length;) {
      const at = this.#at.at(entry) + done;
      const got = readSync(descriptor, bytes, done, bytes.length - done, at);
      if (got === 0) throw new RangeError('a file of words ends early');
      done += got;
    }
    closeSync(descriptor);
    return words;
  }
}
