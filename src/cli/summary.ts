import type { ChalkInstance } from 'chalk';
import { blockKinds } from '../split/block.ts';
import { bytesText, grouped } from '../report/numbers.ts';
import type { Report } from '../report/report.ts';
import type { Settings } from '../settings.ts';
import { isolated, printable, shortened } from './terminal.ts';

const barWidth = 30;

/**
 * The report in words for a terminal: at most 24 lines of 80 columns. Text from the pages stands
 * only at line ends, safe to show and kept apart from the direction of the rest.
 */
export function summaryLines(
  report: Report,
  settings: Settings,
  output: string,
  colours: ChalkInstance,
): readonly string[] {
  const { totals, timing } = report;
  const rate = Math.round(totals.inputs.documents / Math.max(0.001, timing.seconds));
  const names = report.inputs.length === 1 ? report.inputs[0]! : 'several inputs';
  const emitted = settings.embedded === 'emit' ? report.embeddedArticles : 0;
  const head = `ghirbal ${report.ghirbal}   ${printable(shortened(names, 24))} -> ${printable(shortened(output, 20))}`;
  const lines = [
    `${colours.bold(head.padEnd(54))} ${timing.seconds.toFixed(1)} s  ${grouped(rate)} pages/s`,
    '',
    row('read', totals.inputs.documents - emitted, 'pages', bytesText(totals.inputs.bytes)),
    ...(emitted > 0 ? [row('inside', emitted, 'articles', 'counted like pages')] : []),
    withBar(
      row('written', totals.cleaned.documents, 'articles', bytesText(totals.cleaned.bytes)),
      totals.cleaned.documents,
      totals.inputs.documents,
      colours.green,
    ),
  ];
  if (settings.dedupe) {
    const groups = `${grouped(report.duplicates.clusters)} groups`;
    const label = settings.annotate ? 'marked' : 'duplicates';
    lines.push(
      withBar(
        row(label, report.duplicates.removed, 'pages', groups),
        report.duplicates.removed,
        totals.inputs.documents,
        colours.yellow,
      ),
    );
  }
  if (totals.rejected.documents > 0) {
    const why = shortened(namedCounts(report.rejections, 2), 20);
    lines.push(
      withBar(
        row('rejected', totals.rejected.documents, 'pages', why),
        totals.rejected.documents,
        totals.inputs.documents,
        colours.yellow,
      ),
    );
  }
  if (totals.problems.documents > 0) {
    lines.push(
      colours.red(
        row('unusable', totals.problems.documents, 'inputs', namedCounts(report.problems, 3)),
      ),
    );
  }
  lines.push('');
  if (report.form === 'articles') lines.push(`  bytes        ${kindShares(report)}`);
  if (settings.dedupe) lines.push(`  similarity   ${similarityStrip(report, settings)}`);
  if (report.form === 'articles') lines.push(`  languages    ${namedCounts(report.languages, 6)}`);
  const damaged =
    report.replacedCharacters > 0
      ? `   ${grouped(report.replacedCharacters)} characters replaced`
      : '';
  lines.push(`  encodings    ${namedCounts(report.encodings, 5)}${damaged}`);
  if (report.shortBodies > 0) {
    lines.push(
      `  short        ${grouped(report.shortBodies)} bodies under ${settings.minWords} words, only exact copies removed`,
    );
  }
  if (report.repeatedIds > 0)
    lines.push(`  repeated ids ${grouped(report.repeatedIds)}, told apart by an ending`);
  const largest = report.duplicates.largest[0];
  if (largest !== undefined) {
    const text = `  largest      ${grouped(largest.size)} pages, kept ${isolated(shortened(largest.keeper, 44))}`;
    lines.push(report.duplicates.alarm ? colours.red(text) : text);
  }
  if (report.duplicates.alarm)
    lines.push(
      colours.red('               over 1% of all articles: a template, or not split well?'),
    );
  return lines;
}

function row(label: string, count: number, unit: string, detail: string): string {
  return `  ${label.padEnd(11)}${grouped(count).padStart(11)} ${unit.padEnd(9)}${detail}`;
}

function withBar(
  text: string,
  part: number,
  whole: number,
  paint: (text: string) => string,
): string {
  const share = whole === 0 ? 0 : part / whole;
  const filled = Math.round(share * (barWidth - 8));
  const percent = `${(share * 100).toFixed(1)}%`.padStart(7);
  return `${`${text} `.padEnd(48)}${paint('#'.repeat(filled))}${'-'.repeat(barWidth - 8 - filled)}${percent}`;
}

function kindShares({ kinds }: Report): string {
  const total = blockKinds.reduce((sum, kind) => sum + kinds[kind].bytes, 0);
  return blockKinds
    .filter((kind) => kinds[kind].bytes > 0)
    .map((kind) => `${kind} ${Math.round((kinds[kind].bytes * 100) / total)}%`)
    .join('  ');
}

const strip = ' .:-=+*#';

/** Pairs by similarity from 0 to 1, a character for each step, on a logarithmic scale. */
function similarityStrip({ duplicates }: Report, settings: Settings): string {
  const top = Math.log1p(Math.max(1, ...duplicates.similarity));
  const cells = duplicates.similarity.map((pairs) => {
    const level =
      pairs === 0 ? 0 : Math.max(1, Math.round((Math.log1p(pairs) / top) * (strip.length - 1)));
    return strip[level];
  });
  const rule =
    settings.threshold === null ? 'judged by evidence' : `threshold ${settings.threshold}`;
  return `0.0 [${cells.join('')}] 1.0   ${rule}`;
}

function namedCounts(counts: Readonly<Record<string, number>>, most: number): string {
  const names = Object.entries(counts);
  const shown = names
    .slice(0, most)
    .map(([name, count]) => `${name === '' ? 'unknown' : printable(name)} ${grouped(count)}`);
  const rest = names.slice(most).reduce((sum, [, count]) => sum + count, 0);
  if (rest > 0) shown.push(`other ${grouped(rest)}`);
  return shown.length === 0 ? 'none' : shown.join('  ');
}
