import type { ChalkInstance } from 'chalk';
import { type BlockKind, blockKinds } from '../split/block.ts';
import { bytesText, counted, grouped, percentText } from '../report/numbers.ts';
import type { Report } from '../report/report.ts';
import type { Settings } from '../settings.ts';
import { isolated, printable } from './terminal.ts';
import { fitted, fittedEnd, textWidth } from './text-width.ts';

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
  const emitted = settings.embedded === 'emit' ? report.embeddedArticles : 0;
  const lines = [
    headLine(report, output, `${timing.seconds.toFixed(1)} s  ${grouped(rate)} pages/s`, colours),
    '',
    `${row('read', totals.inputs.documents - emitted, 'page', bytesText(totals.inputs.bytes)).padEnd(barStart)}share of all inputs`,
    ...(emitted > 0 ? [row('inside', emitted, 'article', 'counted like pages')] : []),
    withBar(
      row('written', totals.cleaned.documents, 'article', ''),
      totals.cleaned.documents,
      totals.inputs.documents,
      colours.green,
    ),
  ];
  if (settings.dedupe) {
    const label = settings.annotate ? 'marked' : 'duplicates';
    const groups = counted(report.duplicates.clusters, 'group');
    lines.push(
      withBar(
        row(label, report.duplicates.removed, 'page', groups),
        report.duplicates.removed,
        totals.inputs.documents,
        colours.yellow,
      ),
    );
  }
  if (totals.rejected.documents > 0) {
    lines.push(
      withBar(
        row('rejected', totals.rejected.documents, 'page', reasonsText(report.rejections)),
        totals.rejected.documents,
        totals.inputs.documents,
        colours.yellow,
      ),
    );
  }
  if (totals.problems.documents > 0) {
    const unusable = row(
      'unusable',
      totals.problems.documents,
      'input',
      namedCounts(report.problems, 3),
    );
    lines.push(colours.red(fitted(unusable, columns)));
  }
  lines.push('');
  const fact = (name: string, text: string): void => {
    lines.push(`  ${name.padEnd(13)}${fitted(text, columns - 15)}`);
  };
  if (report.form === 'articles') {
    fact('kept', `${kindShares(report, keptKinds)}  of what was read`);
    fact('cut', kindShares(report, cutKinds));
  }
  if (settings.dedupe) fact('similarity', similarityStrip(report, settings));
  if (report.form === 'articles') fact('languages', namedCounts(report.languages, 6));
  const damaged =
    report.replacedCharacters > 0
      ? `   ${counted(report.replacedCharacters, 'character')} replaced`
      : '';
  fact('encodings', `${namedCounts(report.encodings, 5)}${damaged}`);
  if (report.shortBodies > 0) {
    const bodies = counted(report.shortBodies, 'body', 'bodies');
    fact('short', `${bodies} under ${settings.minWords} words, only exact copies removed`);
  }
  if (report.repeatedIds > 0)
    fact('repeated ids', `${grouped(report.repeatedIds)}, told apart by an ending`);
  const largest = report.duplicates.largest[0];
  if (largest !== undefined) {
    const kept = `${counted(largest.size, 'page')}, kept `;
    const room = columns - 15 - kept.length;
    const text = `  largest      ${kept}${isolated(fittedEnd(printable(largest.keeper), room))}`;
    lines.push(report.duplicates.alarm ? colours.red(text) : text);
  }
  if (report.duplicates.alarm)
    lines.push(
      colours.red('               over 1% of all articles: a template, or not split well?'),
    );
  return lines;
}

/** Columns of the terminal that the summary is made for. */
const columns = 80;

/** Where the pages came from and went to, cut to what room the figures leave. */
function headLine(
  { ghirbal, inputs }: Report,
  output: string,
  figures: string,
  colours: ChalkInstance,
): string {
  const begin = `ghirbal ${ghirbal}   `;
  const room = columns - begin.length - ' -> '.length - figures.length - 2;
  const target = fittedEnd(printable(output), Math.floor(room / 2));
  const named = inputs.length === 1 ? printable(inputs[0]!) : 'several inputs';
  const source = fittedEnd(named, room - textWidth(target));
  const used = begin.length + textWidth(source) + ' -> '.length + textWidth(target);
  const gap = ' '.repeat(Math.max(2, columns - used - figures.length));
  return `${colours.bold(`${begin}${isolated(source)} -> ${isolated(target)}`)}${gap}${figures}`;
}

function row(label: string, count: number, unit: string, detail: string): string {
  const noun = count === 1 ? unit : `${unit}s`;
  return `  ${label.padEnd(11)}${grouped(count).padStart(11)} ${noun.padEnd(9)}${detail}`;
}

const barStart = 50;
const barWidth = 22;

function withBar(
  text: string,
  part: number,
  whole: number,
  paint: (text: string) => string,
): string {
  const share = whole === 0 ? 0 : Math.min(1, part / whole);
  const filled = Math.round(share * barWidth);
  const percent = `${(share * 100).toFixed(1)}%`.padStart(7);
  const begin = fitted(text, barStart - 1);
  const padding = ' '.repeat(barStart - textWidth(begin));
  return `${begin}${padding}${paint('#'.repeat(filled))}${'-'.repeat(barWidth - filled)}${percent}`;
}

/** What goes into the text and title of records, and what does not. */
const keptKinds = ['body', 'title'] as const;
const cutKinds = blockKinds.filter((kind) => kind !== 'body' && kind !== 'title');

/** Shares of the bytes of all pages. */
function kindShares({ kinds }: Report, shown: readonly BlockKind[]): string {
  const total = blockKinds.reduce((sum, kind) => sum + kinds[kind].bytes, 0);
  const shares = shown
    .filter((kind) => kinds[kind].bytes > 0)
    .map((kind) => `${kind} ${percentText(kinds[kind].bytes, total)}`);
  return shares.length === 0 ? 'nothing' : shares.join('  ');
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

/** Counts of the reasons, or, where there is no room for more than one, just their names. */
function reasonsText(reasons: Readonly<Record<string, number>>): string {
  const names = Object.keys(reasons);
  return names.length < 2 ? namedCounts(reasons, 1) : names.map(printable).join(', ');
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
