/** A number as it was written, where reading it as a number would change it. */
export class WrittenNumber {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }
}

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
 * @throws SyntaxError for what is no JSON.
 */
export function parseExactly(json: string): unknown {
  if (!doubtful.test(json)) return JSON.parse(json);
  // What is no JSON must not become JSON by the marks.
  JSON.parse(json);
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
