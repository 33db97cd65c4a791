/** Markup that is safe as it stands. Only `html` and `trusted` make it. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: text and numbers are escaped, markup is not. */
export type Piece = Html | string | number | null | readonly Piece[];

/**
 * Template tag for markup. Whatever is put in that is not markup itself is escaped, in text and in
 * quoted attributes alike, so that nothing scraped can open an element or leave an attribute.
 */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let markup = parts[0]!;
  pieces.forEach((piece, at) => {
    markup += markupOf(piece) + parts[at + 1]!;
  });
  return new Html(markup);
}

/** Constant markup or style of our own. Never give it anything that was read. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

function markupOf(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.markup;
  if (isList(piece)) return piece.map(markupOf).join('');
  return escaped(visible(String(piece)));
}

// Array.isArray does not narrow readonly lists.
function isList(piece: string | number | readonly Piece[]): piece is readonly Piece[] {
  return Array.isArray(piece);
}

const special = /[&<>"']/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(special, (character) => entities[character]!);
}

/**
 * Controls but tab and line feed, and characters that turn or hide the text around them. Joiners
 * and the implicit marks (U+200E, U+200F, U+061C) belong to ordinary text and turn nothing.
 */
const unseen =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const carriageReturns = /\r\n?/gu;

/**
 * More marks on one letter than any language sets: they would be drawn over the lines around it.
 * Marks of Latin, Greek, Cyrillic, Hebrew, Arabic, Thai and Lao, and those for symbols; the property M
 * as a whole takes milliseconds to compile.
 */
const stackingMarks =
  '\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u0610-\\u061a\\u064b-\\u065f\\u06d6-\\u06dc\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e\\u0eb4-\\u0ebc\\u0ec8-\\u0ecd\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
const heapedMarks = new RegExp(`([${stackingMarks}]{8})[${stackingMarks}]+`, 'gu');

/**
 * Text with what cannot be seen, or would turn other text around, written as `\u{202e}`, and
 * heaps of marks cut short.
 */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(carriageReturns, '\n')
    .replace(heapedMarks, '$1…')
    .replace(unseen, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** At most so many characters, an ellipsis for the rest. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).toWellFormed()}…`;
}

/** Longest name, path or value that the page shows whole. */
const longestName = 200;

/** A name or path from outside, apart from the direction of what stands around it. */
export function nameOf(name: string): Html {
  return html`<bdi>${shortened(name, longestName)}</bdi>`;
}
