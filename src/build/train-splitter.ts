// Trains the line model:
//   npm run build && node dist/build/train-splitter.js DATA
// DATA is a folder of labelled pages (*.jsonl.gz; see labelled-pages.ts); `--blocks FOLDER` adds
// pages of a folder in the form of block-pages.ts. Writes src/split/model-data.ts and
// src/split/word-kinds-data.ts; the same data gives the same bytes. With `--fold K/N` it trains
// without fold K of N (publishers dealt out to folds) and writes what it makes of that fold's
// pages as JSON lines to standard output instead; `--save FILE` keeps what was learned.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { languagePacks } from '../language/index.ts';
import { compilePacks } from '../split/compiled-packs.ts';
import { blockKinds } from '../split/block.ts';
import { featureCount, featureNames } from '../split/feature-names.ts';
import { FeatureExtractor } from '../split/features.ts';
import { toHalfFloats } from '../split/half-floats.ts';
import { Lexicon } from '../split/lexicon.ts';
import { featureLimit, kindCount, type LineModelWeights } from '../split/line-model.ts';
import { unpackLineModel, type PackedLineModel } from '../split/model-weights.ts';
import {
  spokenKinds,
  unknownOdds,
  type KindOdds,
  type PackedWordKinds,
  type WordKinds,
} from '../split/word-kinds.ts';
import { Splitter } from '../split/splitter.ts';
import { VisibleLines } from '../split/visible-lines.ts';
import { lineText } from '../split/line-text.ts';
import { Analyser } from '../text/analyse.ts';
import { readBlockPages } from './block-pages.ts';
import { KindCounts, packKindOdds } from './kind-counts.ts';
import { foldsOf, readLabelledPages, type LabelledPage } from './labelled-pages.ts';
import { layoutNetwork, logistic, type LineNetwork } from './line-network.ts';
import { randomSource } from './random-source.ts';
import { recombinedPages } from './recombined-pages.ts';
import { trainNetwork, type Piece } from './train-network.ts';

const hidden = 24;
/**
 * Networks whose opinions are averaged. On pages of publishers not trained on, two make a ninth
 * fewer mistakes (by words) than one, and each costs as much time as the first.
 */
const networkCount = 2;
/** Pages are kept whole up to so many lines. */
const longestPiece = 1024;
/** Pages put together from each labelled one (see recombined-pages.ts), and what each weighs. */
const recombinedCopies = 4;
const recombinedWeight = 0.25;
/** Long pages of these kinds would drown the others. */
const mostLinesOfOtherTypes = 250;

/** How much the pages of a set weigh: silver labels little, rare scripts more. */
const setWeights: Readonly<Record<string, number>> = {
  trafilatura: 0.4,
  arabic: 4,
  'arabic-assembled': 0.4,
  blocks: 0.25,
  zhwce: 2,
};
const kindWeights: Readonly<Record<(typeof blockKinds)[number], number>> = {
  body: 1,
  title: 3,
  related: 1.3,
  tags: 4,
  furniture: 1,
  embedded: 6,
};
/** Half of a page's weight goes to its lines alike, half by their share of its words. */
const byWords = 0.5;
/** How much the transitions between kinds count against the network's own opinion. */
const transitionWeight = 0.2;

interface Prepared {
  readonly matrix: Float32Array;
  readonly lines: number;
  readonly allowed: Uint8Array;
  readonly sizes: Float64Array;
}

/** Words of fewer publishers are left to chance; whole lines hardly ever agree by chance. */
const leastPublishersOfWord = 4;
const leastPublishersOfLine = 3;
/** Sets put together by programs: what words stand where in them is no evidence. */
const madeUp: ReadonlySet<string> = new Set(['arabic-assembled', 'blocks']);

const analyser = new Analyser();
const encoder = new TextEncoder();

/** Pages by what they are told apart by, in the order in which it comes first. */
function grouped(
  pages: readonly LabelledPage[],
  groupOf: (page: LabelledPage) => string,
): LabelledPage[][] {
  const groups = new Map<string, LabelledPage[]>();
  for (const page of pages) {
    const group = groups.get(groupOf(page)) ?? [];
    groups.set(groupOf(page), group);
    group.push(page);
  }
  return [...groups.values()];
}

interface Counts {
  readonly words: KindCounts;
  readonly lines: KindCounts;
}

