// How many true pairs each way of finding candidates finds, and how many pairs it makes us compare:
//   node dist/build/compare-candidates.js BODIES.jsonl
// Each line has a `text` and the name of the `group` it belongs to; texts of one group are true pairs.
import { readFileSync } from 'node:fs';
import { findCandidates, type CandidatePairs } from '../dedupe/candidates.ts';
import { keyOf } from '../dedupe/key.ts';
import { MemoryRows } from '../dedupe/row-store.ts';
import { shingleSet } from '../dedupe/shingles.ts';
import { hashedWords } from '../text/fold.ts';
import { mix32 } from '../text/hash.ts';

interface Text {
  readonly words: Int32Array;
  readonly group: string;
}

/** Texts of fewer words match exact copies only. */
const minWords = 20;

/** Bands of rows of MinHash over shingles of so many words. */
interface Bands {
  readonly words: number;
  readonly bands: number;
  readonly rows: number;
}

const schemes: readonly Bands[] = [
  { words: 5, bands: 14, rows: 8 },
  { words: 5, bands: 25, rows: 5 },
  { words: 5, bands: 64, rows: 2 },
  { words: 3, bands: 25, rows: 5 },
  { words: 3, bands: 64, rows: 2 },
  { words: 3, bands: 128, rows: 1 },
];

function readTexts(file: string): Text[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly text: string; readonly group: string })
    .map(({ text, group }) => ({ words: Int32Array.from(hashedWords(text)), group }));
}

/** Signatures by hashes turned over by another key for each position (Broder 1997). */
function signatureOf(words: Int32Array, { words: size, bands, rows }: Bands): Uint32Array {
  const shingles = shingleSet(words, size);
  const signature = new Uint32Array(bands * rows).fill(2 ** 32 - 1);
  for (let position = 0; position < signature.length; position++) {
    const key = mix32(position + 1);
    for (const shingle of shingles) {
      const turned = mix32(shingle ^ key) >>> 0;
      if (turned < signature[position]!) signature[position] = turned;
    }
  }
  return signature;
}

/** Every pair that agrees in all rows of a band; texts that agree with very many are not left out. */
function bandedPairs(texts: readonly Text[], scheme: Bands): Set<number> {
  const signatures = texts.map(({ words }) =>
    words.length < minWords ? undefined : signatureOf(words, scheme),
  );
  const pairs = new Set<number>();
  for (let band = 0; band < scheme.bands; band++) {
    const buckets = new Map<string, number[]>();
    for (const [text, signature] of signatures.entries()) {
      if (signature === undefined) continue;
      const key = signature.subarray(band * scheme.rows, (band + 1) * scheme.rows).join();
      const bucket = buckets.get(key) ?? [];
      buckets.set(key, bucket);
      for (const other of bucket) pairs.add(other * texts.length + text);
      bucket.push(text);
    }
  }
  return pairs;
}

/** The pairs of the join, and how many sampled shingles it keeps of a text. */
function joinedPairs(texts: readonly Text[]): { pairs: Set<number>; kept: number } {
  const rows = new MemoryRows();
  let sampled = 0;
  for (const [text, { words }] of texts.entries()) {
    const { sample } = keyOf(words, minWords);
    rows.add(text, sample);
    sampled += sample.length;
  }
  const numbers = Int32Array.from(texts.keys());
  const { first, second }: CandidatePairs = findCandidates(rows, numbers);
  const pairs = new Set(Array.from(first, (one, at) => one * texts.length + second[at]!));
  return { pairs, kept: sampled / texts.length };
}

function report(
  name: string,
  texts: readonly Text[],
  pairs: ReadonlySet<number>,
  kept: number,
): void {
  let truePairs = 0;
  let found = 0;
  for (let one = 0; one < texts.length; one++) {
    for (let other = one + 1; other < texts.length; other++) {
      if (texts[one]!.group !== texts[other]!.group) continue;
      truePairs++;
      if (pairs.has(one * texts.length + other)) found++;
    }
  }
  const recall = (found / truePairs).toFixed(4);
  const compared = (pairs.size / texts.length).toFixed(1);
  const hashes = kept.toFixed(0).padStart(3);
  process.stdout.write(
    `${name.padEnd(42)} recall ${recall}, ${hashes} hashes and ${compared} pairs a text\n`,
  );
}

const file = process.argv[2];
if (file === undefined) throw new Error('the file of texts must be named');
const texts = readTexts(file).filter(({ words }) => words.length >= minWords);
process.stdout.write(`${texts.length} texts of ${minWords} words or more\n`);
const joined = joinedPairs(texts);
report('join of sampled 3-word shingles', texts, joined.pairs, joined.kept);
for (const scheme of schemes) {
  const name = `MinHash, ${scheme.bands} bands of ${scheme.rows}, ${scheme.words}-word shingles`;
  report(name, texts, bandedPairs(texts, scheme), scheme.bands * scheme.rows);
}
