import { hashedWords } from '../text/fold.ts';
import { extendHash } from '../text/hash.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { SiteLineColumns } from './site-lines.ts';

/** A profile that cannot be used; the message says why. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
}

const format = 'ghirbal-profile';
const version = 1;

/**
 * Most lines that a profile holds, those on most pages first: the furniture of some thousand sites,
 * in some 2 MB.
 */
const mostLines = 1 << 17;

/** A profile as its file holds it: hashes and counts, no text of any page. */
interface ProfileFile {
  readonly format: typeof format;
  readonly version: typeof version;
  /** Pages that were looked at. */
  readonly pages: number;
  readonly lines: number;
  /** Hash of a fixed text: another one means that words were folded in another way. */
  readonly folding: number;
  /**
   * Base64 of 32-bit little-endian numbers: keys in rising order, then for each twice the pages it
   * stood on, and one more for a line of a site.
   */
  readonly columns: string;
  /** Hash of all the others. */
  readonly checksum: number;
}

/** What was learned of a corpus, as the text of a profile. The same lines give the same text. */
export function writeProfile(columns: SiteLineColumns): string {
  const { pages, keys, counts, ofSite } = strongest(columns);
  const bytes = new Uint8Array(keys.length * 8);
  const view = new DataView(bytes.buffer);
  for (let row = 0; row < keys.length; row++) {
    view.setInt32(row * 4, keys[row]!, true);
    view.setInt32((keys.length + row) * 4, counts[row]! * 2 + ofSite[row]!, true);
  }
  const file: Omit<ProfileFile, 'checksum'> = {
    format,
    version,
    pages,
    lines: keys.length,
    folding: folding(),
    columns: toBase64(bytes),
  };
  return `${JSON.stringify({ ...file, checksum: checksumOf(file) }, null, 2)}\n`;
}

/**
 * Reads a profile that `ghirbal learn` wrote.
 *
 * @param text - the file's content.
 * @throws ProfileError when it is none, is damaged, or was made by a version that reads words in
 * another way.
 */
export function readProfile(text: string): SiteLineColumns {
  let file: Partial<Record<keyof ProfileFile, unknown>> | null;
  try {
    file = JSON.parse(text) as typeof file;
  } catch {
    throw new ProfileError('is no profile: it is not JSON');
  }
  if (file?.format !== format) throw new ProfileError('is no profile that ghirbal learn wrote');
  if (file.version !== version) {
    throw new ProfileError(`is a profile of form ${JSON.stringify(file.version)}, not ${version}`);
  }
  const { pages, lines, columns, checksum } = file;
  const isWhole =
    isCount(pages) && isCount(lines) && typeof columns === 'string' && base64.test(columns);
  if (!isWhole || checksum !== checksumOf(file)) throw new ProfileError('is damaged');
  if (file.folding !== folding()) {
    throw new ProfileError('was made by a version that folds words in another way');
  }
  const bytes = fromBase64(columns);
  if (bytes.length !== lines * 8) throw new ProfileError('is damaged');
  const view = new DataView(bytes.buffer);
  const column = (first: number): Int32Array =>
    Int32Array.from({ length: lines }, (_, row) => view.getInt32((first + row) * 4, true));
  const packed = column(lines);
  return {
    pages,
    keys: column(0),
    counts: packed.map((value) => value >> 1),
    ofSite: Uint8Array.from(packed, (value) => value & 1),
  };
}

const base64 = /^[A-Za-z0-9+/]*={0,2}$/u;

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The lines on most pages, of equal ones those with the lower key; in the order of their keys. */
function strongest(columns: SiteLineColumns): SiteLineColumns {
  const { pages, keys, counts, ofSite } = columns;
  if (keys.length <= mostLines) return columns;
  const rows = Array.from(keys.keys())
    .sort((one, other) => counts[other]! - counts[one]! || one - other)
    .slice(0, mostLines)
    .sort((one, other) => one - other);
  return {
    pages,
    keys: Int32Array.from(rows, (row) => keys[row]!),
    counts: Int32Array.from(rows, (row) => counts[row]!),
    ofSite: Uint8Array.from(rows, (row) => ofSite[row]!),
  };
}

/** Words that fold in many ways: what they come to changes when folding does. */
const probe = 'Straße ﬁn Éléphant إدارةُ الأُمَم گچ ۱۲۳ １２ 東京タワー ไทย';

function folding(): number {
  return hashedWords(probe).reduce(extendHash, 0);
}

function checksumOf({
  pages,
  lines,
  folding: folded,
  columns,
}: Partial<Record<keyof ProfileFile, unknown>>): number {
  const content = JSON.stringify([version, pages, lines, folded, columns]);
  let hash = 0;
  for (let at = 0; at < content.length; at++) hash = extendHash(hash, content.charCodeAt(at));
  return hash;
}
