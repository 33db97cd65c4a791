import { appendFileSync } from 'node:fs';
import { OutputError, systemReason } from '../errors.ts';
import { bytesText, grouped } from '../report/numbers.ts';
import { outcomes, type Report } from '../report/report.ts';
import type { Settings } from '../settings.ts';
import type { World } from './main.ts';

/** GitHub shows ten annotations of a kind for each step and drops the others. */
const mostOfAKind = 10;

interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly message: string;
}

/**
 * Tells GitHub Actions of a run: annotations beside the files they are about, and the summary of
 * the job where `GITHUB_STEP_SUMMARY` names a file. Annotations go to standard error, which GitHub
 * reads as well, for standard output may carry records.
 *
 * @throws OutputError when the summary cannot be written.
 */
export function showOnGitHub(
  report: Report,
  settings: Settings,
  failed: readonly string[],
  world: Pick<World, 'env' | 'stderr'>,
): void {
  for (const annotation of annotationsOf(report, settings, failed)) {
    world.stderr.write(`${commandOf(annotation)}\n`);
  }
  const path = world.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (path === '') return;
  try {
    appendFileSync(path, jobSummary(report, failed));
  } catch (error) {
    throw new OutputError(`the job summary ${JSON.stringify(path)}: ${systemReason(error)}`, {
      cause: error,
    });
  }
}

function annotationsOf(
  report: Report,
  settings: Settings,
  failed: readonly string[],
): readonly Annotation[] {
  const nowhere = { file: '', line: 0 };
  // What --check fails for is an error in its own place.
  const kind: Annotation['kind'] = settings.check ? 'error' : 'notice';
  return [
    ...failed.slice(0, mostOfAKind).map((message) => ({
      ...nowhere,
      kind: 'error' as const,
      title: 'Gate failed',
      message,
    })),
    ...report.firstProblems.slice(0, mostOfAKind).map(({ source, line, code, message }) => ({
      kind: 'warning' as const,
      file: source,
      line,
      title: `Unusable input (${code})`,
      message,
    })),
    ...report.duplicates.first.slice(0, mostOfAKind).map(({ source, duplicateOf }) => ({
      kind,
      file: source,
      line: 0,
      title: 'Near-duplicate',
      message: `a copy of ${duplicateOf}`,
    })),
    ...report.firstRejected.slice(0, mostOfAKind).map(({ source, reason }) => ({
      kind,
      file: source,
      line: 0,
      title: 'No article',
      message: reason,
    })),
  ];
}

/** A workflow command; what would end it or its properties early is escaped. */
function commandOf({ kind, file, line, title, message }: Annotation): string {
  const properties = [
    ...(file === '' ? [] : [`file=${escapedProperty(file)}`]),
    ...(line === 0 ? [] : [`line=${line}`]),
    `title=${escapedProperty(title)}`,
  ];
  return `::${kind} ${properties.join(',')}::${escapedData(message)}`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The run in Markdown. */
function jobSummary(report: Report, failed: readonly string[]): string {
  const { totals } = report;
  const share = (part: number): string =>
    totals.inputs.documents === 0 ? '' : `${((part * 100) / totals.inputs.documents).toFixed(1)} %`;
  const rows = outcomes.map((outcome) => {
    const { documents, bytes } = totals[outcome];
    return `| ${outcome} | ${grouped(documents)} | ${share(documents)} | ${bytesText(bytes)} |`;
  });
  const gates = failed.map((gate) => `- :x: ${inMarkdown(gate)}\n`).join('');
  return `### ghirbal: ${grouped(totals.inputs.documents)} pages read

${gates === '' ? '' : `${gates}\n`}| pages | count | share | size |
| --- | ---: | ---: | ---: |
${rows.join('\n')}

`;
}

/** Text that holds no mark-up of its own. */
function inMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~]/gu, String.raw`\$&`);
}
