import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, OutputError, systemReason } from '../errors.ts';
import { type Report, reportSchemaVersion } from '../report/report.ts';
import { reportPageOf } from '../run/report-page.ts';
import type { World } from './main.ts';
import { readSettings } from './read-settings.ts';
import { quoted } from './terminal.ts';

/** `ghirbal report`: makes report.html of an output folder again, from its report.json alone. */
export function remakeReport(folder: string, options: Record<string, unknown>, world: World): void {
  const { manners } = readSettings(options, world.env);
  const page = pageOf(readReport(folder), folder);
  const path = join(folder, 'report.html');
  const part = join(folder, `.report.html.${world.pid}.part`);
  try {
    writeFileSync(part, page);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw new OutputError(`cannot write ${quoted(path)}: ${systemReason(error)}`, { cause: error });
  }
  if (!manners.quiet) world.stderr.write(`ghirbal: made ${quoted(path)}\n`);
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
