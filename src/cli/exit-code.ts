import { InputError, UsageError } from '../errors.ts';
import { counted, grouped } from '../report/numbers.ts';
import type { Report } from '../report/report.ts';
import type { Settings } from '../settings.ts';

/** How the program ends. New codes may come; take an unknown one for a failure. */
export const exitCodes = {
  done: 0,
  gateFailed: 1,
  usage: 2,
  someUnusable: 3,
  /** The output could not be written, or, after a fault of the program, was not. */
  notWritten: 4,
} as const;

/** Gates that a finished run did not pass, a sentence each. */
export function failedGates(report: Report, settings: Settings): readonly string[] {
  const { totals, duplicates } = report;
  const failed: string[] = [];
  const pages = totals.cleaned.documents + totals.removed.documents;
  const percent = pages === 0 ? 0 : (duplicates.removed * 100) / pages;
  if (percent > settings.maxDuplicates) {
    failed.push(
      `${percent.toFixed(1)} % of the pages are near-duplicates, more than ${settings.maxDuplicates} %`,
    );
  }
  if (totals.cleaned.documents < settings.minKept) {
    failed.push(
      `${counted(totals.cleaned.documents, 'article')} ${totals.cleaned.documents === 1 ? 'stays' : 'stay'}, fewer than ${settings.minKept}`,
    );
  }
  if (settings.maxProblems >= 0 && totals.problems.documents > settings.maxProblems) {
    failed.push(
      `${counted(totals.problems.documents, 'input')} ${totals.problems.documents === 1 ? 'is' : 'are'} unusable, more than ${settings.maxProblems}`,
    );
  }
  if (settings.check) {
    const isBounded = settings.maxDuplicates < 100;
    if (duplicates.removed > 0 && !isBounded) {
      failed.push(
        duplicates.removed === 1
          ? '1 page is a near-duplicate'
          : `${grouped(duplicates.removed)} pages are near-duplicates`,
      );
    }
    if (totals.rejected.documents > 0) {
      failed.push(
        `${counted(totals.rejected.documents, 'page')} ${totals.rejected.documents === 1 ? 'holds' : 'hold'} no article`,
      );
    }
  }
  return failed;
}

/** Exit code of a finished run: a failed gate counts more than unusable inputs. */
export function exitCodeOf(report: Report, settings: Settings): number {
  if (failedGates(report, settings).length > 0) return exitCodes.gateFailed;
  const isForgiven = settings.maxProblems >= 0;
  if (report.totals.problems.documents > 0 && !isForgiven) return exitCodes.someUnusable;
  return exitCodes.done;
}

/** Exit code of a run that could not go on. */
export function exitCodeOfError(error: unknown): number {
  const couldNotStart = error instanceof UsageError || error instanceof InputError;
  return couldNotStart ? exitCodes.usage : exitCodes.notWritten;
}
