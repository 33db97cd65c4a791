const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const letter = /\p{L}/u;
/** Where letters of the other direction lie; what else lies there does no harm. */
const leftToRight = /[A-Za-z\u00aa-\u058f\u0900-\u1fff\u2c00-\ud7ff]/u;

/** Letters that a text's direction is told from: more say no more. */
const lettersRead = 400;

/**
 * The direction a text is read in: that of most of its letters; `auto` when it has none. The
 * first strong letter, which browsers go by, is often that of an agency's name before the text:
 * "(CNN) - وصل".
 */
export function directionOf(text: string): 'rtl' | 'ltr' | 'auto' {
  let letters = 0;
  let right = 0;
  for (const character of text) {
    if (!letter.test(character)) continue;
    letters++;
    if (rightToLeft.test(character)) right++;
    if (letters === lettersRead) break;
  }
  if (letters === 0) return 'auto';
  return right * 2 > letters ? 'rtl' : 'ltr';
}

/**
 * Places in a text where a mark must stand for browsers to lay out the line in the direction most
 * of its letters have; they go by the first letter of each line.
 *
 * @returns marks (U+200E, U+200F) by the UTF-16 offset of the line's start.
 */
export function directionMarks(text: string): ReadonlyMap<number, string> {
  const marks = new Map<number, string>();
  let start = 0;
  for (const line of text.split('\n')) {
    if (rightToLeft.test(line) && leftToRight.test(line)) {
      const meant = directionOf(line);
      if (directionOf(letter.exec(line)?.[0] ?? '') !== meant)
        marks.set(start, meant === 'rtl' ? '\u200f' : '\u200e');
    }
    start += line.length + 1;
  }
  return marks;
}

/**
 * Part of a text with the marks that stand in it.
 *
 * @param start - offset in the whole text of the part's first unit.
 */
export function withMarks(part: string, start: number, marks: ReadonlyMap<number, string>): string {
  let marked = '';
  let at = 0;
  for (const [offset, mark] of marks) {
    if (offset < start || offset >= start + part.length) continue;
    marked += part.slice(at, offset - start) + mark;
    at = offset - start;
  }
  return marked + part.slice(at);
}

/** A whole text with its marks. */
export function directed(text: string): string {
  return withMarks(text, 0, directionMarks(text));
}
