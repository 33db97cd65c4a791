import { UsageError } from '../errors.ts';

const wildcard = /[*?[\]{}]|^!/u;

/** Whether a name given as input is a pattern: it holds a wildcard. */
export function isPattern(name: string): boolean {
  return wildcard.test(name);
}

/** Tells whether a path below the folder that is walked matches; `/` separates names. */
export type PathTest = (path: string) => boolean;

/**
 * Compiles patterns as ripgrep's `--glob` and `.gitignore` know them: `*` and `?` stay within a
 * name, `**` crosses folders, `[a-z]` and `{a,b}` choose. A pattern without `/` is compared with
 * the last name of the path, any other with the whole path.
 *
 * @returns a test that holds when one of the patterns matches; never for an empty list.
 * @throws UsageError for a range such as `[z-a]`.
 */
export function compilePatterns(patterns: readonly string[]): PathTest {
  const tests = patterns.map(compile);
  return (path) => tests.some((test) => test(path));
}

function compile(pattern: string): PathTest {
  const anchored = pattern.replace(/^\.?\/+/u, '');
  let expression: RegExp;
  try {
    expression = new RegExp(`^${translate(anchored)}$`, 'u');
  } catch {
    // Of what a pattern may hold only a range can be wrong: all else is written out.
    throw new UsageError(`the pattern ${JSON.stringify(pattern)} has a range that ends too early`);
  }
  if (anchored.includes('/')) return (path) => expression.test(path);
  return (path) => expression.test(path.slice(path.lastIndexOf('/') + 1));
}

function translate(pattern: string): string {
  let out = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    if (character === '*') {
      if (pattern.startsWith('**/', at)) {
        out += '(?:.*/)?';
        at += 2;
      } else if (pattern[at + 1] === '*') {
        out += '.*';
        at++;
      } else out += '[^/]*';
    } else if (character === '?') out += '[^/]';
    else if (character === '{') {
      out += '(?:';
      depth++;
    } else if (character === '}' && depth > 0) {
      out += ')';
      depth--;
    } else if (character === ',' && depth > 0) out += '|';
    else if (character === '[') {
      const end = pattern.indexOf(']', at + 2);
      if (end === -1) out += '\\[';
      else {
        const inside = pattern.slice(at + 1, end).replace(/[\\\]^[]/gu, '\\$&');
        out += `[${inside.startsWith('!') ? `^${inside.slice(1)}` : inside}]`;
        at = end;
      }
    } else if (character === '\\' && at + 1 < pattern.length) out += literal(pattern[++at]!);
    else out += literal(character);
  }
  return out + ')'.repeat(depth);
}

function literal(character: string): string {
  return /[\^$\\.*+?()[\]{}|/]/u.test(character) ? `\\${character}` : character;
}
