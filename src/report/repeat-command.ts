import { defaultSettings, type Settings } from '../settings.ts';
import type { Report } from './report.ts';

const upperCase = /[A-Z]/gu;
const needsNoQuotes = /^[\w./:=@%+,-]+$/u;
const needsEscapes = /[\p{C}\u2028\u2029]/u;
const escapedInside = /[\p{C}\u2028\u2029'\\]/gu;

/**
 * The command line that repeats a run: its inputs and every setting that is not the default. Where
 * the results go is not part of it, so that it never writes over them.
 */
export function repeatCommand({ form, inputs, settings }: Report): string {
  const words = form === 'bodies' ? ['ghirbal', 'dedupe'] : ['ghirbal'];
  for (const input of inputs)
    words.push(input.startsWith('-') && input !== '-' ? `./${input}` : input);
  for (const [name, value] of Object.entries(settings)) words.push(...optionWords(name, value));
  return words.map(shellQuoted).join(' ');
}

function optionWords(name: string, value: Settings[keyof Settings]): string[] {
  const fallback = defaultSettings[name as keyof Settings];
  if (JSON.stringify(value) === JSON.stringify(fallback) || value === null) return [];
  const flag = optionName(name);
  if (value === true) return [flag];
  if (value === false) return [`--no-${flag.slice(2)}`];
  if (typeof value === 'object') return value.flatMap((item) => [flag, item]);
  return [flag, String(value)];
}

/** Long option of a setting: `maxLost` is `--max-lost`. */
export function optionName(setting: string): string {
  return `--${setting.replace(upperCase, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A word as a POSIX shell reads it back; with `$'...'` where it holds what cannot be seen. */
function shellQuoted(word: string): string {
  if (needsNoQuotes.test(word)) return word;
  if (!needsEscapes.test(word)) return `'${word.replaceAll("'", "'\\''")}'`;
  const inside = word.replace(escapedInside, (character) => {
    if (character === "'" || character === '\\') return `\\${character}`;
    const code = character.codePointAt(0)!.toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
  return `$'${inside}'`;
}
