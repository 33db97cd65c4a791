// Where the time of a run goes, by folder and file of ghirbal's code:
//   node dist/speed/profile.js FOLDER_OF_PAGES
// What the engine does (reading files, decoding, collecting garbage) counts for the file that asked.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is used of the profiles that V8 writes. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const shownFiles = 30;
const ownFile = /\/dist\/((\w+)\/[\w/.-]+|[\w.-]+)$/u;

const folder = process.argv[2];
if (folder === undefined) throw new Error('the folder of pages must be named');
const tool = process.argv[3] ?? fileURLToPath(new URL('../../bin/ghirbal.js', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'ghirbal-profile-'));
try {
  const args = ['--cpu-prof', `--cpu-prof-dir=${scratch}`, tool, folder, '-n', '-q', '-j', '1'];
  const run = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (run.status !== 0) throw new Error(`the run ended with ${run.status}`);
  const [name] = readdirSync(scratch);
  show(JSON.parse(readFileSync(join(scratch, name!), 'utf8')) as Profile);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function show({ nodes, samples, timeDeltas }: Profile): void {
  const fileOf = ownerOfEach(nodes);
  const files = new Map<string, number>();
  const folders = new Map<string, number>();
  let total = 0;
  for (const [at, sample] of samples.entries()) {
    const file = fileOf.get(sample)!;
    const milliseconds = timeDeltas[at]! / 1000;
    files.set(file, (files.get(file) ?? 0) + milliseconds);
    const inside = file.split('/').slice(0, -1).join('/') || file;
    folders.set(inside, (folders.get(inside) ?? 0) + milliseconds);
    total += milliseconds;
  }
  print(folders, total);
  process.stdout.write('\n');
  print(files, total);
}

/** For each node of the call tree the nearest file of ghirbal it was called from. */
function ownerOfEach(nodes: Profile['nodes']): ReadonlyMap<number, string> {
  const owner = new Map<number, string>();
  const parent = new Map<number, number>();
  for (const { id, children } of nodes) for (const child of children ?? []) parent.set(child, id);
  // Parents come before their children.
  for (const { id, callFrame } of nodes) {
    const own = ownFile.exec(callFrame.url)?.[1];
    const above = owner.get(parent.get(id) ?? -1) ?? 'engine';
    const isWhole = callFrame.functionName.startsWith('(garbage');
    owner.set(id, own ?? (isWhole ? 'garbage collection' : above));
  }
  return owner;
}

function print(times: ReadonlyMap<string, number>, total: number): void {
  const sorted = [...times].sort((one, other) => other[1] - one[1]).slice(0, shownFiles);
  for (const [name, milliseconds] of sorted) {
    const share = ((milliseconds / total) * 100).toFixed(1);
    process.stdout.write(
      `${milliseconds.toFixed(0).padStart(8)} ms ${share.padStart(5)} %  ${name}\n`,
    );
  }
}
