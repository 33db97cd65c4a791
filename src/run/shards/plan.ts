import { statSync } from 'node:fs';
import type { Problem } from '../../errors.ts';
import type { Settings } from '../../settings.ts';
import type { SplitKnowledge } from '../../split/split-tools.ts';
import { version } from '../../version.ts';
import type { FoundInputs } from '../find-inputs.ts';
import { type InputFiles, pathBytes } from '../input-list.ts';
import type { RunForm } from '../prepare-batch.ts';
import { packValue } from './packed-value.ts';
import { mergeNeeds, type Need, type Stage, stagesOf } from './stages.ts';

/** Version of the work folder; a folder of another version is refused. */
export const workVersion = 2;

/**
 * A run in parts, settled once: everything later looks here for what to read and how, so that no
 * two parts can disagree. `plan.json` of a work folder holds it; the list of files lies beside it.
 */
export interface Plan {
  readonly workVersion: number;
  readonly ghirbal: string;
  readonly form: Exclude<RunForm, 'blocks'>;
  readonly inputs: readonly string[];
  readonly settings: Settings;
  /**
   * The `SplitKnowledge` that the settings come to, packed (see `packValue`), in base64: profiles and
   * language packs are read once, and all parts go by the same.
   */
  readonly knowledge: string;
  /** Parts that the input is divided into: shard i holds the files before `shardEnd[i]`. */
  readonly shards: number;
  readonly shardEnd: readonly number[];
  /** Parts that the keys of the join, and the pairs it finds, are divided into. */
  readonly parts: number;
  readonly passed: number;
  readonly links: number;
  readonly problems: readonly Problem[];
  readonly stages: readonly Stage[];
  /** What putting the parts together needs. */
  readonly merge: readonly Need[];
}

/** What opening a file costs, in bytes read in that time: many small files are work too. */
const openingBytes = 4096;

/** Plans a run. @param parts - 0: as many as shards. */
export function planRun(
  given: Pick<Plan, 'form' | 'inputs' | 'settings'>,
  knowledge: SplitKnowledge,
  found: FoundInputs,
  shards: number,
  parts: number,
): Plan {
  return {
    workVersion,
    ghirbal: version,
    ...given,
    knowledge: packValue(knowledge).toString('base64'),
    shards,
    shardEnd: divide(found.files, shards),
    parts: parts === 0 ? shards : parts,
    passed: found.passed,
    links: found.links,
    problems: found.problems,
    stages: stagesOf(shards, parts === 0 ? shards : parts),
    merge: mergeNeeds,
  };
}

/** Divides files, in order, into shards of about the same work. */
function divide(files: InputFiles, shards: number): number[] {
  const endOf = new Float64Array(files.count);
  let total = 0;
  for (let file = 0; file < files.count; file++) {
    total += openingBytes + sizeOf(pathBytes(files, file));
    endOf[file] = total;
  }
  const ends: number[] = [];
  let file = 0;
  for (let shard = 1; shard <= shards; shard++) {
    while (file < files.count && endOf[file]! * shards <= total * shard) file++;
    ends.push(shard === shards ? files.count : file);
  }
  return ends;
}

function sizeOf(path: Buffer): number {
  try {
    return statSync(path).size;
  } catch {
    return 0; // It is complained of when it is read.
  }
}

/** The inputs of one shard. What could not be listed belongs to the first. */
export function inputsOfShard(plan: Plan, files: InputFiles, shard: number): FoundInputs {
  const first = shard === 0 ? 0 : plan.shardEnd[shard - 1]!;
  const end = plan.shardEnd[shard]!;
  const start = first === 0 ? 0 : files.pathEnd[first - 1]!;
  return {
    files: {
      count: end - first,
      paths: files.paths.slice(start, end === 0 ? 0 : files.pathEnd[end - 1]),
      pathEnd: files.pathEnd.slice(first, end).map((at) => at - start),
      idSkip: files.idSkip.slice(first, end),
      form: files.form.slice(first, end),
      input: files.input.slice(first, end),
    },
    stdin: false,
    problems: shard === 0 ? plan.problems : [],
    passed: 0,
    links: 0,
    results: [],
  };
}
