/**
 * HTML entities left in a text are read as the characters they stand for when the text is split
 * and compared. What is written is the original.
 */

/** Entities that occur in prose; the numeric ones are read by their number. */
const namedEntities = new Map<string, number>(
  (
    [
      ['amp', '&'],
      ['lt', '<'],
      ['gt', '>'],
      ['quot', '"'],
      ['apos', "'"],
      ['nbsp', ' '],
      ['shy', '\u00ad'],
      ['lsquo', '‘'],
      ['rsquo', '’'],
      ['ldquo', '“'],
      ['rdquo', '”'],
      ['sbquo', '‚'],
      ['bdquo', '„'],
      ['laquo', '«'],
      ['raquo', '»'],
      ['hellip', '…'],
      ['ndash', '–'],
      ['mdash', '—'],
      ['bull', '•'],
      ['middot', '·'],
      ['copy', '©'],
      ['reg', '®'],
      ['trade', '™'],
      ['euro', '€'],
      ['pound', '£'],
      ['deg', '°'],
      ['zwnj', '\u200c'],
      ['zwj', '\u200d'],
      ['lrm', '\u200e'],
      ['rlm', '\u200f'],
      ['aacute', 'á'],
      ['agrave', 'à'],
      ['acirc', 'â'],
      ['atilde', 'ã'],
      ['auml', 'ä'],
      ['aring', 'å'],
      ['aelig', 'æ'],
      ['ccedil', 'ç'],
      ['eacute', 'é'],
      ['egrave', 'è'],
      ['ecirc', 'ê'],
      ['euml', 'ë'],
      ['iacute', 'í'],
      ['igrave', 'ì'],
      ['icirc', 'î'],
      ['iuml', 'ï'],
      ['ntilde', 'ñ'],
      ['oacute', 'ó'],
      ['ograve', 'ò'],
      ['ocirc', 'ô'],
      ['otilde', 'õ'],
      ['ouml', 'ö'],
      ['oslash', 'ø'],
      ['szlig', 'ß'],
      ['uacute', 'ú'],
      ['ugrave', 'ù'],
      ['ucirc', 'û'],
      ['uuml', 'ü'],
      ['yacute', 'ý'],
      ['Auml', 'Ä'],
      ['Ouml', 'Ö'],
      ['Uuml', 'Ü'],
      ['Eacute', 'É'],
    ] as const
  ).map(([name, character]) => [name, character.codePointAt(0)!] as const),
);

/** Bytes from the ampersand to the semicolon of the longest entity that is read. */
const longestEntity = 10;
const ampersand = 0x26;
const semicolon = 0x3b;
const numberSign = 0x23;
const decimalNumber = /^#\d{1,7}$/u;
const hexadecimalNumber = /^#[xX][0-9a-fA-F]{1,6}$/u;
const lineEnds = new Set([0x0a, 0x0d, 0x85, 0x2028, 0x2029]);
const space = 0x20;

/**
 * Code point that the body of an entity (what stands between & and ;) is for, -1 when it is
 * none. Line ends are read as spaces, so that lines stay lines.
 */
export function entityCodePoint(body: string): number {
  if (body.charCodeAt(0) !== numberSign) return namedEntities.get(body) ?? -1;
  const decimal = decimalNumber.test(body);
  if (!decimal && !hexadecimalNumber.test(body)) return -1;
  const codePoint = decimal ? Number(body.slice(1)) : Number.parseInt(body.slice(2), 16);
  if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return -1;
  return lineEnds.has(codePoint) ? space : codePoint;
}

/** Length in bytes of the entity at an offset whose byte is an ampersand, 0 when there is none. */
export function entityLength(bytes: Uint8Array, at: number, length: number): number {
  const end = Math.min(length, at + longestEntity);
  for (let next = at + 1; next < end; next++) {
    const byte = bytes[next]!;
    if (byte === semicolon) return next - at > 2 ? next + 1 - at : 0;
    const digit = byte >= 0x30 && byte <= 0x39;
    const letter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
    if (!digit && !letter && !(byte === numberSign && next === at + 1)) return 0;
  }
  return 0;
}

/** The body of an entity of so many bytes, as a string. */
export function entityBody(bytes: Uint8Array, at: number, length: number): string {
  let body = '';
  for (let next = at + 1; next < at + length - 1; next++) body += String.fromCharCode(bytes[next]!);
  return body;
}

/**
 * Text with its entities read: what the scanner does on bytes, for a string. An ampersand that was
 * itself written as an entity begins another one where that makes one: text that was escaped twice.
 */
export function readEntities(text: string): string {
  let read = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    if (at < from) continue;
    let codePoint = -1;
    // What stands before the body of the next entity: the ampersand, or the end of one that is for it.
    for (let before = at; codePoint < 0 || codePoint === ampersand;) {
      const [body, ...rest] = text.slice(before + 1, before + longestEntity).split(';', 2);
      const next = rest.length === 0 ? -1 : entityCodePoint(body!);
      if (next < 0) break;
      if (codePoint < 0) read += text.slice(from, at);
      codePoint = next;
      before += body!.length + 1;
      from = before + 1;
    }
    if (codePoint >= 0) read += String.fromCodePoint(codePoint);
  }
  return read + text.slice(from);
}

export { ampersand as ampersandByte };
