import { visitCommonWords } from './common-words.ts';
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

/** Adds the substitutions of one stretch: what lies between the words both have in it. */
function align(
  left: Int32Array,
  leftStart: number,
  leftEnd: number,
  right: Int32Array,
  rightStart: number,
  rightEnd: number,
  found: Substitution[],
): void {
  let [fromLeft, fromRight] = [leftStart, rightStart];
  const close = (toLeft: number, toRight: number): void => {
    const [wide, tall] = [toLeft - fromLeft, toRight - fromRight];
    if (wide > 0 && tall > 0 && wide <= widestChange && tall <= widestChange) {
      found.push({
        leftStart: fromLeft,
        leftEnd: toLeft,
        rightStart: fromRight,
        rightEnd: toRight,
      });
    }
    [fromLeft, fromRight] = [toLeft + 1, toRight + 1];
  };
  visitCommonWords(left, leftStart, leftEnd, right, rightStart, rightEnd, close);
  close(leftEnd, rightEnd);
}
