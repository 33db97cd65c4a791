import { expect, test } from 'vitest';
import { summaryLines } from '../../src/cli/summary.ts';
import { coloursFor } from '../../src/cli/terminal.ts';
import { textWidth } from '../../src/cli/text-width.ts';
import type { Report } from '../../src/report/report.ts';
import { defaultSettings } from '../../src/settings.ts';
import { reportOf } from '../report/html/report-for-tests.ts';

const plain = coloursFor(false);
const longNames = ['a/long/path/'.repeat(9), '新闻网页'.repeat(20), 'صحيفة الوئام '.repeat(9)];
const huge = 1_234_567_890;

/** A report on so many pages that no figure has its usual room. */
function hugeReport(name: string): Report {
  const totals = { documents: huge, bytes: huge * 4000, lines: huge, blocks: huge };
  const counts = Object.fromEntries(
    ['unknown-encoding', 'not-an-object', 'undecodable', 'not-a-file', 'damaged', name].map(
      (key) => [key, huge],
    ),
  );
  return reportOf(name, {
    totals: {
      inputs: totals,
      cleaned: totals,
      removed: totals,
      rejected: totals,
      problems: totals,
    },
    rejections: counts,
    problems: counts,
    languages: counts,
    encodings: counts,
    replacedCharacters: huge,
    shortBodies: huge,
    repeatedIds: huge,
    timing: { seconds: 123_456.7 },
  });
}

test.each(longNames)('the summary fits 24 lines of 80 columns, whatever the names: %s', (name) => {
  for (const report of [reportOf(name), hugeReport(name)]) {
    const lines = summaryLines(report, defaultSettings, name, plain);
    // The command adds a blank line and the name of the report.
    expect(lines.length).toBeLessThanOrEqual(22);
    for (const line of lines) expect([line, textWidth(line) <= 80]).toEqual([line, true]);
  }
});

test.each(longNames)('bars stand under each other, whatever stands before them: %s', (name) => {
  const lines = summaryLines(hugeReport(name), defaultSettings, name, plain);
  const starts = lines
    .map((line) => /^(.*?)[#-]{22} *[\d.]+%$/u.exec(line)?.[1])
    .filter((begin) => begin !== undefined)
    .map(textWidth);
  expect(starts).toEqual([50, 50, 50]);
});

test('what the bars are shares of is said, and what of the text was kept and cut', () => {
  const lines = summaryLines(reportOf('pages'), defaultSettings, 'out', plain);
  const bars = lines.findIndex((line) => line.endsWith('share of all inputs'));
  expect(lines[bars]).toContain('read');
  expect(lines[bars + 1]).toMatch(/^ {2}written +4 articles +#{9}-{13} +40\.0%$/u);
  expect(lines).toContain('  kept         body 50.0 %  title 4.0 %  of what was read');
  expect(lines).toContain('  cut          related 20.0 %  tags 6.0 %  furniture 20.0 %');
});

test('one of a thing is named as one', () => {
  const one = { documents: 1, bytes: 900, lines: 9, blocks: 3 };
  const lines = summaryLines(
    reportOf('pages', {
      totals: { inputs: one, cleaned: one, removed: one, rejected: one, problems: one },
    }),
    defaultSettings,
    'out',
    plain,
  ).join('\n');
  expect(lines).toContain('1 page ');
  expect(lines).toContain('1 article ');
  expect(lines).toContain('1 input ');
  expect(lines).not.toMatch(/\b1 (?:pages|articles|groups|inputs)\b(?!\/s)/u);
});

test('the reasons of rejected pages are named, never cut off', () => {
  for (const [rejections, named] of [
    [{ empty: 3 }, 'empty 3 '],
    [{ 'no-body': 2, empty: 1 }, 'no-body, empty '],
  ] as const) {
    const { totals } = reportOf('pages');
    const rejected = { ...totals.rejected, documents: 3 };
    const report = reportOf('pages', { rejections, totals: { ...totals, rejected } });
    const lines = summaryLines(report, defaultSettings, 'out', plain);
    expect(lines.find((line) => line.startsWith('  rejected'))).toContain(named);
  }
});

test('right-to-left names are kept apart from the figures behind them', () => {
  const head = summaryLines(reportOf('صفحات'), defaultSettings, 'نتائج', plain)[0]!;
  expect(head).toContain('\u2068صفحات\u2069 -> \u2068نتائج\u2069');
  expect(head).toMatch(/1\.3 s {2}8 pages\/s$/u);
});
