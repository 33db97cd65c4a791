import { column, featureCount, logOf } from './feature-names.ts';
import { roomFor } from '../text/room.ts';
import { columnLength, KeyNumbers } from './key-numbers.ts';
import type { VisibleLines } from './visible-lines.ts';

/** Lines of fewer characters are short: items of menus and lists. */
const shortLine = 60;
/** Short enough to count for the page's share of short lines. */
const veryShortLine = 40;
/** Lines up and down that count as near, and as farther around. */
const nearLines = 3;
const widerLines = 8;
const aroundLines = 4;
/** Lengths whose logarithms differ by less look alike. */
const alikeLogarithms = 0.45;
const longestPeriod = 6;
/** Lines up and down, at a distance of one period, two and so on, that a row is followed. */
const longestRow = 3;
/**
 * Largest distance at which lines are compared: rows of every line, every second (headline,
 * teaser) and every third (with a date) are followed. And the width of tables with a column for
 * each distance.
 */
const farthest: number = 3 * longestRow;
const distances = 16;
/** What `shapeOf` gives lies below. */
const shapeCount = 256;

/** What stands around a line: its neighbours' shapes, shapes that repeat, and the page's make-up. */
export class NeighbourFeatures {
  /** How many lines have each shape. */
  readonly #shapeCopies = new Int32Array(shapeCount);
  readonly #trios = new KeyNumbers();
  /** How many lines have the trio of a number. */
  #trioCopies = new Int32Array(257);
  /** Shape of each line, and number of its trio. */
  #shape = new Int32Array(256);
  #trio = new Int32Array(256);
  /** Sums of the lines before each: characters, logarithms, their squares, ends, bullets, dates. */
  #sums = new Float64Array(257 * 6);
  /**
   * By line and distance: 1 when the line is similar to the one that far above it; and how many
   * of the lines before it are similar to both lines at that distance from them.
   */
  #similarAbove = new Uint8Array(257 * distances);
  #inRows = new Int32Array(257 * distances);

  add(matrix: Float32Array, lines: VisibleLines): void {
    if (this.#shape.length < lines.count) {
      const room = roomFor(lines.count);
      this.#shape = new Int32Array(room);
      this.#trio = new Int32Array(room);
      this.#sums = new Float64Array((room + 1) * 6);
      this.#similarAbove = new Uint8Array((room + 1) * distances);
      this.#inRows = new Int32Array((room + 1) * distances);
    }
    this.#sumUp(lines);
    this.#addWindows(matrix, lines);
    addRunsAndGroups(matrix, lines);
    this.#addShapes(matrix, lines);
    this.#addPeriods(matrix, lines);
    addWholePage(matrix, lines);
  }

