import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What a command took. */
export interface Cost {
  /** User and system time of all its processes. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Most memory that one of its processes had at a time; null without GNU time. */
  readonly peakBytes: number | null;
}

/** GNU time, which tells memory too; bash tells times only. */
const gnuTime = '/usr/bin/time';
const hasGnuTime =
  existsSync(gnuTime) && spawnSync(gnuTime, ['-f', '%M', 'true'], { stdio: 'ignore' }).status === 0;

/**
 * Runs a line of shell, its standard output going nowhere.
 *
 * @throws Error with what it wrote to standard error when it fails.
 */
export function measure(line: string, environment: Readonly<Record<string, string>> = {}): Cost {
  const [program, args] = hasGnuTime
    ? [gnuTime, ['-f', '%U %S %e %M', 'bash', '-o', 'pipefail', '-c', line]]
    : ['bash', ['-o', 'pipefail', '-c', `TIMEFORMAT='%3U %3S %3R'; time { ${line}\n}`]];
  const run = spawnSync(program, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status !== 0) throw new Error(`"${line}" failed: ${run.stderr}`);
  const [user, system, wall, kilobytes] = run.stderr.trim().split('\n').at(-1)!.split(' ');
  return {
    cpuSeconds: Number(user) + Number(system),
    wallSeconds: Number(wall),
    peakBytes: kilobytes === undefined ? null : Number(kilobytes) * 1024,
  };
}

/** The median of each figure. */
export function medianCost(costs: readonly Cost[]): Cost {
  const peaks = costs.flatMap(({ peakBytes }) => peakBytes ?? []);
  return {
    cpuSeconds: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
    wallSeconds: median(costs.map(({ wallSeconds }) => wallSeconds)),
    peakBytes: peaks.length === 0 ? null : median(peaks),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
