import { mix32 } from '../../text/hash.ts';

/**
 * Part of the keys that a hash of the join belongs to. Bits 13 to 28 decide: long texts only have
 * hashes below 2^29, and the join spreads the rows of a part by the low bits.
 */
export function partOfHash(hash: number, parts: number): number {
  return Math.floor((((hash >>> 13) & 0xffff) * parts) / 2 ** 16);
}

/**
 * Part that a pair is found and compared in. The pairs of one document with many others go to a few
 * parts, in spans of its partners, so that neither it nor its part holds all the others up.
 */
export function partOfPair(first: number, second: number, parts: number): number {
  const mixed = Math.imul(first, 0x9e37_79b1) ^ Math.imul(spanOfPartner(second), 0x85eb_ca6b);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % parts;
}

/** Which span of partners a document belongs to: the pairs of one document with all of a span are in one part. */
export function spanOfPartner(second: number): number {
  return second >>> partnerBits;
}

/** Partners of one document that are compared in one part: 2^12 numbers side by side. */
const partnerBits = 12;

/** Part that knows of a document, by its number: side by side in turn, as the first of all stand for many others. */
export function partOfNumber(number: number, parts: number): number {
  return number % parts;
}

/** Part that decides on the documents which compared pairs connect. @param label - the first of them. */
export function partOfComponent(label: number, parts: number): number {
  return (mix32(label) >>> 0) % parts;
}
