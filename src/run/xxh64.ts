/**
 * XXH64 with seed 0, the checksum that zstd frames carry. The bulk of the data is summed in halves
 * of 32 bits, which takes a tenth of the time of BigInt; the end, once a frame, is short.
 *
 * Source: Y. Collet, "xxHash fast digest algorithm", version 0.2.0.
 */

const prime1 = 0x9e37_79b1_85eb_ca87n;
const prime2 = 0xc2b2_ae3d_27d4_eb4fn;
const prime3 = 0x1656_67b1_9e37_79f9n;
const prime4 = 0x85eb_ca77_c2b2_ae63n;
const prime5 = 0x27d4_eb2f_1656_67c5n;
const [prime1High, prime1Low] = halvesOf(prime1);
const [prime2High, prime2Low] = halvesOf(prime2);

/** Data is summed in stripes of four lanes of eight bytes. */
const laneBytes = 8;
const stripeBytes = 4 * laneBytes;

export class Xxh64 {
  /** Four lanes, the lower half of each before the upper. */
  readonly #lanes = new BigUint64Array([prime1 + prime2, prime2, 0n, -prime1]);
  readonly #halves = new Uint32Array(this.#lanes.buffer);
  /** Bytes that do not fill a stripe yet. */
  readonly #held = new Uint8Array(stripeBytes);
  #length = 0;

  update(bytes: Uint8Array): void {
    let at = 0;
    const held = this.#length % stripeBytes;
    this.#length += bytes.length;
    if (held > 0) {
      at = Math.min(stripeBytes - held, bytes.length);
      this.#held.set(bytes.subarray(0, at), held);
      if (held + at < stripeBytes) return;
      this.#stripe(viewOf(this.#held), 0);
    }
    const view = viewOf(bytes);
    for (; at + stripeBytes <= bytes.length; at += stripeBytes) this.#stripe(view, at);
    this.#held.set(bytes.subarray(at));
  }

  /** The checksum of all bytes so far. */
  digest(): bigint {
    const isLong = this.#length >= stripeBytes;
    let sum = isLong ? this.#joinedLanes() : prime5;
    sum = wrapped(sum + BigInt(this.#length));
    const end = this.#length % stripeBytes;
    const rest = viewOf(this.#held);
    let at = 0;
    for (; at + laneBytes <= end; at += laneBytes) {
      sum ^= mixedLane(rest.getBigUint64(at, true));
      sum = wrapped(turned(sum, 27n) * prime1 + prime4);
    }
    if (at + 4 <= end) {
      sum ^= wrapped(BigInt(rest.getUint32(at, true)) * prime1);
      sum = wrapped(turned(sum, 23n) * prime2 + prime3);
      at += 4;
    }
    for (; at < end; at++) {
      sum ^= wrapped(BigInt(rest.getUint8(at)) * prime5);
      sum = wrapped(turned(sum, 11n) * prime1);
    }
    sum = wrapped((sum ^ (sum >> 33n)) * prime2);
    sum = wrapped((sum ^ (sum >> 29n)) * prime3);
    return sum ^ (sum >> 32n);
  }

  #joinedLanes(): bigint {
    const [first, second, third, fourth] = this.#lanes as unknown as [
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    let sum = wrapped(
      turned(first, 1n) + turned(second, 7n) + turned(third, 12n) + turned(fourth, 18n),
    );
    for (const lane of this.#lanes) sum = wrapped((sum ^ mixedLane(lane)) * prime1 + prime4);
    return sum;
  }

  /** lane = turned(lane + data * prime2, 31) * prime1, for each of the four. */
  #stripe(bytes: DataView, start: number): void {
    const halves = this.#halves;
    for (let lane = 0, at = start; lane < stripeBytes / 4; lane += 2, at += laneBytes) {
      const dataLow = bytes.getUint32(at, true);
      const dataHigh = bytes.getUint32(at + 4, true);
      const addedLow = Math.imul(dataLow, prime2Low) >>> 0;
      const addedHigh =
        upperProduct(dataLow, prime2Low) +
        Math.imul(dataHigh, prime2Low) +
        Math.imul(dataLow, prime2High);
      const sum = halves[lane]! + addedLow;
      const low = sum >>> 0;
      const high = (halves[lane + 1]! + addedHigh + (sum > 0xffff_ffff ? 1 : 0)) >>> 0;
      const turnedLow = ((low << 31) | (high >>> 1)) >>> 0;
      const turnedHigh = ((high << 31) | (low >>> 1)) >>> 0;
      halves[lane] = Math.imul(turnedLow, prime1Low);
      halves[lane + 1] =
        upperProduct(turnedLow, prime1Low) +
        Math.imul(turnedHigh, prime1Low) +
        Math.imul(turnedLow, prime1High);
    }
  }
}

function halvesOf(value: bigint): readonly [number, number] {
  return [Number(value >> 32n), Number(value & 0xffff_ffffn)];
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The upper 32 bits of the product of two numbers of 32 bits. */
function upperProduct(one: number, other: number): number {
  const oneLow = one & 0xffff;
  const oneHigh = one >>> 16;
  const otherLow = other & 0xffff;
  const otherHigh = other >>> 16;
  const middle = oneHigh * otherLow + ((oneLow * otherLow) >>> 16);
  const lower = oneLow * otherHigh + (middle & 0xffff);
  return oneHigh * otherHigh + (middle >>> 16) + (lower >>> 16);
}

function wrapped(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function turned(value: bigint, bits: bigint): bigint {
  return wrapped((value << bits) | (value >> (64n - bits)));
}

function mixedLane(lane: bigint): bigint {
  return wrapped(turned(wrapped(lane * prime2), 31n) * prime1);
}
