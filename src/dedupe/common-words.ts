/**
 * Visits the words two stretches have in common in the same order, as many as there are: a longest common
 * subsequence. Takes time and memory in the product of the two lengths, so stretches must be short.
 *
 * @param visit - called with the places of both words of a pair, ascending.
 */
export function visitCommonWords(
  left: Int32Array,
  leftStart: number,
  leftEnd: number,
  right: Int32Array,
  rightStart: number,
  rightEnd: number,
  visit: (leftAt: number, rightAt: number) => void,
): void {
  const [rows, columns] = [leftEnd - leftStart, rightEnd - rightStart];
  const width = columns + 1;
  const longest = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const cell = row * width + column;
      longest[cell] =
        left[leftStart + row] === right[rightStart + column]
          ? longest[cell + width + 1]! + 1
          : Math.max(longest[cell + width]!, longest[cell + 1]!);
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const cell = row * width + column;
    if (left[leftStart + row] === right[rightStart + column]) {
      visit(leftStart + row++, rightStart + column++);
    } else if (longest[cell + width]! >= longest[cell + 1]!) row++;
    else column++;
  }
}
