import type { PreparedPage } from '../prepare-page.ts';
import { type Block, blockKinds } from '../split/block.ts';
import type { ScannedPage } from '../text/scanned-page.ts';
import type { JsonBytes } from './json-bytes.ts';

/**
 * Where the parts of a stored record lie that are needed once the groups are known: offsets in
 * bytes from the record's start. A stored record is this, as four 32-bit numbers, then its line.
 */
export interface RecordParts {
  /** End of the id's JSON text, which starts at `idStart`. */
  readonly idEnd: number;
  /** JSON text of the source. */
  readonly sourceStart: number;
  readonly sourceEnd: number;
  /** Where the number 1 of `"cluster_size":1` stands. */
  readonly clusterAt: number;
}

export const partsBytes = 16;
const opening = '{"id":';
/** Offset of the id's JSON text in every record. */
export const idStart: number = opening.length;

/** A stored record being written: where its parts are noted, and where its line begins. */
export interface OpenRecord {
  readonly header: number;
  readonly start: number;
}

/** Opens a record: its id is written, the braces are not closed. */
export function openRecord(json: JsonBytes, id: string): OpenRecord {
  const header = json.skip(partsBytes);
  const start = json.length;
  json.raw(opening);
  json.text(id);
  json.setUint32(header, json.length - start);
  return { header, start };
}

/** Writes the value of the source, and notes where it lies. */
export function writeSource(json: JsonBytes, source: string, { header, start }: OpenRecord): void {
  json.setUint32(header + 4, json.length - start);
  json.text(source);
  json.setUint32(header + 8, json.length - start);
}

/** Notes where the number of `cluster_size` stands, which the groups decide. */
export function noteClusterSize(json: JsonBytes, { header, start }: OpenRecord): void {
  json.setUint32(header + 12, json.length - start);
}

/** Writes the main body from the page's bytes: no string is made of it. */
export function writeBody(json: JsonBytes, { page, body }: PreparedPage): void {
  json.raw('"');
  for (let at = 0; at < body.length; at += 3) {
    if (at > 0) json.raw(body[at + 2] === 1 ? '\\n\\n' : '\\n');
    json.utf8(page.bytes, body[at]!, body[at + 1]!);
  }
  json.raw('"');
}

/** Writes the stored row of a page that has no article. */
export function writeRejected(json: JsonBytes, prepared: PreparedPage): void {
  const { article, reason } = prepared;
  const record = openRecord(json, article.id);
  json.raw(',"source":');
  writeSource(json, article.source, record);
  json.raw(',"reason":');
  json.text(reason ?? '');
  json.raw('}\n');
  json.setUint32(record.header + 12, 0);
}

/** Writes the record of `ghirbal split`: what is what on a page, nothing left out. */
export function writeSplit(json: JsonBytes, prepared: PreparedPage): void {
  const { article } = prepared;
  const record = openRecord(json, article.id);
  json.raw(',"source":');
  writeSource(json, article.source, record);
  json.setUint32(record.header + 12, 0);
  json.raw(',"title":');
  json.text(article.title);
  json.raw(',"text":');
  writeBody(json, prepared);
  json.raw(',"blocks":');
  writeBlocks(json, prepared.blocks, prepared.page);
  json.raw('}\n');
}

export function writeBlocks(json: JsonBytes, blocks: readonly Block[], page: ScannedPage): void {
  json.raw('[');
  for (const { block, from, to, start, end } of blockSpans(blocks, page)) {
    json.raw(start === 0 ? '{"kind":' : ',{"kind":');
    json.text(block.kind);
    json.raw(',"role":');
    json.value(block.role);
    json.raw(
      `,"startLine":${block.startLine},"endLine":${block.endLine},"start":${start},"end":${end},"reason":`,
    );
    json.text(block.reason);
    json.raw(',"text":"');
    json.utf8(page.bytes, from, to);
    json.raw('"}');
  }
  json.raw(']');
}

/** A block and where it lies: in bytes, and in code points, as Python counts. */
interface BlockSpan {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** The blocks with their places; the end mark of a block's last line is not in its span. */
function* blockSpans(blocks: readonly Block[], page: ScannedPage): Generator<BlockSpan> {
  let start = 0;
  for (const block of blocks) {
    const from = page.lineStart[block.startLine - 1]!;
    const to = page.lineEnd[block.endLine - 1]!;
    const end = start + codePoints(page.bytes, from, to);
    yield { block, from, to, start, end };
    start = end + codePoints(page.bytes, to, page.lineStart[block.endLine]!);
  }
}

/** What the attributes of a document are called in Dolma: tool, tagger and kind. */
const attributePrefix = 'ghirbal__split__';

/**
 * Writes a line of a Dolma attribute file: for each kind of block the spans of the document's text
 * that are of it, in code points, each with how sure the splitter is of it.
 *
 * Source: L. Soldaini et al., Dolma toolkit, "Data format".
 */
export function writeAttributes(json: JsonBytes, prepared: PreparedPage): void {
  const record = openRecord(json, prepared.article.id);
  json.setUint32(record.header + 12, 0);
  const spans = [...blockSpans(prepared.blocks, prepared.page)];
  json.raw(',"attributes":');
  json.value(
    Object.fromEntries(
      blockKinds.map((kind) => [
        `${attributePrefix}${kind}`,
        spans
          .filter(({ block }) => block.kind === kind)
          .map(({ block, start, end }) => [start, end, block.confidence]),
      ]),
    ),
  );
  json.raw('}\n');
}

function codePoints(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if ((bytes[at]! & 0xc0) !== 0x80) count++;
  return count;
}
