import type { AskedTexts } from './asked-texts.ts';
import { DividedNumbers } from './divided-numbers.ts';
import { orderTask } from './order-step.ts';
import { ShardWords } from './shard-words.ts';
import { fileFor } from './task.ts';
import type { TaskInputs } from './task-inputs.ts';
import type { TaskResults } from './task-results.ts';
import { appendText } from './words-reader.ts';
import type { WorkFolder } from './work-folder.ts';

/** Step `words`: the words of a shard's documents to the parts in which they are compared. */
export function wordsStep(
  work: WorkFolder,
  shard: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const before = inputs.numbers(orderTask, 'first')[shard]!;
  const reader = new ShardWords(shard, inputs);
  const { exact } = reader.columns;
  const texts = new DividedNumbers(results, 'words', work.plan.parts);
  let count = 0;
  for (const { number: part, ...task } of inputs.tasksOf('pair')) {
    const asked = inputs.value({ ...task, number: part }, fileFor('asked', shard)) as AskedTexts;
    for (const [at, article] of asked.articles.entries()) {
      appendText(texts, part, {
        number: asked.numbers[at]!,
        article: before + article,
        exact: exact.subarray(article * 4, article * 4 + 4),
        words: reader.wordsOf(article),
      });
      count++;
    }
  }
  texts.finish();
  reader.close();
  return { texts: count, bytes: texts.bytes };
}
