import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { mostPageBytes } from '../../src/report/html/shell.ts';
import { folderWith } from '../helpers/folder.ts';
import { runTool } from '../helpers/run-tool.ts';

/** Records of tiny pages, each from a site of its own with a long name. */
function records(count: number): string {
  const lines: string[] = [];
  for (let number = 0; number < count; number++) {
    const source = `https://${'long-name-'.repeat(6)}${number}.example/page`;
    const text = `Note ${number}\n\nThe ferry number ${number} left harbour ${number * 7} late, said the keeper of pier ${number * 13}.\n`;
    lines.push(JSON.stringify({ id: `page-${number}`, source, text }));
  }
  return `${lines.join('\n')}\n`;
}

test('the report of a run over very many sites stays small, and its counts add up', () => {
  const count = 20_000;
  const folder = folderWith({});
  writeFileSync(join(folder, 'pages.jsonl'), records(count));
  const run = runTool(['pages.jsonl', '-o', 'out', '-q'], { cwd: folder });
  expect([run.code, run.stderr]).toEqual([0, '']);
  expect(statSync(join(folder, 'out/report.html')).size).toBeLessThanOrEqual(mostPageBytes);
  const report = JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8')) as Report;
  expect(report.totals.inputs.documents).toBe(count);
  expect(report.sites.reduce((sum, { pages }) => sum + pages, 0)).toBe(count);
  for (const { kinds, bytes } of report.sites) {
    expect(Object.values(kinds).reduce((sum, value) => sum + value, 0)).toBe(bytes);
  }
}, 60_000);
