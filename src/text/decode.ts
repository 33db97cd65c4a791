import { hzAsGb } from './hz.ts';
import { isThai, looksMisread } from './misread.ts';

/** A page's text as well-formed UTF-8, and how it was read. */
export interface Decoded {
  /** Well-formed UTF-8 without byte order mark; the input itself when that is what it was. */
  readonly bytes: Uint8Array;
  /** Name of the encoding it was read as, in lower case, such as `utf-8` or `windows-1256`. */
  readonly encoding: string;
  /**
   * Characters that could not be read. They became U+FFFD; a byte that a Windows code page leaves
   * unassigned became the control character of its number, see `withUnassigned`.
   */
  readonly replaced: number;
}

/** Why bytes could not be read as text. */
export type DecodeErrorCode = 'binary' | 'undecodable' | 'unknown-encoding';

/** Bytes that are no text, or not in the encoding that was asked for. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
  readonly code: DecodeErrorCode;

  constructor(code: DecodeErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export interface DecodeOptions {
  /** Encoding to read as, when known; guessed otherwise. A byte order mark still wins. */
  readonly encoding?: string;
  /** Whether the bytes are known to be well-formed UTF-8: saves looking. */
  readonly wellFormed?: boolean;
  /** Guesses a legacy encoding from the first bytes of a page; `null` when it has no idea. */
  readonly guess?: (sample: Uint8Array) => string | null;
}

/** How much of a page the guess is given: more makes it slower and no better. */
const sampleBytes = 65_536;

/**
 * A page is taken as damaged UTF-8, not as a legacy encoding, when it holds at least this many
 * well-formed multi-byte characters for each ill-formed byte. Legacy text read as UTF-8 has
 * hardly any of the first, cut or patched UTF-8 hardly any of the second.
 */
const goodPerBad = 8;

/** Share of control characters above which bytes are no text: random bytes hold a tenth. */
const mostControls = 0.005;
/** The same for well-formed UTF-8, which random bytes are not: logs and captures of terminals hold escapes. */
const mostControlsOfUtf8 = 0.05;

const utf8 = new TextEncoder();
const utf8Text = new TextDecoder();

/**
 * Reads bytes as text: byte order mark first, then the encoding asked for, then UTF-8 if that is
 * what they are, slightly damaged UTF-8, UTF-16 and UTF-32 by their zero bytes, and last a guess
 * among the legacy encodings.
 *
 * @throws DecodeError when the bytes are no text or no encoding fits; the message is one line.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return fromNamed(bytes.subarray(marked.length), marked.encoding);
  if (options.encoding !== undefined) {
    return withUnassigned(fromNamed(bytes, options.encoding.toLowerCase()));
  }
  const { multibyte, bad, shaped } = options.wellFormed ? wholly : utf8Tally(bytes);
  const controls = countControls(bytes);
  // Zeros are control characters: most pages are known to have none by now.
  const zeros = controls === 0 ? noZeros : zeroTally(bytes);
  if (zeros.total > 0) return fromZeroPattern(bytes, zeros);
  if (bad === 0) {
    return (
      fromSwitches(bytes, controls) ??
      fromHz(bytes) ?? {
        bytes: checkedText(bytes, 'utf-8', controls, mostControlsOfUtf8),
        encoding: 'utf-8',
        replaced: 0,
      }
    );
  }
  if (multibyte >= goodPerBad * bad || bad === shaped) return fromNamed(bytes, 'utf-8');
  return fromGuess(bytes, options.guess?.(bytes.subarray(0, sampleBytes)) ?? null);
}

/** Whether text can be read in an encoding of this name: one of the Encoding Standard, or UTF-32. */
export function isEncoding(name: string): boolean {
  if (Object.hasOwn(wideEncodings, name.toLowerCase())) return true;
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

/** UTF-32, which no TextDecoder reads: whether its lowest byte comes first. */
const wideEncodings: Readonly<Record<string, boolean>> = { 'utf-32le': true, 'utf-32be': false };

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

function byteOrderMark(
  bytes: Uint8Array,
): { readonly length: number; readonly encoding: string } | undefined {
  // Nearly all pages begin with another byte than any mark.
  if (bytes.length > 0 && bytes[0]! > 0 && bytes[0]! < 0xef) return undefined;
  const mark = marks.find((candidate) => candidate.bytes.every((byte, at) => bytes[at] === byte));
  return mark && { length: mark.bytes.length, encoding: mark.encoding };
}

interface Utf8Tally {
  /** Well-formed multi-byte characters. */
  readonly multibyte: number;
  /** Bytes that belong to no well-formed character. */
  readonly bad: number;
  /**
   * Those of them that have the shape of a character and a value that none has (overlong, half of
   * a surrogate pair, beyond U+10FFFF) or that begin one and are cut short. Writers of UTF-8 make
   * them; legacy text hardly ever does.
   */
  readonly shaped: number;
}

const wholly: Utf8Tally = { multibyte: 0, bad: 0, shaped: 0 };

function utf8Tally(bytes: Uint8Array): Utf8Tally {
  let multibyte = 0;
  let bad = 0;
  let shaped = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length = wellFormedLength(bytes, at, byte);
    const whole = length > 0 ? length : shapedLength(bytes, at, byte);
    if (length > 0) multibyte++;
    else {
      bad += Math.max(1, whole);
      shaped += whole;
    }
    at += Math.max(1, whole);
  }
  return { multibyte, bad, shaped };
}

