import { UsageError } from '../errors.ts';
import { defaultPartOptions, partRows, type PartOptions } from './options.ts';
import { type Choices, readSettings } from './read-settings.ts';

/** More tasks than this only make small files. */
const mostTasks = 99_999;

/** What a command line of a run in parts comes to. */
export function readPartOptions(
  given: Record<string, unknown>,
  environment: NodeJS.ProcessEnv,
): Choices & { readonly parts: PartOptions } {
  const parts: Record<string, unknown> = { ...defaultPartOptions };
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given))
    (Object.hasOwn(partRows, name) ? parts : rest)[name] = value;
  return { ...readSettings(rest, environment), parts: parts as unknown as PartOptions };
}

/** @throws UsageError when there are to be too many shards or parts, or too few. */
export function checkCounts(asked: Pick<PartOptions, 'shards' | 'parts'>): void {
  for (const name of ['shards', 'parts'] as const) {
    const least = name === 'parts' ? 0 : 1;
    if (Number.isSafeInteger(asked[name]) && asked[name] >= least && asked[name] <= mostTasks)
      continue;
    throw new UsageError(`${name} must be a whole number from ${least} to ${mostTasks}`);
  }
}
