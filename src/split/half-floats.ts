/** Numbers from their 16-bit form (IEEE 754 binary16, little-endian), which halves a data file. */
export function fromHalfFloats(bytes: Uint8Array): Float32Array {
  const values = new Float32Array(bytes.length / 2);
  for (let at = 0; at < values.length; at++) {
    const bits = bytes[2 * at]! | (bytes[2 * at + 1]! << 8);
    const exponent = (bits >> 10) & 31;
    const fraction = (bits & 1023) / 1024;
    const size = exponent === 0 ? fraction * 2 ** -14 : (1 + fraction) * 2 ** (exponent - 15);
    values[at] = bits >> 15 === 0 ? size : -size;
  }
  return values;
}

/**
 * The 16-bit form of numbers, each rounded to the nearest that has one.
 *
 * @throws RangeError for a number beyond 65,504, or none.
 */
export function toHalfFloats(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(2 * values.length);
  for (const [at, value] of values.entries()) {
    const size = Math.abs(value);
    if (!(size <= largest)) throw new RangeError(`${value} has no 16-bit form`);
    // Below 2 ** -14 all numbers are as far apart as there.
    const exponent = Math.max(-14, Math.floor(Math.log2(size)));
    const steps = Math.round(size / 2 ** (exponent - 10));
    // Steps of a power of two and up begin at 1,024: the exponent's bits carry on from there.
    const bits = (exponent + 14) * 1024 + steps + (value < 0 ? 0x8000 : 0);
    bytes[2 * at] = bits & 255;
    bytes[2 * at + 1] = bits >> 8;
  }
  return bytes;
}

const largest = 65_504;
