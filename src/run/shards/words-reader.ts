import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { radixSort } from '../../dedupe/radix-sort.ts';
import { Growing } from '../growing.ts';

/** What stands before the words of a document in a file of words: its number, then how many. */
const headBytes = 8;
/** Texts of look-alikes are asked for again and again: this many are kept, of at most so many words. */
const cachedTexts = 1024;
const longestCached = 4096;

/** The head and the words of one document, as they stand in a file of words. */
export function storedWords(number: number, words: Uint8Array): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(number, 0);
  head.writeUInt32LE(words.length / 4, 4);
  return Buffer.concat([head, words]);
}

/** Words of documents by number, read from files of words when asked for. */
export class WordsReader {
  readonly #descriptors: number[] = [];
  /** Columns with an entry a text, by number: which file, and where its words are in it. */
  readonly #numbers: Uint32Array;
  readonly #order: Uint32Array;
  readonly #file = new Growing((length) => new Uint32Array(length));
  readonly #at = new Growing((length) => new Float64Array(length));
  readonly #count = new Growing((length) => new Uint32Array(length));
  readonly #cache: { readonly number: number; readonly words: Int32Array }[] = [];

  /** @param paths - files of words; a document may be in several of them. */
  constructor(paths: readonly string[]) {
    const numbers = new Growing((length) => new Uint32Array(length));
    for (const [file, path] of paths.entries()) {
      const descriptor = openSync(path, 'r');
      this.#descriptors.push(descriptor);
      const end = fstatSync(descriptor).size;
      const head = Buffer.alloc(headBytes);
      for (let at = 0; at < end;) {
        readSync(descriptor, head, 0, headBytes, at);
        numbers.push(head.readUInt32LE(0));
        this.#file.push(file);
        this.#at.push(at + headBytes);
        this.#count.push(head.readUInt32LE(4));
        at += headBytes + head.readUInt32LE(4) * 4;
      }
    }
    this.#numbers = numbers.values.slice();
    this.#order = Uint32Array.from(this.#numbers, (_, at) => at);
    radixSort(this.#numbers, this.#order);
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

  close(): void {
    for (const descriptor of this.#descriptors.splice(0)) closeSync(descriptor);
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
    const words = new Int32Array(this.#count.at(entry));
    const bytes = new Uint8Array(words.buffer);
    const descriptor = this.#descriptors[this.#file.at(entry)]!;
    for (let done = 0; done < bytes.length;) {
      const at = this.#at.at(entry) + done;
      const got = readSync(descriptor, bytes, done, bytes.length - done, at);
      if (got === 0) throw new RangeError('a file of words ends early');
      done += got;
    }
    return words;
  }
}
