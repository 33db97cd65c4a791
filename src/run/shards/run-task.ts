import { applyStep, namesStep } from './apply-steps.ts';
import { compareStep } from './compare-step.ts';
import { crowdStep, keysStep, tallyStep, varyStep } from './crowd-steps.ts';
import { decideStep } from './decide-step.ts';
import { factsStep } from './facts-step.ts';
import { gatherStep } from './gather-step.ts';
import { joinStep } from './join-step.ts';
import { linkStep } from './link-step.ts';
import { meetStep } from './meet-step.ts';
import { orderStep } from './order-step.ts';
import { pairStep } from './pair-step.ts';
import { settleStep } from './settle-step.ts';
import { signStep, type TaskManners, surveyStep } from './sign-step.ts';
import type { Task } from './task.ts';
import type { WorkFolder } from './work-folder.ts';
import { wordsStep } from './words-step.ts';

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
        return joinStep(work, number, inputs, results);
      case 'meet':
        return meetStep(work, number, inputs, results);
      case 'facts':
        return factsStep(work, number, inputs, results);
      case 'crowd':
        return crowdStep(number, inputs, results);
      case 'tally':
        return tallyStep(inputs, results);
      case 'keys':
        return keysStep(work, number, inputs, results);
      case 'vary':
        return varyStep(work, number, inputs, results);
      case 'pair':
        return pairStep(work, number, inputs, results);
      case 'words':
        return wordsStep(work, number, inputs, results);
      case 'compare':
        return compareStep(work, number, inputs, results);
      case 'link':
        return linkStep(inputs, results);
      case 'gather':
        return gatherStep(work, number, inputs, results);
      case 'decide':
        return decideStep(work, number, inputs, results);
      case 'settle':
        return settleStep(work, inputs, results);
      case 'names':
        return namesStep(work, number, inputs, results);
      case 'apply':
        return applyStep(work, number, inputs, results);
    }
  });
}
