import { closeSync, openSync, readSync } from 'node:fs';
import type { AskedTexts } from './asked-texts.ts';
import type { ArticleColumns } from './sign-step.ts';
import { fileFor } from './task.ts';
import { type TaskInputs } from './task-inputs.ts';
import { type TaskResults } from './task-results.ts';
import { type WorkFolder } from './work-folder.ts';
import { storedWords } from './words-reader.ts';

/** Step `crowd`: the words of a shard's documents that belong to large crowds. */
export function crowdStep(
  shard: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const asked = inputs.value({ step: 'pair', number: 0 }, fileFor('asked', shard)) as AskedTexts;
  const file = results.file('words');
  for (const { words } of textsOf(asked, shard, inputs)) file.append(words);
  return { texts: asked.articles.length, bytes: file.bytes };
}

/** Step `words`: the words of a shard's documents to the parts in which they are compared. */
export function wordsStep(
  work: WorkFolder,
  shard: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const asked = inputs.value({ step: 'vary', number: 0 }, fileFor('asked', shard)) as AskedTexts;
  const files = Array.from({ length: work.plan.parts }, (_, part) =>
    results.file(fileFor('words', part)),
  );
  for (const { words, part } of textsOf(asked, shard, inputs)) files[part]!.append(words);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { texts: asked.articles.length, bytes };
}

function* textsOf(
  asked: AskedTexts,
  shard: number,
  inputs: TaskInputs,
): Generator<{ readonly words: Buffer; readonly part: number }> {
  const sign = { step: 'sign', number: shard } as const;
  const { words } = inputs.value(sign, 'articles') as ArticleColumns;
  const starts = new Float64Array(words.length + 1);
  for (let article = 0; article < words.length; article++)
    starts[article + 1] = starts[article]! + words[article]! * 4;
  const descriptor = openSync(inputs.path(sign, 'words'), 'r');
  try {
    for (const [at, article] of asked.articles.entries()) {
      const bytes = Buffer.alloc(words[article]! * 4);
      for (let done = 0; done < bytes.length;) {
        const got = readSync(descriptor, bytes, done, bytes.length - done, starts[article]! + done);
        if (got === 0) throw new RangeError('the file of words ends early');
        done += got;
      }
      yield { words: storedWords(asked.numbers[at]!, bytes), part: asked.parts[at]! };
    }
  } finally {
    closeSync(descriptor);
  }
}
