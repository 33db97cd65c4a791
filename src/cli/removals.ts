import { grouped } from '../report/numbers.ts';
import type { Report } from '../report/report.ts';
import { isolated } from './terminal.ts';

/** The first near-duplicates of a run by name, a line each, and how many more there are. */
export function removalLines({ duplicates }: Report): readonly string[] {
  const lines = duplicates.first.map(
    ({ id, duplicateOf, rule }) => `  ${isolated(id)} repeats ${isolated(duplicateOf)} (${rule})`,
  );
  const rest = duplicates.removed - duplicates.first.length;
  if (rest > 0) lines.push(`  and ${grouped(rest)} more`);
  return lines;
}
