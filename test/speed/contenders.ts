import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Something whose time is taken on a folder of pages. */
export interface Contender {
  readonly name: string;
  readonly line: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Folder it writes to, if any. */
  readonly output: string;
  /** Does what ghirbal does but for splitting, reading and writing records. */
  readonly isPeer: boolean;
}

/** What everything else is compared with. */
export const yardstick = 'wc -w (C.UTF-8)';

/**
 * ghirbal, the yardsticks, and the peers that are installed.
 *
 * @param tool - `bin/ghirbal.js`.
 * @param pages - folder of pages.
 * @param outputs - folder to write results in.
 * @param peers - virtual environment made by `peers/install.sh`; need not be there.
 * @param peerJobs - folder of the programs in `peers`.
 */
export function contendersOn(
  tool: string,
  pages: string,
  outputs: string,
  peers: string,
  peerJobs: string,
): readonly Contender[] {
  const each = (name: string, command: string, locale: string): Contender => ({
    name,
    line: `find ${quoted(pages)} -type f -print0 | xargs -0 ${command}`,
    environment: { LC_ALL: locale },
    output: '',
    isPeer: false,
  });
  const ghirbal = (jobs: number): Contender => {
    const output = join(outputs, `j${jobs}`);
    const words = [process.execPath, tool, pages, '-o', output, '--force', '-q', '-j', `${jobs}`];
    return {
      name: `ghirbal -j${jobs}`,
      line: words.map(quoted).join(' '),
      environment: {},
      output,
      isPeer: false,
    };
  };
  return [
    each(yardstick, 'wc -w', 'C.UTF-8'),
    ghirbal(1),
    ghirbal(2),
    each('wc -w (C)', 'wc -w', 'C'),
    each('cat', 'cat', 'C'),
    each('sha256sum', 'sha256sum', 'C'),
    ...peersOn(pages, outputs, peers, peerJobs),
  ];
}

function peersOn(pages: string, outputs: string, peers: string, jobs: string): Contender[] {
  const python = join(peers, 'bin', 'python');
  if (!existsSync(python)) return [];
  return ['datasketch', 'datatrove', 'rensa'].flatMap((name) => {
    const job = join(jobs, `${name}_job.py`);
    const isThere = spawnSync(python, ['-c', `import ${name}`], { stdio: 'ignore' }).status === 0;
    if (!isThere || !existsSync(job)) return [];
    const words = [python, job, pages, join(outputs, `${name}.txt`)];
    return { name, line: words.map(quoted).join(' '), environment: {}, output: '', isPeer: true };
  });
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