  #sumUp(lines: VisibleLines): void {
    const sums = this.#sums;
    for (let k = 0; k < lines.count; k++) {
      const at = k * 6;
      const log = lines.logLength[k]!;
      sums[at + 6] = sums[at]! + lines.length[k]!;
      sums[at + 7] = sums[at + 1]! + log;
      sums[at + 8] = sums[at + 2]! + log * log;
      sums[at + 9] = sums[at + 3]! + lines.ends[k]!;
      sums[at + 10] = sums[at + 4]! + lines.bullet[k]!;
      sums[at + 11] = sums[at + 5]! + lines.date[k]!;
    }
  }

  #addWindows(matrix: Float32Array, lines: VisibleLines): void {
    const sums = this.#sums;
    const last = lines.count;
    const mean = (from: number, to: number, sum: number): number =>
      (sums[to * 6 + sum]! - sums[from * 6 + sum]!) / (to - from);
    for (let k = 0; k < last; k++) {
      const row = k * featureCount;
      const near = mean(Math.max(0, k - nearLines), Math.min(last, k + nearLines + 1), 0);
      const wider = mean(Math.max(0, k - widerLines), Math.min(last, k + widerLines + 1), 0);
      matrix[row + column.nearLength] = Math.log1p(near);
      matrix[row + column.wideLength] = Math.log1p(wider);
      const from = Math.max(0, k - aroundLines);
      const to = Math.min(last, k + aroundLines + 1);
      const middle = mean(from, to, 1);
      const spread = Math.max(0, mean(from, to, 2) - middle * middle);
      matrix[row + column.lengthSpread] = spread < negligibleSpread ? 0 : Math.sqrt(spread);
      matrix[row + column.nearEnds] = mean(from, to, 3);
      matrix[row + column.nearBullets] = mean(from, to, 4);
      matrix[row + column.nearDates] = mean(from, to, 5);
    }
  }

  /** Shapes that stand on the page again, alone and with both neighbours. */
  #addShapes(matrix: Float32Array, lines: VisibleLines): void {
    const n = lines.count;
    const shape = this.#shape;
    const trio = this.#trio;
    const shapeCopies = this.#shapeCopies.fill(0);
    for (let k = 0; k < n; k++) {
      shape[k] = shapeOf(lines, k);
      shapeCopies[shape[k]!]!++;
    }
    this.#trios.clear(n);
    const room = columnLength(n);
    if (this.#trioCopies.length < room) this.#trioCopies = new Int32Array(roomFor(room));
    const trioCopies = this.#trioCopies.fill(0, 0, room);
    for (let k = 1; k + 1 < n; k++) {
      trio[k] = this.#trios.add((shape[k - 1]! << 16) | (shape[k]! << 8) | shape[k + 1]!);
      trioCopies[trio[k]!]!++;
    }
    for (let k = 0; k < n; k++) {
      const row = k * featureCount;
      const inner = k > 0 && k + 1 < n;
      const trios = logOf(inner ? trioCopies[trio[k]!]! : 1);
      matrix[row + column.shapeCopies] = logOf(shapeCopies[shape[k]!]!);
      matrix[row + column.shapeTrios] = trios;
      matrix[row + column.proseShapeTrios] = lines.prose[k] ? trios : 0;
    }
  }

  #addPeriods(matrix: Float32Array, lines: VisibleLines): void {
    this.#compareLines(lines);
    const { count, length, logLength } = lines;
    for (let k = 0; k < count; k++) {
      const row = k * featureCount;
      matrix[row + column.period1] = this.#rowLength(k, count, 1);
      matrix[row + column.period2] = this.#rowLength(k, count, 2);
      matrix[row + column.period3] = this.#rowLength(k, count, 3);
      matrix[row + column.periodShare] = this.#periodShare(k, count);
      const own = length[k]!;
      let alike = 0;
      if (k > 0 && Math.abs(length[k - 1]! - own) < 0.4 * own) alike++;
      if (k + 1 < count && Math.abs(length[k + 1]! - own) < 0.4 * own) alike++;
      matrix[row + column.alike] = alike;
      const log = logLength[k]!;
      matrix[row + column.longerThanAbove] = k > 0 ? log - logLength[k - 1]! : 0;
      matrix[row + column.longerThanBelow] = k + 1 < count ? log - logLength[k + 1]! : 0;
    }
  }

  #compareLines(lines: VisibleLines): void {
    const { count, ends, date, logLength } = lines;
    const above = this.#similarAbove;
    const inRows = this.#inRows;
    for (let k = 0; k < count; k++) {
      const claims = ends[k]! * 2 + date[k]!;
      const log = logLength[k]!;
      for (let distance = 1; distance <= farthest; distance++) {
        const j = k - distance;
        const isSimilar =
          j >= 0 &&
          claims === ends[j]! * 2 + date[j]! &&
          Math.abs(logLength[j]! - log) < alikeLogarithms;
        above[k * distances + distance] = isSimilar ? 1 : 0;
      }
    }
    for (let period = 2; period <= longestPeriod; period++) {
      let inRow = 0;
      for (let k = 0; k < count; k++) {
        inRows[k * distances + period] = inRow;
        if (k + period >= count) continue;
        inRow += above[k * distances + period]! & above[(k + period) * distances + period]!;
      }
      inRows[count * distances + period] = inRow;
    }
  }

  /** Similar lines in a row at a distance of `period` up and down, at most `longestRow` each way. */
  #rowLength(k: number, count: number, period: number): number {
    const above = this.#similarAbove;
    let up = 1;
    while (up <= longestRow && above[k * distances + up * period] === 1) up++;
    let down = 1;
    for (; down <= longestRow && k + down * period < count; down++) {
      const distance = down * period;
      if (above[(k + distance) * distances + distance] === 0) break;
    }
    return up + down - 2;
  }

  /** Share of the lines around that have a similar line one period up and one down, for the best period. */
  #periodShare(k: number, count: number): number {
    const inRows = this.#inRows;
    let best = 0;
    for (let period = 2; period <= longestPeriod; period++) {
      const from = Math.max(0, k - period + 1) * distances + period;
      const to = Math.min(count, k + period) * distances + period;
      best = Math.max(best, (inRows[to]! - inRows[from]!) / (2 * period - 1));
    }
    return best;
  }
}

