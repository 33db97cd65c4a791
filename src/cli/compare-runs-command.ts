import type { ChalkInstance } from 'chalk';
import { comparisonPage } from '../report/html/comparison-page.ts';
import { sha256InBase64 } from '../run/report-page.ts';
import { compareRuns, type FigurePair, type RunComparison } from '../report/compare-runs.ts';
import { grouped, percentText, signed } from '../report/numbers.ts';
import type { World } from './main.ts';
import { readSettings } from './read-settings.ts';
import { pageAskedFor, readReport, writePage } from './report-command.ts';
import { coloursFor, isColoured, isolated, printable } from './terminal.ts';
import { fittedEnd } from './text-width.ts';

/**
 * `ghirbal report --compare`: two finished runs side by side, what changed; with `-o` also as a
 * page of HTML.
 */
export function compareReports(
  folders: readonly [before: string, after: string],
  options: Record<string, unknown>,
  world: World,
): void {
  const { manners } = readSettings(options, world.env);
  const page = pageAskedFor(options);
  const [before, after] = [readReport(folders[0]), readReport(folders[1])];
  const comparison = compareRuns(before, after);
  if (page !== null) {
    const [one, other] = [
      { name: folders[0], report: before },
      { name: folders[1], report: after },
    ];
    writePage(page, comparisonPage(one, other, sha256InBase64), manners, world);
  }
  if (manners.json) {
    world.stdout.write(`${JSON.stringify(comparison, null, 2)}\n`);
    return;
  }
  const colours = coloursFor(isColoured(world.stdout, manners.color, world.env));
  world.stdout.write(`${comparedRunLines(folders, comparison, colours).join('\n')}\n`);
}

const numberWidth = 15;
/** Rows of one table; sites and sample pages can be many. */
const mostRows = 30;

/** The comparison in lines; names from the corpus stand at line ends, where they turn nothing. */
export function comparedRunLines(
  folders: readonly [string, string],
  { versions, settings, totals, changes, pages }: RunComparison,
  colours: ChalkInstance,
): readonly string[] {
  const shown = (text: string): string => isolated(fittedEnd(printable(text), 60));
  const lines = [
    `before  ${shown(folders[0])}`,
    `after   ${shown(folders[1])}`,
    '',
    `${'before'.padStart(numberWidth)}${'after'.padStart(numberWidth)}${'change'.padStart(numberWidth)}`,
    ...totals.map((pair) => figureLine(pair, colours)),
  ];
  if (versions.before !== versions.after)
    lines.push('', `version: ${versions.before} before, ${versions.after} after`);
  table('settings that differ', settings, ({ name, before, after }) => {
    const was = before === '' ? 'not there' : before;
    return `  ${name}: ${shown(was)} -> ${shown(after === '' ? 'not there' : after)}`;
  });
  for (const { of, figures } of changes) table(of, figures, (pair) => figureLine(pair, colours));
  table('sample pages that fared otherwise', pages, ({ id, before, after }) => {
    const fate = ({ outcome, kept }: typeof before): string =>
      `${outcome}, ${percentText(kept, 1)} kept`;
    return `  ${fate(before)} -> ${fate(after)}: ${shown(id)}`;
  });
  if (settings.length === 0 && changes.length === 0 && pages.length === 0)
    lines.push('', 'Nothing changed.');
  return lines;

  function table<Row>(name: string, rows: readonly Row[], line: (row: Row) => string): void {
    if (rows.length === 0) return;
    lines.push('', colours.bold(name), ...rows.slice(0, mostRows).map(line));
    if (rows.length > mostRows)
      lines.push(`  and ${grouped(rows.length - mostRows)} more; see --json`);
  }
}

function figureLine({ name, before, after }: FigurePair, colours: ChalkInstance): string {
  const difference = after - before;
  const change = signed(difference).padStart(numberWidth);
  const figures = `${grouped(before).padStart(numberWidth)}${grouped(after).padStart(numberWidth)}`;
  const painted = difference === 0 ? colours.dim(change) : colours.yellow(change);
  return `${figures}${painted}  ${name === '' ? 'unknown' : isolated(printable(name))}`;
}
