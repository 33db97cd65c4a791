import { deepest, WrittenNumber } from '../text/exact-json.ts';
import { roomFor } from '../text/room.ts';

/** Bytes that leave the fast path: controls, quotes, backslash, DEL, and lead bytes to look at. */
const special = new Uint8Array(256);
special.fill(1, 0, 0x20);
special[0x22] = 1;
special[0x5c] = 1;
special[0x7f] = 1;
special[0xc2] = 1;
special[0xe2] = 1;

const firstBytes = 1 << 16;
const keptBytes = 1 << 23;

/** Longest string, in UTF-16 units, that is tried as plain ASCII first. */
const mostShort = 64;

/** Longer runs of bytes are copied by the engine, which costs as much as a loop over so many. */
const mostByteByByte = 48;

const hex = Buffer.from('0123456789abcdef');

/**
 * Writes JSON as UTF-8 into one growing buffer, text straight from its bytes.
 *
 * Besides what JSON asks for, C1 controls, DEL, U+0085, U+2028, U+2029 and marks that turn text
 * around are written as `\uXXXX`: Python's `splitlines` and some terminals would otherwise cut a
 * line in two, or show it in another order than it has.
 */
export class JsonBytes {
  #bytes = Buffer.allocUnsafeSlow(firstBytes);
  #scratch = Buffer.allocUnsafeSlow(firstBytes);
  /** Bytes written. */
  length = 0;

