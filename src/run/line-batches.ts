import type { Chunks } from './chunks.ts';
import { longestInput } from './read-file.ts';

/** Whole lines of a JSONL source, cut at byte 0x0A and nowhere else. */
export interface LineBatch {
  /** The lines with their terminators, in memory of their own; the last one may lack it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Number of the first line, counted from 1. */
  readonly firstLine: number;
}

/** A line longer than `longestInput`, left out. */
export interface LongLine {
  readonly longLine: number;
  readonly bytes: number;
}

/** Lines are handed on in batches of about this many bytes, or at the end of a chunk. */
const batchBytes = 1 << 18;
const newline = 10;

/**
 * Cuts a source into batches of whole lines; blank ones before a batch are left out. When the source throws, the lines that were whole
 * are given out first; a last line without its end is then dropped, for it may be cut short.
 */
export async function* lineBatches(chunks: Chunks): AsyncGenerator<LineBatch | LongLine> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let line = 1;
  // Bytes of a line that is too long and being passed over; -1 when there is none.
  let passedOver = -1;

  const take = (): LineBatch => {
    const bytes = new Uint8Array(held);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    const batch = { bytes, firstLine: line };
    line += countLines(bytes);
    parts = [];
    held = 0;
    return batch;
  };

  for await (const chunk of chunks) {
    let rest = chunk;
    if (passedOver >= 0) {
      const end = rest.indexOf(newline);
      passedOver += end === -1 ? rest.length : end;
      if (end === -1) continue;
      yield { longLine: line, bytes: passedOver };
      line++;
      passedOver = -1;
      rest = rest.subarray(end + 1);
    }
    while (rest.length > 0) {
      if (held === 0) {
        const blank = blankLines(rest);
        line += blank.lines;
        rest = rest.subarray(blank.end);
        if (rest.length === 0) break;
      }
      const end = lastLineEnd(rest, batchBytes);
      if (end === 0) {
        parts.push(rest);
        held += rest.length;
        break;
      }
      parts.push(rest.subarray(0, end));
      held += end;
      yield take();
      rest = rest.subarray(end);
    }
    if (held > longestInput) {
      passedOver = held;
      parts = [];
      held = 0;
    }
  }
  if (passedOver >= 0) yield { longLine: line, bytes: passedOver };
  else if (held > 0) yield take();
}

/** Offset after the last newline within the first `most` bytes, else after the next one; 0: none. */
function lastLineEnd(bytes: Uint8Array, most: number): number {
  const last = bytes.lastIndexOf(newline, most - 1);
  return last === -1 ? bytes.indexOf(newline, most) + 1 : last + 1;
}

/** How many blank lines bytes begin with, and where those end: a gigabyte of them is quickly made. */
function blankLines(bytes: Uint8Array): { readonly lines: number; readonly end: number } {
  let lines = 0;
  let end = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === newline) {
      lines++;
      end = at + 1;
    } else if (byte !== 0x20 && byte !== 0x0d && byte !== 0x09) break;
  }
  return { lines, end };
}

/** Bytes looked at by hand before the rest of a line is searched: a call for each short line is slow. */
const shortLine = 16;

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const near = Math.min(bytes.length, at + shortLine);
    while (at < near && bytes[at] !== newline) at++;
    if (at === near) at = bytes.indexOf(newline, at);
    if (at === -1) break;
    count++;
  }
  return count;
}
