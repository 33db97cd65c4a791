/** Columns of up to so many values are given twice the room they need, to grow seldom. */
const generous = 1 << 14;

/**
 * How many values to make room for where `count` are needed: twice as many for columns that serve
 * page after page, hardly more for those of one huge page, whose memory would count.
 */
export function roomFor(count: number): number {
  return count <= generous ? count * 2 : count + (count >>> 4);
}