/** Counts the kinds of line that words stand in, over the publishers of the given pages. */
function countKinds(pages: readonly LabelledPage[]): Counts {
  const visible = new VisibleLines(new Lexicon(compilePacks(languagePacks), noWordKinds));
  const counts = {
    words: new KindCounts(leastPublishersOfWord),
    lines: new KindCounts(leastPublishersOfLine),
  };
  for (const own of grouped(pages, ({ domain }) => domain)) {
    const words = new Map<number, Float64Array>();
    const lines = new Map<number, Float64Array>();
    for (const page of own) {
      if (madeUp.has(page.set)) continue;
      const { meant } = analyser.analyse(encoder.encode(page.text));
      visible.measure(meant);
      for (let k = 0; k < visible.count; k++) {
        const line = visible.line[k]!;
        const kind = blockKinds.indexOf(page.allowed[line]?.[0] ?? 'embedded');
        if (kind >= spokenKinds) continue;
        countUse(lines, visible.hash[k]!, kind);
        const end = meant.firstWord[line + 1]!;
        for (let word = meant.firstWord[line]!; word < end; word++)
          countUse(words, meant.words[word]!, kind);
      }
    }
    counts.words.addPublisher(own[0]!.domain, words);
    counts.lines.addPublisher(own[0]!.domain, lines);
  }
  return counts;
}

const noOdds: KindOdds = { keys: new Int32Array(0), odds: new Int8Array(0) };
const noWordKinds: WordKinds = { words: noOdds, lines: noOdds };

function countUse(uses: Map<number, Float64Array>, key: number, kind: number): void {
  let counts = uses.get(key);
  if (counts === undefined) uses.set(key, (counts = new Float64Array(spokenKinds)));
  counts[kind]!++;
}

/**
 * Features of all pages. A page sees the word kinds as they are without its own publishers, as
 * a page of a publisher never met does.
 */
function prepareAll(
  pages: readonly LabelledPage[],
  counts: Counts,
  lexicon: Lexicon,
): Map<LabelledPage, Prepared> {
  const prepared = new Map<LabelledPage, Prepared>();
  const visible = new VisibleLines(lexicon);
  const extractor = new FeatureExtractor(lexicon);
  for (const own of grouped(pages, ({ publishers }) => publishers.join('\n'))) {
    const { publishers } = own[0]!;
    const undo = [
      replaceOdds(lexicon.wordOdds, counts.words.withoutPublishers(publishers), (key) =>
        lexicon.wordOddsAt(lexicon.slotOf(key)),
      ),
      replaceOdds(lexicon.lineOdds, counts.lines.withoutPublishers(publishers), (key) =>
        lexicon.lineOddsAt(key),
      ),
    ];
    for (const page of own) prepared.set(page, prepare(page, visible, extractor));
    for (const restore of undo) restore();
  }
  return prepared;
}

/** Puts other odds in the place of known ones; the answer puts the known ones back. */
function replaceOdds(
  table: Int8Array,
  { keys, odds }: KindOdds,
  placeOf: (key: number) => number,
): () => void {
  const before = table.slice();
  for (const [index, key] of keys.entries()) {
    const at = placeOf(key);
    // Words of packs have a place too, and so have words not known.
    if (before[at] === unknownOdds) continue;
    table.set(odds.subarray(index * spokenKinds, (index + 1) * spokenKinds), at);
  }
  return () => table.set(before);
}

function prepare(page: LabelledPage, visible: VisibleLines, extractor: FeatureExtractor): Prepared {
  const { meant } = analyser.analyse(encoder.encode(page.text));
  visible.measure(meant);
  const lines = visible.count;
  const matrix = extractor.extract(meant, visible).slice(0, lines * featureCount);
  const allowed = new Uint8Array(lines);
  for (let k = 0; k < lines; k++) {
    for (const kind of page.allowed[visible.line[k]!] ?? [])
      allowed[k]! |= 1 << blockKinds.indexOf(kind);
    // Only these sets tell second articles from other furniture.
    if ((allowed[k]! >> furniture) & 1 && !knowsEmbedded(page.set)) allowed[k]! |= 1 << embedded;
  }
  return { matrix, lines, allowed, sizes: visible.size.slice(0, lines) };
}

function knowsEmbedded(set: string): boolean {
  return set.startsWith('arabic') || set === 'blocks';
}

const furniture = blockKinds.indexOf('furniture');
const embedded = blockKinds.indexOf('embedded');

