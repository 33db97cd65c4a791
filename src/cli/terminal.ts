import { Chalk, type ChalkInstance } from 'chalk';

/** What is asked of a stream before it is coloured. */
export interface StreamManners {
  readonly isTTY?: boolean | undefined;
}

/**
 * Whether to colour what goes to a stream: `--color` first, then NO_COLOR (when not empty), then
 * FORCE_COLOR (0 or false = off), then TERM=dumb, then whether the stream is a terminal.
 */
export function isColoured(
  stream: StreamManners,
  choice: 'auto' | 'always' | 'never',
  environment: NodeJS.ProcessEnv,
): boolean {
  if (choice !== 'auto') return choice === 'always';
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  const force = environment['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return environment['TERM'] !== 'dumb' && stream.isTTY === true;
}

/** Colours for a stream; the plain instance changes nothing. */
export function coloursFor(coloured: boolean): ChalkInstance {
  return new Chalk({ level: coloured ? 1 : 0 });
}

/** Controls, and the characters that turn or hide the text around them. */
const unsafe =
  /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Text from the wild made safe to show: it can move no cursor and turn no line around. */
export function printable(text: string): string {
  return text.toWellFormed().replace(unsafe, (character) => {
    const code = character.codePointAt(0)!;
    if (code === 0x09) return ' ';
    // Joiners shape letters in Persian, Indic scripts and emoji, and turn nothing.
    if (code === 0x200c || code === 0x200d) return character;
    if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
    return `\\u{${code.toString(16)}}`;
  });
}

/** A path or name in quotes, escaped as `printable` does. */
export function quoted(name: string): string {
  return `"${printable(name.replace(/["\\]/gu, '\\$&'))}"`;
}

/**
 * Text from the wild for the end of a line: safe to show, and apart from the direction of what
 * stands around it (first strong isolate, U+2068 to U+2069).
 */
export function isolated(text: string): string {
  const safe = printable(text);
  return rightToLeft.test(safe) ? `\u2068${safe}\u2069` : safe;
}

/** At most so many characters of a text, the last one an ellipsis when there were more. */
export function shortened(text: string, most: number): string {
  // A character is one or two units: twice as many units hold enough of them.
  const characters = Array.from(text.slice(0, most * 2 + 2));
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
