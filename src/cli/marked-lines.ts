import { type MarkedSpan, unspaced } from '../report/marked-words.ts';
import { isolated, printable } from './terminal.ts';
import { cutToWidth, textWidth } from './text-width.ts';

/** How words that differ are shown: what stands before and after a run of them, and its colour. */
export interface Marking {
  readonly before: string;
  readonly after: string;
  readonly paint: (text: string) => string;
}

/** A line to show and the columns it takes, colours and isolates left out. */
export interface MarkedLine {
  readonly text: string;
  readonly width: number;
}

const lineBreak = /\r\n?|\n/u;
const space = /\s/u;
/**
 * What a line is made of: a word, or, where words are not set apart by spaces, a character with the
 * marks and punctuation after it.
 */
const piece = new RegExp(`[${unspaced}][\\p{M}\\p{P}]*|[^\\s${unspaced}]+`, 'gu');

/**
 * A text broken into lines of at most so many columns, the words that differ marked. Empty lines
 * between paragraphs stay, one for any number of them.
 */
export function markedLines(
  spans: readonly MarkedSpan[],
  marking: Marking,
  columns: number,
): readonly MarkedLine[] {
  const lines: MarkedLine[] = [];
  let line = new OpenLine(marking);
  const endLine = (): void => {
    const done = line.finish();
    if (done.width > 0 || (lines.at(-1)?.width ?? 0) > 0) lines.push(done);
    line = new OpenLine(marking);
  };
  /** Whether white space came since the last piece. */
  let isApart = true;
  for (const { text, shared } of spans) {
    text.split(lineBreak).forEach((part, row, rows) => {
      if (row > 0) {
        endLine();
        isApart = true;
      }
      const pieces = [...part.matchAll(piece)];
      let end = 0;
      pieces.forEach(({ 0: word, index }, place) => {
        if (index > end) isApart = true;
        end = index + word.length;
        const isFirst = !shared && row === 0 && place === 0;
        const isLast = !shared && row === rows.length - 1 && place === pieces.length - 1;
        const shown = `${isFirst ? marking.before : ''}${printable(word)}${isLast ? marking.after : ''}`;
        for (const fitting of cutToWidth(shown, columns)) {
          if (!line.hasRoom(fitting, isApart, columns)) endLine();
          line.add(fitting, isApart, shared);
          isApart = false;
        }
      });
      if (space.test(part.slice(end))) isApart = true;
    });
  }
  endLine();
  while ((lines.at(-1)?.width ?? 1) === 0) lines.pop();
  return lines;
}

/** A line that words are added to. */
class OpenLine {
  readonly #marking: Marking;
  #width = 0;
  readonly #runs: { text: string; readonly shared: boolean }[] = [];

  constructor(marking: Marking) {
    this.#marking = marking;
  }

  hasRoom(word: string, isApart: boolean, columns: number): boolean {
    return this.#width === 0 || this.#width + (isApart ? 1 : 0) + textWidth(word) <= columns;
  }

  /** @param isApart - a space stands before it, unless it begins the line. */
  add(word: string, isApart: boolean, shared: boolean): void {
    const last = this.#runs.at(-1);
    const gap = isApart && this.#width > 0 ? ' ' : '';
    this.#width += gap.length + textWidth(word);
    if (last?.shared === shared) last.text += gap + word;
    else if (last === undefined) this.#runs.push({ text: word, shared });
    else {
      // The space belongs to the run that is not marked.
      if (last.shared) last.text += gap;
      this.#runs.push({ text: last.shared ? word : gap + word, shared });
    }
  }

  finish(): MarkedLine {
    const text = this.#runs.map((run) => (run.shared ? run.text : this.#marking.paint(run.text)));
    return { text: isolatedLine(text.join(''), this.#runs), width: this.#width };
  }
}

/** Isolates a line whose words are printable already, if its direction could turn others around. */
function isolatedLine(painted: string, runs: readonly { readonly text: string }[]): string {
  const plain = runs.map(({ text }) => text).join('');
  return isolated(plain) === plain ? painted : `\u2068${painted}\u2069`;
}
