// What matching takes for millions of documents, of which only the keys exist:
//   node --max-old-space-size=8192 dist/build/match-generated-keys.js DOCUMENTS [MEGABYTES]
// Each document's words are made from its number, twice when its pair is compared; a fifth of the documents
// repeat an earlier one with a twentieth of the words changed. MEGABYTES is what --memory says, 64 by default.
import { keyOf } from '../dedupe/key.ts';
import { matchDocuments } from '../dedupe/match.ts';
import { leastWords, settleMatching } from '../dedupe/settings.ts';
import { DiskRows } from '../run/disk-rows.ts';
import { Scratch } from '../run/scratch.ts';
import { mix32 } from '../text/hash.ts';

const wordsOfDocument = 300;
/** Different words, of which the n-th is met as often as n to the power of -2/3. */
const vocabulary = 200_000;
const shareOfCopies = 0.2;
const shareOfChangedWords = 0.05;

/** Random numbers of one document, from 0 to below 2^32. */
function randomOf(document: number, purpose: number): () => number {
  const key = mix32(mix32(document + 1) ^ Math.imul(purpose + 1, 0x9e37_79b1));
  let state = 0;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    // The key goes in twice: added once only, streams would be parts of one another.
    return mix32(mix32(state ^ key) + Math.imul(key, 0x85eb_ca6b)) >>> 0;
  };
}

function shareOf(random: number): number {
  return random / 2 ** 32;
}

function wordOf(random: number): number {
  const share = shareOf(random);
  return mix32(Math.floor(vocabulary * share * share * share) + 1) & -2;
}

/** The document that one repeats; itself when it is its own. */
function originalOf(document: number): number {
  const random = randomOf(document, 0);
  if (document === 0 || shareOf(random()) >= shareOfCopies) return document;
  const other = Math.floor(shareOf(random()) * document);
  return originalOf(other) === other ? other : document;
}

function wordsOf(document: number): Int32Array {
  const original = originalOf(document);
  const ofOriginal = randomOf(original, 1);
  const words = new Int32Array(wordsOfDocument);
  for (let at = 0; at < words.length; at++) words[at] = wordOf(ofOriginal());
  if (original === document) return words;
  const random = randomOf(document, 2);
  for (let at = 0; at < words.length; at++) {
    if (shareOf(random()) < shareOfChangedWords) words[at] = wordOf(random());
  }
  return words;
}

const documents = Number(process.argv[2]);
const megabytes = Number(process.argv[3] ?? 64);
if (!(documents > 0) || !(megabytes > 0)) throw new Error('usage: DOCUMENTS [MEGABYTES]');

const seconds = (): string => `${(process.cpuUsage().user / 1e6).toFixed(0)} s of CPU`;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const scratch = new Scratch('');
const rows = new DiskRows(scratch, megabytes * 2 ** 20);
const exact = new Uint32Array(documents * 4);
let planted = 0;
let rowCount = 0;
for (let document = 0; document < documents; document++) {
  if (originalOf(document) !== document) planted++;
  const key = keyOf(wordsOf(document), leastWords);
  exact.set(key.exact, document * 4);
  rows.add(document, key.sample);
  rowCount += key.sample.length;
}
print(`${documents} documents, ${rowCount} rows, keys made: ${seconds()}`);
const { removed } = matchDocuments(
  {
    exact,
    wordCounts: new Int32Array(documents).fill(wordsOfDocument),
    rank: Float64Array.from({ length: documents }, (_, document) => document),
    rows,
    wordsOf,
  },
  settleMatching({}),
);
const right = removed.filter(({ document, keptBy }) => originalOf(document) === originalOf(keptBy));
rows.close();
scratch.remove();
print(
  `${removed.length} removed, ${right.length} of them rightly, ${planted} planted: ${seconds()}`,
);
const peak = process.resourceUsage().maxRSS * 1024;
print(
  `peak ${(peak / 2 ** 20).toFixed(0)} MiB, scratch ${((rowCount * 8) / 2 ** 20).toFixed(0)} MiB`,
);