/** The first kind in the bit set: the label itself stands before what is tolerated beside it. */
function labelOf(allowed: number): number {
  return 31 - Math.clz32(allowed & -allowed);
}

function lineWeights(page: LabelledPage, { lines, allowed, sizes }: Prepared): Float64Array {
  const other = page.set === 'wcxb' ? (page.pageType === 'article' ? 0.8 : 0.5) : 1;
  const pageWeight = (setWeights[page.set] ?? 1) * other;
  let words = 60;
  for (let k = 0, sum = 0; k < lines; k++) {
    if (allowed[k]! > 0) sum += sizes[k]!;
    words = Math.max(words, sum);
  }
  const alike = (1 - byWords) * Math.min(1, 120 / lines);
  return Float64Array.from({ length: lines }, (_, k) => {
    if (allowed[k] === 0) return 0;
    const own = alike * kindWeights[blockKinds[labelOf(allowed[k]!)]!];
    const weight = own + (byWords * 100 * sizes[k]!) / words;
    return pageWeight * Math.min(8, weight);
  });
}

interface Scaling {
  readonly mean: Float32Array;
  readonly scale: Float32Array;
}

function scalingOf(prepared: readonly Prepared[]): Scaling {
  const sum = new Float64Array(featureCount);
  const squares = new Float64Array(featureCount);
  let rows = 0;
  for (const { matrix, lines } of prepared) {
    rows += lines;
    for (let at = 0; at < lines * featureCount; at++) {
      sum[at % featureCount]! += matrix[at]!;
      squares[at % featureCount]! += matrix[at]! ** 2;
    }
  }
  const mean = Float32Array.from(sum, (value) => value / rows);
  const scale = Float32Array.from(squares, (value, feature) => {
    const deviation = Math.sqrt(Math.max(0, value / rows - mean[feature]! ** 2));
    return 1 / (deviation + 1e-3);
  });
  return { mean, scale };
}

function standardised({ matrix, lines }: Prepared, { mean, scale }: Scaling): Float32Array {
  const input = new Float32Array(lines * featureCount);
  for (let at = 0; at < input.length; at++) {
    const feature = at % featureCount;
    const value = (matrix[at]! - mean[feature]!) * scale[feature]!;
    input[at] = Math.max(-featureLimit, Math.min(featureLimit, value));
  }
  return input;
}

/** @param share - how much the page matters beside others of its set. */
function piecesOf(
  page: LabelledPage,
  prepared: Prepared,
  scaling: Scaling,
  share: number,
): Piece[] {
  if (prepared.lines === 0) return [];
  if (page.pageType !== 'article' && prepared.lines > mostLinesOfOtherTypes) return [];
  const input = standardised(prepared, scaling);
  const weights = lineWeights(page, prepared).map((weight) => share * weight);
  const pieces: Piece[] = [];
  for (let from = 0; from < prepared.lines; from += longestPiece) {
    const to = Math.min(prepared.lines, from + longestPiece);
    pieces.push({
      lines: to - from,
      input: input.subarray(from * featureCount, to * featureCount),
      allowed: prepared.allowed.subarray(from, to),
      weights: weights.subarray(from, to),
    });
  }
  return pieces;
}

function transitionsOf(prepared: readonly Prepared[]): Float32Array {
  const counts = new Float64Array(kindCount * kindCount).fill(0.5);
  const totals = new Float64Array(kindCount);
  for (const { allowed, lines } of prepared) {
    for (let k = 0; k < lines; k++) {
      if (allowed[k] === 0) continue;
      totals[labelOf(allowed[k]!)]!++;
      if (k > 0 && allowed[k - 1]! > 0) {
        counts[labelOf(allowed[k - 1]!) * kindCount + labelOf(allowed[k]!)]!++;
      }
    }
  }
  const all = totals.reduce((sum, count) => sum + count, 0);
  return Float32Array.from(counts, (count, at) => {
    const row = at - (at % kindCount);
    const rowTotal = counts.subarray(row, row + kindCount).reduce((sum, value) => sum + value, 0);
    const prior = Math.max(1, totals[at % kindCount]!) / all;
    return transitionWeight * (Math.log(count / rowTotal) - Math.log(prior));
  });
}

