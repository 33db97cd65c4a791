import { createHash } from 'node:crypto';
import { reportPage } from '../report/html/page.ts';
import type { Report } from '../report/report.ts';

/** The report as a page of HTML. */
export function reportPageOf(report: Report): string {
  return reportPage(report, sha256InBase64);
}

/** SHA-256 of a text's UTF-8 bytes, in base64. */
export function sha256InBase64(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
