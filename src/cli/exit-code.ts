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

/**
 * Gates that a finished run did not pass, a sentence each.
 *
 * @param baseline - report of an earlier run that this one must not be worse than.
 */
export function failedGates(
  report: Report,
  settings: Settings,
  baseline: Baseline | null,
): readonly string[] {
  const { totals, duplicates } = report;
  const failed: string[] = [];
  const percent = duplicateShare(report);
  if (percent > settings.maxDuplicates) {
    failed.push(
      `${percent.toFixed(1)} % of the articles are near-duplicates, more than ${settings.maxDuplicates} %`,
    );
  }
  if (totals.cleaned.documents < settings.minKept) {
    failed.push(`${articlesStay(totals.cleaned.documents)}, fewer than ${settings.minKept}`);
  }
  if (settings.maxProblems >= 0 && totals.problems.documents > settings.maxProblems) {
    failed.push(`${inputsUnusable(totals.problems.documents)}, more than ${settings.maxProblems}`);
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
  if (baseline !== null) failed.push(...worseThan(report, baseline));
  return failed;
}

function articlesStay(count: number): string {
  return `${counted(count, 'article')} ${count === 1 ? 'stays' : 'stay'}`;
}

function inputsUnusable(count: number): string {
  return `${counted(count, 'input')} ${count === 1 ? 'is' : 'are'} unusable`;
}

/** What of an earlier report decides whether a run is worse. */
export type Baseline = Pick<Report, 'totals' | 'duplicates'>;

/** Shares are compared as they are shown, in tenths of a percent. */
const shownDigits = 1;

/** In what a run is worse than an earlier one, a sentence each. */
function worseThan(report: Report, before: Baseline): readonly string[] {
  const worse: string[] = [];
  const kept = report.totals.cleaned.documents;
  const keptBefore = before.totals.cleaned.documents;
  if (kept < keptBefore)
    worse.push(`${articlesStay(kept)}, ${grouped(keptBefore)} in the baseline`);
  const unusable = report.totals.problems.documents;
  const unusableBefore = before.totals.problems.documents;
  if (unusable > unusableBefore) {
    worse.push(`${inputsUnusable(unusable)}, ${grouped(unusableBefore)} in the baseline`);
  }
  const shares = [
    ['articles are near-duplicates', duplicateShare(report), duplicateShare(before)],
    ['pages are without an article', rejectedShare(report), rejectedShare(before)],
  ] as const;
  for (const [what, share, shareBefore] of shares) {
    const [shown, shownBefore] = [share.toFixed(shownDigits), shareBefore.toFixed(shownDigits)];
    if (Number(shown) > Number(shownBefore)) {
      worse.push(`${shown} % of the ${what}, ${shownBefore} % in the baseline`);
    }
  }
  return worse;
}

/** Near-duplicates in percent of all articles, whether they went or were marked. */
function duplicateShare({ totals, duplicates }: Baseline): number {
  const pages = totals.cleaned.documents + totals.removed.documents;
  return pages === 0 ? 0 : (duplicates.removed * 100) / pages;
}

function rejectedShare({ totals }: Baseline): number {
  const pages = totals.inputs.documents;
  return pages === 0 ? 0 : (totals.rejected.documents * 100) / pages;
}

/** Exit code of a finished run with the gates that failed: a failed gate counts more than unusable inputs. */
export function exitCodeOf(report: Report, settings: Settings, failed: readonly string[]): number {
  if (failed.length > 0) return exitCodes.gateFailed;
  const isForgiven = settings.maxProblems >= 0;
  if (report.totals.problems.documents > 0 && !isForgiven) return exitCodes.someUnusable;
  return exitCodes.done;
}

/** Exit code of a run that could not go on. */
export function exitCodeOfError(error: unknown): number {
  const couldNotStart = error instanceof UsageError || error instanceof InputError;
  return couldNotStart ? exitCodes.usage : exitCodes.notWritten;
}
