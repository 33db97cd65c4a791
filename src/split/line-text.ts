import { readEntities } from '../text/entities.ts';
import { LineShape, shapeWidth, type ScannedPage } from '../text/scanned-page.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text of a line without the white space around it. */
export function lineText(page: ScannedPage, line: number): string {
  const row = line * shapeWidth;
  const start = page.shape[row + LineShape.visibleStart]!;
  const end = page.shape[row + LineShape.visibleEnd]!;
  return decoder.decode(page.bytes.subarray(start, end));
}

/** A line as a field gives it: HTML entities in it read. */
export function fieldText(page: ScannedPage, line: number): string {
  return readEntities(lineText(page, line)).trim();
}
