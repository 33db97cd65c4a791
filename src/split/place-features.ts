import { column, featureCount, logOf, signedLog } from './feature-names.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Lines farther away count as this far. */
const farLines = 60;
/** Words to a prose line that does not exist. */
const farWords = 500;
/** Words of one line that count for the run it is in: no single line makes a body. */
const mostWordsInRun = 60;
/** What a line without prose costs a run of prose, in words: a little, and a lot. */
const gapCost = 8;
const tightGapCost = 25;
/** How much of the prose density stays from one line to the next. */
const densityDecay = 0.8;
const mostWordsInDensity = 80;

/** A run of lines, first to last; -1 when there is none. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Where a line stands on the page, and where the page's prose lies around it. */
export function addPlaceFeatures(matrix: Float32Array, lines: VisibleLines, main: Run): void {
  addPositions(matrix, lines);
  addRun(matrix, bestRun(lines, gapCost), lines.count, [
    column.inRun,
    column.runStart,
    column.runEnd,
  ]);
  addRun(matrix, main, lines.count, [column.inTightRun, column.tightRunStart, column.tightRunEnd]);
  addFromAbove(matrix, lines);
  addFromBelow(matrix, lines);
}

function addPositions(matrix: Float32Array, lines: VisibleLines): void {
  const n = lines.count;
  let characters = 0;
  let mass = 0;
  let firstProse = -1;
  let lastProse = -1;
  for (let k = 0; k < n; k++) {
    characters += lines.length[k]!;
    if (lines.prose[k] === 0) continue;
    mass += lines.size[k]!;
    if (firstProse < 0) firstProse = k;
    lastProse = k;
  }
  let charactersAbove = 0;
  let massAbove = 0;
  let wordsSince = 0;
  for (let k = 0; k < n; k++) {
    const row = k * featureCount;
    const own = lines.prose[k] ? lines.size[k]! : 0;
    matrix[row + column.position] = k / n;
    matrix[row + column.fromStart] = logOf(k);
    matrix[row + column.fromEnd] = logOf(n - 1 - k);
    matrix[row + column.pageLines] = logOf(n);
    matrix[row + column.characterPosition] = charactersAbove / Math.max(1, characters);
    matrix[row + column.massAbove] = mass ? massAbove / mass : 0;
    matrix[row + column.massBelow] = mass ? (mass - massAbove - own) / mass : 0;
    matrix[row + column.afterFirstProse] = firstProse < 0 ? 0 : signedLog(k - firstProse);
    matrix[row + column.afterLastProse] = lastProse < 0 ? 0 : signedLog(k - lastProse);
    matrix[row + column.isFirst] = k === 0 ? 1 : 0;
    matrix[row + column.wordsSinceFirst] = Math.log1p(wordsSince);
    charactersAbove += lines.length[k]!;
    massAbove += own;
    if (firstProse >= 0 && k >= firstProse) wordsSince += lines.size[k]!;
  }
}

function addRun(
  matrix: Float32Array,
  run: Run,
  count: number,
  [inside, start, end]: readonly [number, number, number],
): void {
  for (let k = 0; k < count; k++) {
    const row = k * featureCount;
    matrix[row + inside] = k >= run.first && k <= run.last ? 1 : 0;
    matrix[row + start] = run.first < 0 ? 0 : signedLog(k - run.first);
    matrix[row + end] = run.first < 0 ? 0 : signedLog(run.last - k);
  }
}

/** The page's main run of prose: lines without prose between its lines cost it dear. */
export function mainRun(lines: VisibleLines): Run {
  return bestRun(lines, tightGapCost);
}

/** The run of lines with most words of prose, less what the lines between cost (J. Kadane's scan). */
function bestRun(lines: VisibleLines, cost: number): Run {
  let best = 0;
  let run: Run = { first: -1, last: -1 };
  let sum = 0;
  let first = 0;
  for (let k = 0; k < lines.count; k++) {
    if (sum <= 0) {
      sum = 0;
      first = k;
    }
    sum += lines.prose[k] ? Math.min(lines.size[k]!, mostWordsInRun) : -cost;
    if (sum > best) {
      best = sum;
      run = { first, last: k };
    }
  }
  return run;
}

function addFromAbove(matrix: Float32Array, lines: VisibleLines): void {
  let distance = farLines;
  let words = farWords;
  let density = 0;
  for (let k = 0; k < lines.count; k++) {
    const row = k * featureCount;
    const own = lines.prose[k] ? lines.size[k]! : 0;
    matrix[row + column.proseAbove] = logOf(distance);
    matrix[row + column.wordsToProseAbove] = Math.log1p(words);
    density = density * densityDecay + (1 - densityDecay) * Math.min(own, mostWordsInDensity);
    // Its logarithm is taken once both directions are known.
    matrix[row + column.densityAbove] = density;
    distance = own > 0 ? 0 : Math.min(farLines, distance + 1);
    words = own > 0 ? 0 : Math.min(farWords, words + lines.size[k]!);
  }
}

function addFromBelow(matrix: Float32Array, lines: VisibleLines): void {
  let distance = farLines;
  let words = farWords;
  let density = 0;
  let peak = 1;
  for (let k = lines.count - 1; k >= 0; k--) {
    const row = k * featureCount;
    const own = lines.prose[k] ? lines.size[k]! : 0;
    matrix[row + column.proseBelow] = logOf(distance);
    matrix[row + column.wordsToProseBelow] = Math.log1p(words);
    density = density * densityDecay + (1 - densityDecay) * Math.min(own, mostWordsInDensity);
    const above = matrix[row + column.densityAbove]!;
    peak = Math.max(peak, above + density);
    matrix[row + column.densityAbove] = Math.log1p(above);
    matrix[row + column.densityBelow] = Math.log1p(density);
    matrix[row + column.densityShare] = above + density;
    distance = own > 0 ? 0 : Math.min(farLines, distance + 1);
    words = own > 0 ? 0 : Math.min(farWords, words + lines.size[k]!);
  }
  for (let k = 0; k < lines.count; k++) matrix[k * featureCount + column.densityShare]! /= peak;
}