/** Length of a lead byte with its continuation bytes, or the first of them; 0 when it has none. */
function shapedLength(bytes: Uint8Array, at: number, lead: number): number {
  const length = lead < 0xc0 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf8 ? 4 : 0;
  let end = at + 1;
  while (end < at + length && (bytes[end]! & 0xc0) === 0x80) end++;
  return end === at + 1 ? 0 : end - at;
}

/** Length of the well-formed multi-byte character at an offset, 0 when there is none. */
function wellFormedLength(bytes: Uint8Array, at: number, lead: number): number {
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let step = 1; step < length; step++) if ((bytes[at + step]! & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1]!;
  const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const surrogate = lead === 0xed && second > 0x9f;
  const beyond = lead === 0xf4 && second > 0x8f;
  return overlong || surrogate || beyond ? 0 : length;
}

interface ZeroTally {
  readonly total: number;
  /** Zero bytes at offsets 0, 1, 2 and 3 modulo 4. */
  readonly byOffset: readonly [number, number, number, number];
}

const noZeros: ZeroTally = { total: 0, byOffset: [0, 0, 0, 0] };

function zeroTally(bytes: Uint8Array): ZeroTally {
  const byOffset: [number, number, number, number] = [0, 0, 0, 0];
  const sample = bytes.subarray(0, sampleBytes);
  let at = sample.indexOf(0);
  while (at >= 0) {
    byOffset[(at & 3) as 0 | 1 | 2 | 3]++;
    at = sample.indexOf(0, at + 1);
  }
  const total = byOffset[0] + byOffset[1] + byOffset[2] + byOffset[3];
  return { total: total || (bytes.includes(0) ? 1 : 0), byOffset };
}

/** Text without a byte order mark that holds zero bytes is UTF-32, UTF-16, or no text. */
function fromZeroPattern(bytes: Uint8Array, { byOffset, total }: ZeroTally): Decoded {
  const [a, b, c, d] = byOffset;
  const quarters = Math.min(bytes.length, sampleBytes) / 4;
  const candidates: string[] = [];
  if (a + b > 1.8 * quarters && d < 0.1 * quarters) candidates.push('utf-32be');
  if (c + d > 1.8 * quarters && a < 0.1 * quarters) candidates.push('utf-32le');
  if (b + d > 0.95 * total) candidates.push('utf-16le');
  if (a + c > 0.95 * total) candidates.push('utf-16be');
  for (const encoding of candidates) {
    try {
      const decoded = fromNamed(bytes, encoding);
      if (decoded.replaced === 0) return decoded;
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
    }
  }
  throw new DecodeError('binary', 'it holds zero bytes and is no UTF-16 or UTF-32 text');
}

/** What begins Japanese in ISO-2022-JP, in the middle of ASCII: `ESC $ @` and `ESC $ B`. */
const switches: readonly (readonly number[])[] = [
  [0x1b, 0x24, 0x40],
  [0x1b, 0x24, 0x42],
];

/** ISO-2022-JP, which is ASCII for every byte; `null` for what is none. */
function fromSwitches(bytes: Uint8Array, controls: number): Decoded | null {
  if (controls === 0) return null;
  let at = bytes.indexOf(0x1b);
  while (at >= 0 && !switches.some((one) => one.every((byte, step) => bytes[at + step] === byte))) {
    at = bytes.indexOf(0x1b, at + 1);
  }
  if (at < 0) return null;
  const decoded = fromNamed(bytes, 'iso-2022-jp');
  return decoded.replaced === 0 ? decoded : null;
}

/** HZ, which is ASCII for every byte, too; `null` for what is none. */
function fromHz(bytes: Uint8Array): Decoded | null {
  const plain = hzAsGb(bytes);
  const decoded = plain === null ? null : fromNamed(plain, 'gb18030');
  return decoded === null || decoded.replaced > 0 ? null : { ...decoded, encoding: 'hz-gb-2312' };
}

