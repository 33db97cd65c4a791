import { ByteReader } from './byte-reader.ts';
import type { Chunks } from './chunks.ts';
import type { Member, MemberProblem, Named } from './member-batches.ts';
import { ReadFailure } from './read-failure.ts';
import { longestInput } from './read-file.ts';

/** Longest line of a record's head; addresses of pages are the longest things in it. */
const longestHeadLine = 1 << 16;
/** Most lines of a record's head; Common Crawl writes some ten. */
const mostHeadLines = 1000;
/** Most bytes of blank lines after a record, which should be four: more are no WARC file's. */
const mostLineEnds = 1 << 16;

/** Records that tell of the file or of another record, and hold no page. */
const recordsAbout: ReadonlySet<string> = new Set(['warcinfo', 'metadata', 'request']);

/**
 * Reads the pages of a WET file: the `conversion` records of a WARC file, which hold the plain
 * text that a crawler made of a page, and `resource` records of type text/plain. What holds HTML
 * or other kinds of content is counted and told of once.
 *
 * @throws ReadFailure where the file is damaged; the records before it have been given out.
 *
 * Source: "The WARC Format 1.1", IIPC, 2017.
 */
export async function* wetPages(
  chunks: Chunks,
  { id, path }: Named,
): AsyncGenerator<Member | MemberProblem> {
  const reader = new ByteReader(chunks);
  let other = 0;
  for (let record = 1; ; record++) {
    const head = await readHead(reader, record);
    if (head === null) break;
    const length = Number(head.get('content-length') ?? NaN);
    if (!Number.isSafeInteger(length) || length < 0) throw damaged(record, 'no Content-Length');
    const type = head.get('warc-type') ?? '';
    const isText = type === 'conversion' || (type === 'resource' && isPlainText(head));
    if (!isText || length > longestInput) {
      if (isText) yield tooLong(path, record, length);
      else if (!recordsAbout.has(type)) other++;
      if ((await reader.skip(length)) < length) throw damaged(record, 'ends early');
      continue;
    }
    const bytes = await reader.take(length);
    if (bytes.length < length) throw damaged(record, 'ends early');
    yield { ...pageOf(head, `${id}:${record}`, path), line: record, bytes };
  }
  if (other > 0) {
    const message = `${other} records without plain text, such as HTML: take the WET files of the crawl`;
    yield { problem: { source: path, line: null, code: 'no-text', message, bytes: 0 } };
  }
}

/** The fields of a record's head by lower-case name; `null` at the end of the file. */
async function readHead(reader: ByteReader, record: number): Promise<Map<string, string> | null> {
  // Blank lines end the record before.
  const lineEnds = await reader.lineEnds(mostLineEnds);
  if (lineEnds <= mostLineEnds && (await reader.isAtEnd())) return null;
  const line = await reader.line(longestHeadLine);
  if (line === null || !line.startsWith('WARC/'))
    throw damaged(record, 'no record where one should begin');
  const fields = new Map<string, string>();
  for (let lines = 0; lines < mostHeadLines; lines++) {
    const field = await reader.line(longestHeadLine);
    if (field === '') return fields;
    if (field === null) break;
    const colon = field.indexOf(':');
    if (colon > 0) fields.set(field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim());
  }
  throw damaged(record, 'its head does not end');
}

function isPlainText(head: ReadonlyMap<string, string>): boolean {
  return (head.get('content-type') ?? '').toLowerCase().startsWith('text/plain');
}

function pageOf(
  head: ReadonlyMap<string, string>,
  id: string,
  path: string,
): Pick<Member, 'id' | 'source' | 'path' | 'extra'> {
  return {
    id: (head.get('warc-record-id') ?? '').replace(/^<|>$/gu, '') || id,
    source: head.get('warc-target-uri') || path,
    path,
    extra: {
      date: head.get('warc-date') ?? '',
      content_language: head.get('warc-identified-content-language') ?? '',
    },
  };
}

function damaged(record: number, reason: string): ReadFailure {
  return new ReadFailure('damaged', `WET record ${record}: ${reason}`);
}

function tooLong(path: string, record: number, bytes: number): MemberProblem {
  const message = `more than ${longestInput / 2 ** 20} MiB of text`;
  return { problem: { source: path, line: record, code: 'too-large', message, bytes } };
}
