import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith, pageAbout } from '../helpers/folder.ts';
import { plainEnvironment } from '../helpers/run-tool.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const tool = join(project, 'bin/ghirbal.js');
const hasTracer = spawnSync('strace', ['-V']).status === 0;

/** Enough pages that worker threads are started. */
const pages = 1100;

interface Call {
  readonly name: string;
  readonly paths: readonly string[];
  readonly line: string;
}

/** The calls of a trace that name files or open connections and did not fail. */
function callsIn(trace: string, cwd: string): readonly Call[] {
  return trace.split('\n').flatMap((line) => {
    const [, name] = /^\d+ +([a-z0-9_]+)\(/u.exec(line) ?? [];
    if (name === undefined || / = -1 /u.test(line)) return [];
    const paths = Array.from(line.matchAll(/"((?:[^"\\]|\\.)*)"/gu), ([, path]) =>
      resolve(cwd, path!),
    );
    return [{ name, paths, line }];
  });
}

const writing =
  /^(?:creat|mkdir|rmdir|unlink|rename|link|symlink|truncate|chmod|chown|utime|mknod)/u;
const opensToWrite = /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/u;
const connecting = /^(?:socket|connect|bind|listen|accept|sendto|sendmsg)$/u;

test.runIf(hasTracer)(
  'a run reads what was named, writes below its output, and opens no connection',
  { timeout: 300_000 },
  () => {
    const files: Record<string, string> = { 'outside.txt': pageAbout('Outside') };
    for (let at = 0; at < pages; at++) files[`pages/sub/${at}.txt`] = `${at} of many short pages\n`;
    files['pages/good.txt'] = pageAbout('Stayhome');
    const cwd = realpathSync(folderWith(files));
    symlinkSync(join(cwd, 'outside.txt'), join(cwd, 'pages/link.txt'));
    const options = ['-f', '-qq', '-e', 'trace=%file,%network', '-o', join(cwd, 'trace')];
    const run = spawnSync(
      'strace',
      [...options, process.execPath, tool, 'pages', '-o', 'out', '-j', '2', '-q'],
      { cwd, env: plainEnvironment() },
    );
    expect(run.status).toBe(0);
    const calls = callsIn(readFileSync(join(cwd, 'trace'), 'utf8'), cwd);
    const isBelow = (path: string, folder: string): boolean =>
      path === folder || path.startsWith(`${folder}/`);
    const out = join(cwd, 'out');
    const counts = process.env['NODE_V8_COVERAGE'];
    const isWrite = ({ name, line }: Call): boolean =>
      writing.test(name) || opensToWrite.test(line);
    const strayWrites = calls.filter(
      (call) =>
        isWrite(call) &&
        !call.paths.every(
          (path) => isBelow(path, out) || (counts !== undefined && isBelow(path, counts)),
        ),
    );
    expect(strayWrites.map(({ line }) => line)).toEqual([]);
    // What Node reads of itself, of the system and of the package; and what was named.
    const usual = [
      dirname(dirname(process.execPath)),
      '/proc',
      '/sys',
      '/etc',
      '/lib',
      '/usr',
      '/dev',
    ];
    const own = [realpathSync(project), realpathSync(join(project, 'node_modules'))];
    const strayReads = calls.filter(
      (call) =>
        call.name.startsWith('open') &&
        !isWrite(call) &&
        !call.paths.every(
          (path) =>
            path === cwd ||
            [...usual, ...own, project, join(cwd, 'pages'), out].some((folder) =>
              isBelow(path, folder.replace(/\/$/u, '')),
            ),
        ),
    );
    expect(strayReads.map(({ line }) => line)).toEqual([]);
    const opened = calls
      .filter(({ name }) => name.startsWith('open'))
      .flatMap(({ paths }) => paths);
    expect(opened).toContain(join(cwd, 'pages/good.txt'));
    expect(opened).not.toContain(join(cwd, 'pages/link.txt'));
    expect(opened).not.toContain('/etc/passwd');
    expect(calls.filter(({ name }) => connecting.test(name)).map(({ line }) => line)).toEqual([]);
  },
);