function fromGuess(bytes: Uint8Array, guessed: string | null): Decoded {
  const guess = isThai(bytes) ? 'windows-874' : guessed;
  if (guess === null) {
    throw new DecodeError('undecodable', 'it is not UTF-8 and no other encoding fits');
  }
  let encoding = guess.toLowerCase();
  // Bytes 80 to 9F are unassigned in ISO-8859-6; windows-1256 has Persian letters and quotes there.
  if (encoding === 'iso-8859-6' && bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)) {
    encoding = 'windows-1256';
  }
  const decoded = fromNamed(bytes, encoding);
  const text = decoded.replaced > bytes.length / 100 ? null : utf8Text.decode(decoded.bytes);
  if (text === null || looksMisread(text)) {
    throw new DecodeError('undecodable', `it is not UTF-8 and does not read as ${encoding} either`);
  }
  return withUnassigned(decoded);
}

const c1Controls = /[\u0080-\u009f]/gu;

/**
 * Counts the bytes that a Windows code page leaves unassigned among the characters that could not
 * be read. The Encoding Standard makes C1 controls of those from 80 to 9F; they stay in the text,
 * since a line of UTF-8 in such a page can be mended as long as they do.
 */
function withUnassigned(decoded: Decoded): Decoded {
  if (Object.hasOwn(wideEncodings, decoded.encoding)) return decoded;
  // ISO-8859-1 and some others are names for code pages of Windows.
  if (!new TextDecoder(decoded.encoding).encoding.startsWith('windows-')) return decoded;
  const unassigned = utf8Text.decode(decoded.bytes).match(c1Controls)?.length ?? 0;
  return { ...decoded, replaced: decoded.replaced + unassigned };
}

const replacement = '\ufffd';

function fromNamed(bytes: Uint8Array, encoding: string): Decoded {
  const text = Object.hasOwn(wideEncodings, encoding)
    ? decodeUtf32(bytes, wideEncodings[encoding]!)
    : decodeByLabel(bytes, encoding);
  let replaced = 0;
  for (let at = text.indexOf(replacement); at >= 0; at = text.indexOf(replacement, at + 1)) {
    replaced++;
  }
  return { bytes: checkedText(utf8.encode(text), encoding), encoding, replaced };
}

function decodeByLabel(bytes: Uint8Array, encoding: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { ignoreBOM: true });
  } catch {
    throw new DecodeError('unknown-encoding', `no encoding is called "${encoding}"`);
  }
  // In one piece Node 20 reads bytes 80 to 9F of windows-1252 as control characters; as a
  // stream it reads them right (nodejs/node issue 56542).
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = bytes.length % 4 === 0 ? '' : replacement;
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const codePoint = view.getUint32(at, littleEndian);
    const scalar = codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
    parts.push(scalar ? String.fromCodePoint(codePoint) : replacement);
  }
  text = parts.join('') + text;
  return text;
}

/**
 * The bytes, unless more of them are control characters than text has. C1 controls do not count:
 * they come from misread encodings, which are text all the same.
 */
function checkedText(
  bytes: Uint8Array,
  encoding: string,
  controls: number = countControls(bytes),
  most: number = mostControls,
): Uint8Array {
  if (controls > 2 && controls > most * bytes.length) {
    throw new DecodeError('binary', `read as ${encoding}, it is full of control characters`);
  }
  return bytes;
}

/** C0 controls other than line ends, tabs and form feeds. Four bytes are looked at as one number. */
function countControls(bytes: Uint8Array): number {
  const toAligned = Math.min(bytes.length, -bytes.byteOffset & 3);
  const quads = (bytes.length - toAligned) >> 2;
  let controls = controlsBetween(bytes, 0, toAligned);
  // Not even an empty view may begin at an odd address.
  if (quads === 0) return controls + controlsBetween(bytes, toAligned, bytes.length);
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset + toAligned, quads);
  for (let quad = 0; quad < quads; quad++) {
    const number = numbers[quad]!;
    // Bit 7 of a byte is set when it is below 0x20; above one that is, others may be marked too.
    if (((number - 0x20202020) & ~number & 0x80808080) === 0) continue;
    const at = toAligned + quad * 4;
    controls += controlsBetween(bytes, at, at + 4);
  }
  return controls + controlsBetween(bytes, toAligned + quads * 4, bytes.length);
}

function controlsBetween(bytes: Uint8Array, start: number, end: number): number {
  let controls = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09 && byte !== 0x0c) controls++;
  }
  return controls;
}
