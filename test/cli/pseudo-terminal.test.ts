import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { textWidth } from '../../src/cli/text-width.ts';
import { folderWith, pageAbout } from '../helpers/folder.ts';

const tool = fileURLToPath(new URL('../../bin/ghirbal.js', import.meta.url));
// `script` of util-linux runs a command in a pseudo-terminal.
const hasScript = spawnSync('script', ['--version']).status === 0;
const escapes = /\u001b\[[0-9;?]*[A-Za-z]/gu;

/** What a command writes to a terminal of so many columns, line by line, colours taken out. */
function shown(columns: number, folder: string, args: readonly string[]): string[] {
  const command = [process.execPath, tool, ...args].map((word) => `'${word}'`).join(' ');
  const { stdout } = spawnSync(
    'script',
    ['-qec', `stty cols ${columns} rows 50; ${command}`, '/dev/null'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, TERM: 'xterm', CI: '', NO_COLOR: '' } },
  );
  expect(stdout).toMatch(escapes);
  return stdout.replaceAll(escapes, '').replaceAll('\r', '').trimEnd().split('\n');
}

const arabic =
  'قال مجلس بلدية المدينة يوم الاثنين إن العمل في الميناء القديم يبدأ في الربيع بعد نقاش طويل. '.repeat(
    2,
  );
const chinese =
  '镇议会星期一表示，经过长时间的讨论，旧港口的工程将在春天开始，预计需要十一个星期。'.repeat(2);

test.runIf(hasScript).each([60, 80, 120])(
  'on a terminal of %i columns no line of explain or compare is longer',
  (columns) => {
    const folder = folderWith({
      'a.txt': `${pageAbout('Hill')}\n${arabic}\n\n${chinese}\n`,
      'b.txt': `${pageAbout('Dale')}\n${arabic}\n\n${chinese}\n`,
    });
    const explained = shown(columns, folder, ['explain', 'a.txt']);
    const compared = shown(columns, folder, ['compare', 'a.txt', 'b.txt']);
    // Reasons and verdicts are sentences, which a terminal wraps.
    const texts = explained.filter((line) => /^ *\d+ /u.test(line));
    expect(texts.length).toBeGreaterThan(5);
    for (const line of texts) expect([line, textWidth(line) <= columns]).toEqual([line, true]);
    const sides = compared.filter((line) => line.includes(' | '));
    if (columns >= 72) expect(sides.length).toBeGreaterThan(5);
    for (const line of sides) expect([line, textWidth(line) <= columns]).toEqual([line, true]);
  },
);

test.runIf(hasScript)('on a terminal the summary comes in colour and fits', () => {
  const folder = folderWith({ 'pages/a.txt': pageAbout('Hill') });
  writeFileSync(join(folder, 'pages', 'صفحة.txt'), arabic);
  const lines = shown(80, folder, ['pages', '-o', 'out', '--no-progress']);
  expect(lines.length).toBeLessThanOrEqual(24);
  for (const line of lines) expect([line, textWidth(line) <= 80]).toEqual([line, true]);
});
