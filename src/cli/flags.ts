import type { OptionRow } from './options.ts';

/** The parts of an option's flags. */
export interface Flags {
  /** Without its dash; '' when there is none. */
  readonly short: string;
  /** Without its dashes. */
  readonly long: string;
  /** Name of its value; '' when it takes none. */
  readonly value: string;
  /** The value names a file or folder. */
  readonly isPath: boolean;
}

const flagsForm = /^(?:-(\w), )?--([a-z0-9-]+)(?: <(\w+)>)?$/u;
/** Names of values that are files or folders. */
const pathNames: ReadonlySet<string> = new Set(['path', 'file', 'folder', 'report']);

/** Takes the flags of a row apart. */
export function flagsOf({ flags }: Pick<OptionRow, 'flags'>): Flags {
  const [, short = '', long, value = ''] = flagsForm.exec(flags) ?? [];
  if (long === undefined) throw new TypeError(`flags of an unknown form: ${flags}`);
  return { short, long, value, isPath: pathNames.has(value) };
}
