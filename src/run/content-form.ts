import { FileForm } from './input-list.ts';
import { utf16Of } from './utf8-chunks.ts';

/** Bytes from which every form can be told: the length of a tar header. */
export const startBytes = 512;

const newline = 10;

/**
 * Tells how a source is to be read from how it begins, after decompression.
 *
 * @param isWhole - these bytes are all there is.
 * @returns `null` while more bytes are needed.
 */
export function formOfStart(bytes: Uint8Array, isWhole: boolean): FileForm | null {
  if (beginsWith(bytes, 'WARC/')) return FileForm.wet;
  if (beginsWith(bytes, 'PAR1')) return FileForm.parquet;
  if (isTarHeader(bytes)) return FileForm.tar;
  // A tar header holds NUL bytes before any line could end in it; text has none.
  const isText = !bytes.subarray(0, startBytes).includes(0);
  if (isWhole || (bytes.includes(newline) && (isText || bytes.length >= startBytes))) {
    return opensRecords(bytes) ? FileForm.records : FileForm.page;
  }
  return null;
}

function beginsWith(bytes: Uint8Array, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (bytes[at] !== text.charCodeAt(at)) return false;
  return true;
}

const checksumStart = 148;
const checksumEnd = 156;

/** Whether 512 bytes carry the checksum of a tar header, which all kinds of tar have. */
function isTarHeader(bytes: Uint8Array): boolean {
  if (bytes.length < startBytes || bytes[0] === 0) return false;
  const written = Buffer.from(bytes.subarray(checksumStart, checksumEnd)).toString('latin1');
  const [, digits] = /^[ 0]*([0-7]+)[ \0]/u.exec(written) ?? [];
  if (digits === undefined) return false;
  let sum = 0;
  for (let at = 0; at < startBytes; at++) {
    // The checksum's own place counts as blanks.
    sum += at >= checksumStart && at < checksumEnd ? 0x20 : bytes[at]!;
  }
  return sum === Number.parseInt(digits, 8);
}

/** Whether text begins with a line that is a JSON object: then it holds one record a line. */
export function opensRecords(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(newline);
  const line = bytes.subarray(0, end === -1 ? bytes.length : end);
  const utf16 = utf16Of(bytes);
  // The line's end of UTF-16 may have its zero before it.
  const whole = utf16 === null ? line : line.subarray(0, line.length & ~1);
  const text = new TextDecoder(utf16 ?? 'utf-8').decode(whole).trim();
  if (!text.startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
