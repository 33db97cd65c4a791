// Time and memory of ghirbal against word counting and hashing, and against peers where installed:
//   npm run bench -- --pages 10000,50000,100000 --rounds 5
// Peers are those that test/speed/peers/install.sh put into FOLDER, given as --peers FOLDER.
// Makes its own pages, in a scratch folder that is used again the next time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Contender, contendersOn } from './contenders.ts';
import { type Cost, measure, medianCost } from './measure.ts';
import { Pages } from './pages.ts';
import { costTable, growthTable } from './tables.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '10000,50000' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string', default: join(tmpdir(), 'ghirbal-speed') },
    tool: { type: 'string', default: join(root, 'bin', 'ghirbal.js') },
    peers: { type: 'string' },
  },
});
const seed = Number(values.seed);
const rounds = Number(values.rounds);
const sizes = values.pages.split(',').map(Number);
const peers = values.peers ?? join(values.folder, 'peers');
const peerJobs = join(root, 'test', 'speed', 'peers');

print(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ` +
    `node ${process.version}, ${new Date().toISOString().slice(0, 10)}; ` +
    `medians of ${rounds} interleaved rounds, files in the page cache.`,
);
const bySize = new Map<number, ReadonlyMap<string, Cost>>();
for (const size of sizes) {
  const folder = corpusOf(size);
  const outputs = join(values.folder, 'out');
  rmSync(outputs, { recursive: true, force: true });
  mkdirSync(outputs, { recursive: true });
  const all = contendersOn(values.tool, folder, outputs, peers, peerJobs);
  // Peers take minutes for what others do in seconds: the first size tells.
  const contenders = size === sizes[0] ? all : all.filter(({ isPeer }) => !isPeer);
  const costs = takeTurns(contenders);
  bySize.set(size, costs);
  print(`\n### ${size} pages\n\n${costTable(costs, size)}\n`);
  print(resultsOf(contenders, size));
}
if (sizes.length > 1) print(`\n### Growth\n\n${growthTable(bySize)}`);

/** Folder with that many pages; made when it is not there yet. */
function corpusOf(size: number): string {
  const folder = join(values.folder, `pages-${seed}-${size}`);
  const whole = `${folder}.whole`;
  if (existsSync(whole)) return folder;
  rmSync(folder, { recursive: true, force: true });
  const maker = fileURLToPath(new URL('make-corpus.js', import.meta.url));
  const args = [maker, '--pages', `${size}`, '--seed', `${seed}`, '--out', folder];
  const made = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (made.status !== 0) throw new Error('the pages could not be made');
  writeFileSync(whole, '');
  return folder;
}

/** Runs all contenders in turn, round by round: what disturbs the machine disturbs all of them. */
function takeTurns(contenders: readonly Contender[]): ReadonlyMap<string, Cost> {
  const costs = new Map(contenders.map(({ name }): [string, Cost[]] => [name, []]));
  // An untimed round first: it reads the pages into the page cache.
  for (let round = -1; round < rounds; round++) {
    for (const { name, line, environment } of contenders) {
      if (round < 0 && name !== 'cat') continue;
      showProgress(`round ${round + 1} of ${rounds}, ${name}`);
      const cost = measure(line, environment);
      if (round >= 0) costs.get(name)!.push(cost);
    }
  }
  showProgress('');
  return new Map([...costs].map(([name, taken]) => [name, medianCost(taken)]));
}

interface Report {
  readonly totals: { readonly removed: { readonly documents: number } };
  readonly lists: Readonly<Record<string, { readonly sha256: string }>>;
}

/** What was found, so that no speed is had by leaving work out. @throws Error when runs differ. */
function resultsOf(contenders: readonly Contender[], size: number): string {
  const reports = contenders
    .filter(({ output }) => output !== '')
    .map(({ output }) => JSON.parse(readFileSync(join(output, 'report.json'), 'utf8')) as Report);
  const hashes = reports.map(({ lists }) => JSON.stringify(lists));
  if (new Set(hashes).size > 1) throw new Error('runs with other numbers of threads differ');
  const pages = new Pages(seed);
  let planted = 0;
  for (let page = 0; page < size; page++) planted += pages.copyOf(page) < 0 ? 0 : 1;
  const removed = reports[0]!.totals.removed.documents;
  return `ghirbal removed ${removed} pages; ${planted} are planted copies. All its runs wrote the same bytes.`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\u001B[K\r`);
}
