import type { Overlap } from './overlap.ts';

/** Longest stretch, in words, that is taken apart word by word; a longer one is new text, not a changed fact. */
const longestStretch = 30;

/** Most words on either side of one substitution; more is a reworded clause. */
const widestChange = 5;

/** Words of one text that stand where the other has different ones. Ends are exclusive. */
export interface Substitution {
  readonly leftStart: number;
  readonly leftEnd: number;
  readonly rightStart: number;
  readonly rightEnd: number;
}

/**
 * The places where two texts agree on both sides but differ between: changed words, figures,
 * names. Stretches between two shared runs are aligned word by word.
 *
 * @param left - the text loaded in the finder.
 * @param right - the text compared with it.
 */
export function substitutionsOf(
  left: Int32Array,
  right: Int32Array,
  overlap: Overlap,
): Substitution[] {
  const found: Substitution[] = [];
  let lastRight = -1;
  let lastLeft = -1;
  for (let at = 0; at <= right.length; at++) {
    const place = at < right.length ? overlap.place[at]! : left.length;
    if (place < 0) continue;
    const gapRight = at - lastRight - 1;
    const gapLeft = place - lastLeft - 1;
    if (gapRight > 0 && gapLeft > 0 && gapRight <= longestStretch && gapLeft <= longestStretch) {
      align(left, lastLeft + 1, place, right, lastRight + 1, at, found);
    }
    lastRight = at;
    lastLeft = place;
  }
  return found;
}

/** Adds the substitutions of one stretch, by its longest common subsequence of words. */
function align(
  left: Int32Array,
  leftStart: number,
  leftEnd: number,
  right: Int32Array,
  rightStart: number,
  rightEnd: number,
  found: Substitution[],
): void {
  const rows = leftEnd - leftStart;
  const columns = rightEnd - rightStart;
  const width = columns + 1;
  const longest = new Uint8Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      longest[row * width + column] =
        left[leftStart + row] === right[rightStart + column]
          ? longest[(row + 1) * width + column + 1]! + 1
          : Math.max(longest[(row + 1) * width + column]!, longest[row * width + column + 1]!);
    }
  }
  let row = 0;
  let column = 0;
  let fromRow = 0;
  let fromColumn = 0;
  const close = (): void => {
    const [wide, tall] = [row - fromRow, column - fromColumn];
    if (wide > 0 && tall > 0 && wide <= widestChange && tall <= widestChange) {
      found.push({
        leftStart: leftStart + fromRow,
        leftEnd: leftStart + row,
        rightStart: rightStart + fromColumn,
        rightEnd: rightStart + column,
      });
    }
  };
  while (row < rows && column < columns) {
    if (left[leftStart + row] === right[rightStart + column]) {
      close();
      fromRow = ++row;
      fromColumn = ++column;
    } else if (longest[(row + 1) * width + column]! >= longest[row * width + column + 1]!) row++;
    else column++;
  }
  row = rows;
  column = columns;
  close();
}
