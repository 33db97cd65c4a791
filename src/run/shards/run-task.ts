import { applyStep, namesStep } from './apply-steps.ts';
import { decideStep } from './decide-step.ts';
import { orderStep } from './order-step.ts';
import { compareStep, joinStep, pairStep, varyStep } from './pair-steps.ts';
import { signStep, type TaskManners, surveyStep } from './sign-step.ts';
import type { Task } from './task.ts';
import type { WorkFolder } from './work-folder.ts';
import { crowdStep, wordsStep } from './words-steps.ts';

/**
 * Does one task of a run in parts, unless it is done.
 *
 * @returns false when it was done already.
 * @throws InputError when a step it needs is not done; OutputError when its files cannot be written.
 */
export function runTask(work: WorkFolder, task: Task, manners: TaskManners): Promise<boolean> {
  const { number } = task;
  return work.run(task, (inputs, results) => {
    switch (task.step) {
      case 'survey':
        return surveyStep(work, results, manners);
      case 'sign':
        return signStep(work, number, inputs, results, manners);
      case 'order':
        return orderStep(work, inputs, results);
      case 'join':
        return joinStep(number, inputs, results);
      case 'pair':
        return pairStep(work, inputs, results);
      case 'crowd':
        return crowdStep(number, inputs, results);
      case 'vary':
        return varyStep(work, inputs, results);
      case 'words':
        return wordsStep(work, number, inputs, results);
      case 'compare':
        return compareStep(work, number, inputs, results);
      case 'decide':
        return decideStep(work, inputs, results);
      case 'names':
        return namesStep(work, number, inputs, results);
      case 'apply':
        return applyStep(work, number, inputs, results);
    }
  });
}
