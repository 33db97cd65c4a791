import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { outputOf } from '../helpers/output-of.ts';
import { runTool } from '../helpers/run-tool.ts';

test('huge pages and records nested beyond reason come out the same from one thread and from three', () => {
  const files: Record<string, string> = {};
  // Files of records come first, and so much of them is prepared before threads start.
  const pad = 'x'.repeat(200_000);
  for (let at = 0; at < 12; at++) {
    const nested = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const deep = `{"id":"deep","text":"t","in":${nested}}`;
    files[`in/a${at}.jsonl`] =
      `${JSON.stringify({ text: pageAbout(`Record ${at}`), pad })}\n${deep}\n`;
  }
  for (let at = 0; at < 40; at++) {
    // Longer than a page that threads prepare side by side, and quickly prepared.
    const rest = at % 8 === 3 ? `\n${'w'.repeat(2 ** 21)}\n` : '';
    files[`in/z/${at}.txt`] = pageAbout(`Page ${at}`) + rest;
  }
  const cwd = folderWith(files);
  const [one, three] = ['1', '3'].map((jobs) => {
    const run = runTool(['in', '-o', jobs, '-j', jobs, '-q', '--no-dedupe'], { cwd });
    expect(run.code).toBe(3);
    return outputOf(join(cwd, jobs));
  });
  expect(one!['problems.jsonl']!.split('nested deeper than 200 levels').length - 1).toBe(12);
  expect(three).toEqual(one);
});

/** Notes the most memory that the process had, in kilobytes, when it ends. */
const notePeak =
  'import{writeFileSync}from"node:fs";import{isMainThread}from"node:worker_threads";' +
  'if(isMainThread)process.on("exit",()=>' +
  'writeFileSync(process.env.PEAK,String(process.resourceUsage().maxRSS)));';

const mostMegabytes = 512;

test(
  'bombs, and pages as long and of as many lines as are read, take no more memory side by side than one by one',
  { timeout: 300_000 },
  () => {
    const files: Record<string, string | Uint8Array> = {};
    // Read first: from here on threads are at work.
    const pad = 'x'.repeat(3_000_000);
    files['in/a.jsonl'] = `${JSON.stringify({ text: pageAbout('Records'), pad })}\n`.repeat(4);
    const bomb = gzipSync(new Uint8Array(2 ** 28));
    for (const name of ['b.txt.gz', 'b.jsonl.gz', 'b.wet.gz']) files[`in/${name}`] = bomb;
    for (let at = 0; at < 3; at++) {
      const words = Array.from({ length: 1_400_000 }, (_, word) => `w${at}${(word * 7) % 900_001}`);
      files[`in/c${at}-words.txt`] = pageAbout(`Long page ${at}`) + words.join(' ');
      const lines = Array.from({ length: 99_000 }, (_, line) => `- Heading ${at} of ${line * 7}`);
      files[`in/c${at}-lines.txt`] = `${pageAbout(`Full page ${at}`)}\n${lines.join('\n')}\n`;
    }
    for (let at = 0; at < 40; at++) files[`in/d/${at}.txt`] = pageAbout(`Page ${at}`);
    const cwd = folderWith(files);
    const { code } = runTool(['in', '-o', 'out', '-j', '2', '-q'], {
      cwd,
      env: {
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(notePeak)}`,
        PEAK: join(cwd, 'peak'),
      },
      timeout: 280_000,
    });
    expect(code).toBe(3);
    const cleaned = outputOf(join(cwd, 'out'))['cleaned.jsonl']!;
    for (let at = 0; at < 3; at++) expect(cleaned).toContain(`{"id":"c${at}-words.txt"`);
    expect(Number(readFileSync(join(cwd, 'peak'), 'utf8')) / 1024).toBeLessThan(mostMegabytes);
  },
);