function pack(
  networks: readonly LineNetwork[],
  scaling: Scaling,
  transitions: Float32Array,
): PackedLineModel {
  const parameters = networks.flatMap((network) => [...parametersOf(network)]);
  const all = Float32Array.of(...scaling.mean, ...scaling.scale, ...parameters, ...transitions);
  return {
    features: featureNames,
    hidden,
    networks: networks.length,
    numbers: Buffer.from(toHalfFloats(all)).toString('base64'),
  };
}

/** Parameters as the line model wants them: decays themselves. */
function parametersOf({ parameters, layout }: LineNetwork): Float32Array {
  const values = Float32Array.from(parameters);
  for (const layer of [layout.first, layout.second]) {
    for (const decay of [layer.decayAbove, layer.decayBelow]) {
      for (let at = decay; at < decay + hidden; at++) values[at] = logistic(parameters[at]!);
    }
  }
  return values;
}

function predict(
  pages: readonly LabelledPage[],
  weights: LineModelWeights,
  lexicon: Lexicon,
): void {
  const splitter = new Splitter(lexicon, weights);
  for (const page of pages) {
    const { meant, original } = analyser.analyse(encoder.encode(page.text));
    const { labels, lines } = splitter.split(meant);
    const body: string[] = [];
    for (let k = 0; k < lines.count; k++) {
      const line = lines.line[k]!;
      if (labels.kind(line) === 'body' && labels.role(line) !== 'repeat')
        body.push(lineText(original, line));
    }
    const record = { id: page.id, text: body.join('\n'), blocks: labels.blocks() };
    process.stdout.write(`${JSON.stringify(record)}\n`);
  }
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { fold: { type: 'string' }, blocks: { type: 'string' }, save: { type: 'string' } },
});
const pages = [
  ...readLabelledPages(positionals[0] ?? '.'),
  ...(options.blocks === undefined ? [] : readBlockPages(options.blocks)),
];
const [heldOut, folds] = (options.fold ?? '-1/5').split('/').map(Number) as [number, number];
const fold = foldsOf(pages, folds);
const used = pages.filter((_, index) => fold[index] !== heldOut);
const made = recombinedPages(
  used.filter(({ set }) => !madeUp.has(set)),
  recombinedCopies,
  randomSource(1),
);
const counts = countKinds(used);
const kinds: WordKinds = { words: counts.words.odds(), lines: counts.lines.odds() };
process.stderr.write(`${kinds.words.keys.length} words, ${kinds.lines.keys.length} lines known\n`);
const lexicon = new Lexicon(compilePacks(languagePacks), kinds);
const prepared = prepareAll([...used, ...made], counts, lexicon);
const preparedOf = (page: LabelledPage): Prepared => prepared.get(page)!;
process.stderr.write(`${used.length} pages, ${made.length} put together from them\n`);
const scaling = scalingOf([...prepared.values()]);
const pieces = [
  ...used.flatMap((page) => piecesOf(page, preparedOf(page), scaling, 1)),
  ...made.flatMap((page) => piecesOf(page, preparedOf(page), scaling, recombinedWeight)),
];
const layout = layoutNetwork(featureCount, hidden);
const packed = pack(
  Array.from({ length: networkCount }, (_, index) => trainNetwork(pieces, layout, index + 1)),
  scaling,
  transitionsOf(used.map(preparedOf)),
);
const packedKinds: PackedWordKinds = {
  words: packKindOdds(kinds.words),
  lines: packKindOdds(kinds.lines),
};
if (options.save !== undefined) {
  writeFileSync(options.save, JSON.stringify({ model: packed, kinds: packedKinds }));
}
if (heldOut >= 0) {
  predict(
    pages.filter((_, index) => fold[index] === heldOut),
    unpackLineModel(packed),
    lexicon,
  );
} else {
  writeFileSync(
    new URL('../../src/split/model-data.ts', import.meta.url),
    `// Written by src/build/train-splitter.ts; see there for how, and line-model.ts for what.
import type { PackedLineModel } from './model-weights.ts';

/* prettier-ignore */
export const packedLineModel: PackedLineModel = ${JSON.stringify(packed)};
`,
  );
  writeFileSync(
    new URL('../../src/split/word-kinds-data.ts', import.meta.url),
    `// Written by src/build/train-splitter.ts; see word-kinds.ts for what it means.
import type { PackedWordKinds } from './word-kinds.ts';

/* prettier-ignore */
export const packedWordKinds: PackedWordKinds = ${JSON.stringify(packedKinds)};
`,
  );
}
