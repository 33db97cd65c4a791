/**
 * Whole numbers from 0 to 2^32 - 1 in as few bytes as each needs: 7 bits a byte, lowest first, bit 7
 * set on all bytes of a number but its last.
 *
 * Source: variable byte code, C. D. Manning et al., "Introduction to Information Retrieval", 2008, section 5.3.
 */
export function toVariableBytes(numbers: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number >>> 0;
    for (; rest > 127; rest >>>= 7) bytes.push(128 | (rest & 127));
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** The numbers that `toVariableBytes` wrote; 32 bits of each, as unsigned numbers. */
export function fromVariableBytes(bytes: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(bytes.length);
  let count = 0;
  let number = 0;
  let shift = 0;
  for (const byte of bytes) {
    number |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    numbers[count++] = number;
    number = shift = 0;
  }
  return numbers.subarray(0, count);
}
