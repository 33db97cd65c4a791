/** A number as it was written, where reading it as a number would change it. */
export class WrittenNumber {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }
}

/** Values nested deeper than this are refused: readers of the output have limits too. */
export const deepest = 200;

/** Numbers that may not survive being read: long ones, and those with a point or an exponent. */
const doubtful = /\d{16}|\d[.eE]/u;
/** Strings and numbers of a JSON text, one after another. */
const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gu;
/** Marks a number that was put between quotes; a private character, doubled where a text begins with it. */
const mark = '\ue000';
const startsWithMark = /^"(?:\ue000|\\ue000)/iu;

/**
 * `JSON.parse` that loses no digit: a number that would come out otherwise than it was written
 * (ids of more than 53 bits, 1.0) is a `WrittenNumber`.
 *
 * @throws SyntaxError for what is no JSON, RangeError for what is nested deeper than `deepest`.
 */
export function parseExactly(json: string): unknown {
  // What is no JSON must not become JSON by the marks.
  const plain: unknown = JSON.parse(json);
  if (isDeep(plain)) throw new RangeError(`nested deeper than ${deepest} levels`);
  if (!doubtful.test(json)) return plain;
  const marked = json.replace(token, (found) => {
    if (found.startsWith('"'))
      return startsWithMark.test(found) ? `"${mark}${found.slice(1)}` : found;
    return String(Number(found)) === found ? found : `"${mark}${found}"`;
  });
  return JSON.parse(marked, (_, value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith(mark)) return value;
    const rest = value.slice(mark.length);
    return rest.startsWith(mark) ? rest : new WrittenNumber(rest);
  });
}

/**
 * Whether a value is nested deeper than `deepest`. Level by level: how deep a function may call itself depends on the
 * thread, and what becomes of a record must not.
 */
function isDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((outer) =>
      typeof outer === 'object' && outer !== null
        ? Object.values(outer).filter((inner) => typeof inner === 'object' && inner !== null)
        : [],
    );
  }
  return false;
}
