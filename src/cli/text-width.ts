import { eastAsianWidth } from 'get-east-asian-width';

/** Marks that stand on the letter before, and characters that take no room. */
const noWidth = /^[\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;

/** Columns a text takes on a terminal: two for wide characters, none for marks and formats. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!noWidth.test(character)) width += eastAsianWidth(character.codePointAt(0)!);
  }
  return width;
}

/** The parts of a text that take at most so many columns each; a mark stays with its letter. */
export function cutToWidth(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const character of text) {
    const wide = noWidth.test(character) ? 0 : eastAsianWidth(character.codePointAt(0)!);
    if (width + wide > most && part !== '') {
      parts.push(part);
      part = '';
      width = 0;
    }
    part += character;
    width += wide;
  }
  if (part !== '') parts.push(part);
  return parts;
}

/** A text cut to so many columns, the last of them an ellipsis when there was more. */
export function fitted(text: string, columns: number): string {
  const [first = '', ...others] = cutToWidth(text, columns);
  return others.length === 0 ? first : `${cutToWidth(text, columns - 1)[0]}…`;
}

/** The end of a text that is too long, an ellipsis before it: what tells files apart stands there. */
export function fittedEnd(text: string, columns: number): string {
  const characters = Array.from(text);
  let width = textWidth(text);
  if (width <= columns) return text;
  let start = 0;
  while (width > columns - 1) width -= textWidth(characters[start++]!);
  return `…${characters.slice(start).join('')}`;
}
