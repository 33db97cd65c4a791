/**
 * Part of the keys that a hash of the join belongs to. Bits 13 to 28 decide: long texts only have
 * hashes below 2^29, and the join spreads the rows of a part by the low bits.
 */
export function partOfHash(hash: number, parts: number): number {
  return Math.floor((((hash >>> 13) & 0xffff) * parts) / 2 ** 16);
}

/**
 * Part that a pair is compared in. The texts of one document that many others are paired with go to
 * a few parts, in spans of its partners, so that neither it nor its part holds all the others up.
 */
export function partOfPair(first: number, second: number, parts: number): number {
  const mixed = Math.imul(first, 0x9e37_79b1) ^ Math.imul(second >>> partnerBits, 0x85eb_ca6b);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % parts;
}

/** Partners of one document that are compared in one part: 2^12 numbers side by side. */
const partnerBits = 12;