/** Rounding leaves this much where all lines are equally long. */
const negligibleSpread = 1e-9;

function addRunsAndGroups(matrix: Float32Array, lines: VisibleLines): void {
  const n = lines.count;
  let run = 0;
  let groupFirst = 0;
  let groupLast = -1;
  for (let k = 0; k < n; k++) {
    const row = k * featureCount;
    run = lines.length[k]! < shortLine ? run + 1 : 0;
    if (k > groupLast) {
      groupFirst = k;
      groupLast = k;
      while (groupLast + 1 < n && lines.blanksBefore[groupLast + 1] === 0) groupLast++;
    }
    matrix[row + column.shortRun] = logOf(run);
    matrix[row + column.blanksBefore] = lines.blanksBefore[k]!;
    matrix[row + column.blanksAfter] = k + 1 < n ? lines.blanksBefore[k + 1]! : 0;
    matrix[row + column.groupLength] = logOf(groupLast - groupFirst);
    matrix[row + column.groupPosition] = logOf(k - groupFirst);
    matrix[row + column.groupRest] = logOf(groupLast - k);
  }
  run = 0;
  for (let k = n - 1; k >= 0; k--) {
    run = lines.length[k]! < shortLine ? run + 1 : 0;
    matrix[k * featureCount + column.shortRunBelow] = logOf(run);
  }
}

/** What a line looks like from afar: its length class, and whether it is closed, dated, a bullet. */
function shapeOf(lines: VisibleLines, k: number): number {
  const length = Math.min(7, Math.floor(lines.logLength[k]! * 1.6));
  const claims =
    lines.ends[k]! * 16 +
    lines.date[k]! * 8 +
    lines.bullet[k]! * 4 +
    (lines.words[k] === 0 ? 2 : 0) +
    (lines.blanksBefore[k]! > 0 ? 1 : 0);
  return length * 32 + claims;
}

/** What holds for the page as a whole, the same in every row. */
function addWholePage(matrix: Float32Array, lines: VisibleLines): void {
  const n = lines.count;
  let short = 0;
  let ends = 0;
  let longest = 1;
  let bullets = 0;
  let blanks = 0;
  let words = 0;
  const sizes: number[] = [];
  for (let k = 0; k < n; k++) {
    if (lines.length[k]! < veryShortLine) short++;
    ends += lines.ends[k]!;
    longest = Math.max(longest, lines.length[k]!);
    bullets += lines.bullet[k]!;
    if (lines.blanksBefore[k]! > 0) blanks++;
    if (lines.prose[k] === 0) continue;
    words += lines.size[k]!;
    sizes.push(lines.size[k]!);
  }
  sizes.sort((a, b) => a - b);
  const median = Math.log1p(sizes[sizes.length >> 1] ?? 0);
  const mean = Math.log1p(sizes.length ? words / sizes.length : 0);
  for (let k = 0; k < n; k++) {
    const row = k * featureCount;
    matrix[row + column.pageShort] = short / n;
    matrix[row + column.pageProse] = logOf(sizes.length);
    matrix[row + column.pageEnds] = ends / n;
    matrix[row + column.pageLongest] = Math.log1p(longest);
    matrix[row + column.pageBullets] = bullets / n;
    matrix[row + column.pageBlanks] = blanks / n;
    matrix[row + column.proseMean] = mean;
    matrix[row + column.proseMedian] = median;
    matrix[row + column.againstMedian] = matrix[row + column.words]! - median;
  }
}