  /** What was written so far, as a view that the next write may overwrite or leave behind. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
    // What one long record made grow is let go.
    if (this.#bytes.length > keptBytes) this.#bytes = Buffer.allocUnsafeSlow(firstBytes);
    if (this.#scratch.length > keptBytes) this.#scratch = Buffer.allocUnsafeSlow(firstBytes);
  }

  /**
   * What was written so far in memory of its own, to be handed to another thread: a copy, or for
   * much the memory itself. The next write begins anew.
   */
  take(): Uint8Array<ArrayBuffer> {
    if (this.length > keptBytes) {
      const taken = new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset, this.length);
      this.#bytes = Buffer.allocUnsafeSlow(firstBytes);
      this.length = 0;
      return taken;
    }
    const copy = new Uint8Array(this.length);
    copy.set(this.bytes);
    this.length = 0;
    return copy;
  }

  /** ASCII that is JSON already: braces, names, numbers. */
  raw(json: string): void {
    this.#reserve(json.length);
    // A loop: for a few characters it is several times faster than a call out of the engine.
    for (let at = 0; at < json.length; at++) this.#bytes[this.length++] = json.charCodeAt(at);
  }

  /** Leaves room for `count` bytes that are filled in later. @returns where. */
  skip(count: number): number {
    this.#reserve(count);
    this.length += count;
    return this.length - count;
  }

  /** Sets 4 bytes left by `skip`. */
  setUint32(at: number, value: number): void {
    this.#bytes.writeUInt32LE(value, at);
  }

  /** A string value; half surrogate pairs become U+FFFD. */
  text(value: string): void {
    if (value.length <= mostShort && this.#shortAscii(value)) return;
    // The exact size takes a pass over the text, which only pays when it is long.
    const most = value.length < 1 << 20 ? value.length * 3 : Buffer.byteLength(value);
    if (this.#scratch.length < most) this.#scratch = Buffer.allocUnsafeSlow(most);
    const end = this.#scratch.write(value, 0, 'utf8');
    this.raw('"');
    this.utf8(this.#scratch, 0, end);
    this.raw('"');
  }

  /** Writes names, codes and the like without a call out of the engine. @returns whether it is such. */
  #shortAscii(value: string): boolean {
    this.#reserve(value.length + 2);
    const out = this.#bytes;
    let to = this.length;
    out[to++] = 0x22;
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at);
      if (code >= 0x80 || special[code] === 1) return false;
      out[to++] = code;
    }
    out[to++] = 0x22;
    this.length = to;
    return true;
  }

  /** Part of a string value, escaped from well-formed UTF-8; the quotes are the caller's. */
  utf8(source: Uint8Array, start: number, end: number): void {
    // Long texts get their room at once: doubling would hold them twice for a moment.
    if (end - start > firstBytes) this.#reserve(end - start + firstBytes);
    // In pieces, so that room for the worst case is never held for a whole long text.
    for (let at = start; at < end;) at = this.#escapePiece(source, at, Math.min(end, at + 4096));
  }

  /** @returns where the next piece begins: a character begun in this one is taken whole. */
  #escapePiece(source: Uint8Array, start: number, end: number): number {
    this.#reserve((end - start + 2) * 6);
    const out = this.#bytes;
    let to = this.length;
    let at = start;
    while (at < end) {
      const from = at;
      while (at < end && special[source[at]!] === 0) at++;
      if (at - from > mostByteByByte) {
        out.set(source.subarray(from, at), to);
        to += at - from;
      } else for (let plain = from; plain < at; plain++) out[to++] = source[plain]!;
      if (at >= end) break;
      const byte = source[at++]!;
      out[to++] = byte;
      if (byte === 0x0a) {
        out[to - 1] = 0x5c;
        out[to++] = 0x6e;
      } else if (byte === 0x22 || byte === 0x5c) {
        out[to - 1] = 0x5c;
        out[to++] = byte;
      } else if (byte < 0x20 || byte === 0x7f) to = escape(out, to - 1, byte);
      else if (byte === 0xc2) {
        if (source[at]! < 0xa0) to = escape(out, to - 1, source[at++]!);
      } else if (byte === 0xe2 && turnsLines(source[at]!, source[at + 1]!)) {
        to = escape(out, to - 1, 0x2000 | ((source[at]! & 1) << 6) | (source[at + 1]! & 0x3f));
        at += 2;
      }
    }
    this.length = to;
    return at;
  }

  /**
   * Any plain value: what `JSON.parse` gives.
   *
   * @throws RangeError when it is nested deeper than `deepest`.
   */
  value(value: unknown, depth = 0): void {
    if (depth > deepest) throw new RangeError(`nested deeper than ${deepest} levels`);
    if (typeof value === 'string') this.text(value);
    else if (typeof value === 'number') this.raw(Number.isFinite(value) ? String(value) : 'null');
    else if (value instanceof WrittenNumber) this.raw(value.digits);
    else if (typeof value === 'boolean') this.raw(value ? 'true' : 'false');
    else if (typeof value !== 'object' || value === null) this.raw('null');
    else if (Array.isArray(value)) {
      this.raw('[');
      for (let at = 0; at < value.length; at++) {
        if (at > 0) this.raw(',');
        this.value(value[at], depth + 1);
      }
      this.raw(']');
    } else {
      let separator = '{';
      for (const [key, inner] of Object.entries(value)) {
        this.raw(separator);
        this.text(key);
        this.raw(':');
        this.value(inner, depth + 1);
        separator = ',';
      }
      this.raw(separator === '{' ? '{}' : '}');
    }
  }

  #reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, roomFor(this.#bytes.length)));
    this.#bytes.copy(grown, 0, 0, this.length);
    this.#bytes = grown;
  }
}

/**
 * Whether the bytes behind E2 make a character that ends a line (U+2028, U+2029) or turns the text
 * around it (U+202A to U+202E, U+2066 to U+2069).
 */
function turnsLines(second: number, third: number): boolean {
  if (second === 0x80) return third >= 0xa8 && third <= 0xae;
  return second === 0x81 && third >= 0xa6 && third <= 0xa9;
}

/** `\uXXXX` at `to`. @returns the offset after it. */
function escape(out: Buffer, to: number, code: number): number {
  out[to] = 0x5c;
  out[to + 1] = 0x75;
  out[to + 2] = hex[code >>> 12]!;
  out[to + 3] = hex[(code >>> 8) & 15]!;
  out[to + 4] = hex[(code >>> 4) & 15]!;
  out[to + 5] = hex[code & 15]!;
  return to + 6;
}
