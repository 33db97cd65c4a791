import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError, OutputError, systemReason, UsageError } from '../errors.ts';
import { type Report, reportSchemaVersion } from '../report/report.ts';
import { pageName } from '../run/output.ts';
import { reportPageOf } from '../run/report-page.ts';
import type { World } from './main.ts';
import type { Manners } from './options.ts';
import { readSettings } from './read-settings.ts';
import { quoted } from './terminal.ts';

/** `ghirbal report`: makes report.html of an output folder again, from its report.json alone. */
export function remakeReport(folder: string, options: Record<string, unknown>, world: World): void {
  const { manners } = readSettings(options, world.env);
  const path = pageAskedFor(options) ?? join(folder, pageName);
  writePage(path, pageOf(readReport(folder), folder), manners, world);
}

const isPageName = /\.html?$/iu;

/**
 * Where `-o` wants the page; `null` when it was not given. What a config file or the environment
 * says of `output` is where runs write to, not reports.
 *
 * @throws UsageError for a name that is not that of a page, such as that of a list.
 */
export function pageAskedFor(options: Record<string, unknown>): string | null {
  const { output } = options;
  if (typeof output !== 'string') return null;
  if (!isPageName.test(output)) {
    throw new UsageError(`a report is written to a page, not to ${quoted(output)}`, {
      hint: 'Name a file that ends in .html.',
    });
  }
  return output;
}

/** Writes a page under a temporary name first, so that it is never there by half. */
export function writePage(path: string, page: string, { quiet }: Manners, world: World): void {
  const part = join(dirname(path), `.${basename(path)}.${world.pid}.part`);
  try {
    writeFileSync(part, page);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw new OutputError(`cannot write ${quoted(path)}: ${systemReason(error)}`, { cause: error });
  }
  if (!quiet) world.stderr.write(`ghirbal: made ${quoted(path)}\n`);
}

/**
 * The report of a finished run.
 *
 * @throws InputError when the folder has none that this version can show.
 */
export function readReport(folder: string): Report {
  const path = join(folder, 'report.json');
  if (!existsSync(path)) {
    throw new InputError(`there is no ${quoted(path)}`, {
      hint: 'Name the output folder of a finished run.',
    });
  }
  let report: Partial<Report> | null;
  try {
    report = JSON.parse(readFileSync(path, 'utf8')) as Partial<Report> | null;
  } catch (error) {
    throw new InputError(`${quoted(path)}: ${systemReason(error)}`, { cause: error });
  }
  if (report?.schemaVersion !== reportSchemaVersion || report.samples === undefined) {
    throw new InputError(`${quoted(path)} is not a report this version can show`, {
      hint: 'Run the cleaning again, or use the version that made it.',
    });
  }
  return report as Report;
}

function pageOf(report: Report, folder: string): string {
  try {
    return reportPageOf(report);
  } catch (error) {
    // A report that was edited by hand may lack anything.
    if (!(error instanceof TypeError)) throw error;
    throw new InputError(`report.json in ${quoted(folder)} is damaged: ${error.message}`, {
      cause: error,
    });
  }
}
