import { closeSync, openSync, readSync } from 'node:fs';
import type { ArticleColumns } from './sign-step.ts';
import type { TaskInputs } from './task-inputs.ts';

/** The words of a shard's articles, by their number in the shard. */
export class ShardWords {
  readonly columns: ArticleColumns;
  readonly #starts: Float64Array;
  readonly #descriptor: number;

  constructor(shard: number, inputs: TaskInputs) {
    const sign = { step: 'sign', number: shard } as const;
    this.columns = inputs.value(sign, 'articles') as ArticleColumns;
    const { words } = this.columns;
    this.#starts = new Float64Array(words.length + 1);
    for (let article = 0; article < words.length; article++)
      this.#starts[article + 1] = this.#starts[article]! + words[article]! * 4;
    this.#descriptor = openSync(inputs.path(sign, 'words'), 'r');
  }

  wordsOf(article: number): Int32Array {
    const words = new Int32Array(this.columns.words[article]!);
    const bytes = new Uint8Array(words.buffer);
    const start = this.#starts[article]!;
    for (let done = 0; done < bytes.length;) {
      const got = readSync(this.#descriptor, bytes, done, bytes.length - done, start + done);
      if (got === 0) throw new RangeError('the file of words ends early');
      done += got;
    }
    return words;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
