import { sortRows } from './sort-rows.ts';

/** Documents in order of preference, exact copies apart. */
export interface Order {
  /** The documents that differ in content, the one to prefer as keeper first. */
  readonly documents: Uint32Array;
  /** Per document: its place in `documents`, or -1 when it is an exact copy of another one. */
  readonly numberOf: Int32Array;
  /** Per document: the document whose exact copy it is, -1 when it is not one. */
  readonly copyOf: Int32Array;
}

/**
 * Orders documents by rank, then content hash, then number, and sets exact copies aside. The
 * order depends on nothing else, so neither does anything that follows it.
 *
 * @param exact - four unsigned 32-bit numbers per document: its content hash.
 * @param rank - per document, smaller is preferred.
 */
export function orderDocuments(exact: Uint32Array, rank: Float64Array): Order {
  const documents = Uint32Array.from(rank, (_, document) => document);
  const haveOneContent = (a: number, b: number): boolean =>
    [0, 1, 2, 3].every((part) => exact[a * 4 + part] === exact[b * 4 + part]);
  sortRows(documents, (document) => rank[document]!);
  for (let part = 3; part >= 0; part--)
    sortRows(documents, (document) => exact[document * 4 + part]!);
  const copyOf = new Int32Array(rank.length).fill(-1);
  let kept = 0;
  for (let at = 0, first = 0; at < documents.length; at++) {
    if (at > 0 && haveOneContent(documents[first]!, documents[at]!)) {
      copyOf[documents[at]!] = documents[first]!;
      continue;
    }
    first = at;
  }
  const different = new Uint32Array(documents.length);
  for (const document of documents) if (copyOf[document]! < 0) different[kept++] = document;
  // By content already.
  const ordered = different.slice(0, kept);
  sortRows(ordered, (document) => rank[document]!);
  const numberOf = new Int32Array(rank.length).fill(-1);
  for (let number = 0; number < ordered.length; number++) numberOf[ordered[number]!] = number;
  return { documents: ordered, numberOf, copyOf };
}
