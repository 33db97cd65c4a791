import { createHash } from 'node:crypto';
import { reportPage } from '../report/html/page.ts';
import type { Report } from '../report/report.ts';

/** The report as a page of HTML. */
export function reportPageOf(report: Report): string {
  return reportPage(report, (text) => createHash('sha256').update(text).digest('base64'));
}
