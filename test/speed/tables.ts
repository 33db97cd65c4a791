import { yardstick } from './contenders.ts';
import type { Cost } from './measure.ts';

type Costs = ReadonlyMap<string, Cost>;

/** Markdown table of what each contender took for a corpus, beside the yardstick. */
export function costTable(costs: Costs, pages: number): string {
  const base = costs.get(yardstick)!;
  const one = costs.get('ghirbal -j1')!;
  const rows = [...costs].map(([name, cost]) => [
    name,
    cost.cpuSeconds.toFixed(2),
    times(cost.cpuSeconds, base.cpuSeconds),
    times(one.cpuSeconds, cost.cpuSeconds),
    ((cost.cpuSeconds / pages) * 1e6).toFixed(1),
    cost.wallSeconds.toFixed(2),
    times(cost.wallSeconds, base.wallSeconds),
    times(cost.wallSeconds, one.wallSeconds),
    cost.peakBytes === null ? '' : (cost.peakBytes / 2 ** 20).toFixed(0),
  ]);
  return table(
    ['', 'CPU s', '× wc', 'ghirbal -j1 × it', 'µs a page', 'wall s', '× wc', '× -j1', 'peak MiB'],
    rows,
  );
}

/**
 * Markdown table of how costs grow from each size to the next: CPU and memory of one page more,
 * and the exponent e of CPU = c · pages^e.
 */
export function growthTable(bySize: ReadonlyMap<number, Costs>): string {
  const sizes = [...bySize.keys()].sort((one, other) => one - other);
  const rows: string[][] = [];
  for (const name of bySize.get(sizes[0]!)!.keys()) {
    for (const [at, size] of sizes.entries()) {
      const before = sizes[at - 1];
      const low = before === undefined ? undefined : bySize.get(before)!.get(name);
      const high = bySize.get(size)!.get(name);
      if (before === undefined || low === undefined || high === undefined) continue;
      const more = size - before;
      const memory = (high.peakBytes ?? NaN) - (low.peakBytes ?? NaN);
      const exponent = Math.log(high.cpuSeconds / low.cpuSeconds) / Math.log(size / before);
      rows.push([
        name,
        `${before} to ${size}`,
        (((high.cpuSeconds - low.cpuSeconds) / more) * 1e6).toFixed(1),
        exponent.toFixed(2),
        Number.isNaN(memory) ? '' : (memory / more).toFixed(0),
      ]);
    }
  }
  return table(['', 'pages', 'µs CPU a page more', 'exponent', 'bytes a page more'], rows);
}

function times(value: number, base: number): string {
  return (value / base).toFixed(2);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
