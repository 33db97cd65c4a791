import { type ComparedColumns, pickPairs } from './compared-pairs.ts';
import { wordsOfPart } from './compare-step.ts';
import { copiedIn, type CopyColumns, CopyList } from './copy-list.ts';
import { distinct } from './distinct.ts';
import { DividedNumbers } from './divided-numbers.ts';
import { orderTask } from './order-step.ts';
import { partOfComponent } from './parts.ts';
import { fileFor } from './task.ts';
import type { TaskInputs } from './task-inputs.ts';
import type { TaskResults } from './task-results.ts';
import { appendText } from './words-reader.ts';
import type { WorkFolder } from './work-folder.ts';

/** Step `gather`: compared pairs, their texts and exact copies to the parts that decide on what they connect. */
export function gatherStep(
  work: WorkFolder,
  part: number,
  inputs: TaskInputs,
  results: TaskResults,
): Record<string, number> {
  const { parts } = work.plan;
  const compared = inputs.value({ step: 'compare', number: part }, 'compared') as ComparedColumns;
  // Pairs first, then documents that have copies, as `compare` wrote them.
  const labels = inputs.numbers({ step: 'link', number: 0 }, fileFor('labels', part));
  const pairs = Array.from({ length: parts }, (): number[] => []);
  for (const at of compared.left.keys()) pairs[partOfComponent(labels[at]!, parts)]!.push(at);
  const reader = wordsOfPart(part, inputs);
  const texts = new DividedNumbers(results, 'words', parts);
  for (const [to, places] of pairs.entries()) {
    const picked = pickPairs(compared, places);
    results.value(fileFor('pairs', to), picked);
    for (const number of distinct(picked.left, picked.right))
      appendText(texts, to, reader.text(number));
  }
  texts.finish();
  const copies = pairs.map(() => new CopyList());
  let at = compared.left.length;
  for (const copied of copiedIn(inputs.value(orderTask, fileFor('copies', part)) as CopyColumns))
    copies[partOfComponent(labels[at++]!, parts)]!.add(copied);
  for (const [to, list] of copies.entries()) results.value(fileFor('copies', to), list.columns);
  return { pairs: compared.left.length, bytes: texts.bytes };
}
