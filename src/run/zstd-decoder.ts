import { Decompress } from 'fzstd';
import { ReadFailure } from './read-failure.ts';
import { Xxh64 } from './xxh64.ts';

/**
 * Widest window of a frame, the memory that unpacking it takes; more is refused, as the zstd tool
 * itself does when it is not told otherwise.
 */
const widestWindow = 2 ** 27;
/** No block unpacks to more. Source: RFC 8878, section 3.1.1.2.4. */
const longestBlock = 2 ** 17;

const frameMagic = 0xfd2f_b528;
/** Frames for other programs, to be passed over: 16 numbers from this one on. */
const otherMagic = 0x184d_2a50;
/** Magic number and descriptor: these tell how long the head of a frame is. */
const leastHead = 5;
const otherHead = 8;
const blockHead = 3;
const checksumBytes = 4;
const fillBlock = 1;
const noBlock = 3;

/** Whether bytes begin like zstd: with a frame, or one for other programs, which may come before it. */
export function beginsFrame(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false;
  const magic = numberAt(bytes, 0, 4);
  return magic === frameMagic || isOther(magic);
}

function isOther(magic: number): boolean {
  return magic - (magic % 16) === otherMagic;
}

/** A frame that is being unpacked. */
interface Frame {
  readonly blocks: Decompress;
  readonly longestBlock: number;
  /** Bytes that its head promises; `null` where it does not. */
  readonly promised: number | null;
  /** The sum of what it holds; `null` where it carries none. */
  readonly sum: Xxh64 | null;
  unpacked: number;
  /** Its last block has been met. */
  isDone: boolean;
}

/**
 * Unpacks zstd frames given in pieces of any size. The blocks themselves are unpacked by fzstd;
 * it is handed one at a time, so that a few kilobytes that unpack to gigabytes come out in small
 * parts, and what it passes over is checked here: lengths, checksums, where the data ends.
 *
 * Source: RFC 8878.
 */
export class ZstdDecoder {
  #held: Uint8Array = new Uint8Array(0);
  #frame: Frame | null = null;
  /** What the block that was taken last unpacked to. */
  #parts: Uint8Array[] = [];
  /** Bytes of a frame for other programs that are still to come. */
  #passedOver = 0;
  #pushed = 0;

  /**
   * What comes of the next bytes, in parts of some 128 KiB at most.
   *
   * @param bytes - kept until they are used up; not changed.
   * @throws ReadFailure; what was unpacked before it has been given out.
   */
  *unpack(bytes: Uint8Array): Generator<Uint8Array> {
    this.#pushed += bytes.length;
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    for (;;) {
      const used = this.#step(this.#held);
      yield* this.#parts.splice(0);
      if (used === 0) break;
      this.#held = this.#held.subarray(used);
    }
  }

  /** @throws ReadFailure when the data ended inside a frame. */
  finish(): void {
    if (this.#frame !== null || this.#held.length > 0 || this.#passedOver > 0) {
      throw this.#damaged('ends early');
    }
  }

  /** Takes what stands first, if all of it is there. @returns bytes taken; 0 = more are needed. */
  #step(bytes: Uint8Array): number {
    if (this.#passedOver > 0) {
      const passed = Math.min(this.#passedOver, bytes.length);
      this.#passedOver -= passed;
      return passed;
    }
    if (this.#frame === null) return this.#open(bytes);
    return this.#frame.isDone ? this.#close(bytes, this.#frame) : this.#block(bytes, this.#frame);
  }

  #open(bytes: Uint8Array): number {
    if (bytes.length < leastHead) return 0;
    const magic = numberAt(bytes, 0, 4);
    if (isOther(magic)) {
      if (bytes.length < otherHead) return 0;
      this.#passedOver = numberAt(bytes, 4, 4);
      return otherHead;
    }
    if (magic !== frameMagic) throw this.#damaged('no frame where one should begin');
    // The descriptor's bits: how the size is written, one segment, a checksum, a dictionary.
    const descriptor = bytes[4]!;
    const isOneSegment = (descriptor & 0x20) !== 0;
    const dictionaryBytes = [0, 1, 2, 4][descriptor & 3]!;
    const sizeBytes = [isOneSegment ? 1 : 0, 2, 4, 8][descriptor >> 6]!;
    const windowBytes = isOneSegment ? 0 : 1;
    const dictionaryStart = leastHead + windowBytes;
    const sizeStart = dictionaryStart + dictionaryBytes;
    const end = sizeStart + sizeBytes;
    if (bytes.length < end) return 0;
    if (numberAt(bytes, dictionaryStart, dictionaryBytes) !== 0) {
      throw this.#damaged('made with a dictionary, which is not at hand');
    }
    // Two bytes count from 256 on.
    const size = numberAt(bytes, sizeStart, sizeBytes) + (sizeBytes === 2 ? 256 : 0);
    const window = isOneSegment ? size : windowOf(bytes[leastHead]!);
    if (window > widestWindow) throw this.#tooWide(window);
    const head = Uint8Array.from(bytes.subarray(0, end));
    // The checksum is ours to check.
    head[4] = descriptor & ~0x04;
    const frame: Frame = {
      blocks: new Decompress((part) => this.#unpacked(part, frame)),
      longestBlock: Math.min(window, longestBlock),
      promised: sizeBytes === 0 ? null : size,
      sum: (descriptor & 0x04) === 0 ? null : new Xxh64(),
      unpacked: 0,
      isDone: false,
    };
    this.#frame = frame;
    this.#guarded(() => frame.blocks.push(head, false));
    return end;
  }

  #block(bytes: Uint8Array, frame: Frame): number {
    if (bytes.length < blockHead) return 0;
    const head = numberAt(bytes, 0, blockHead);
    const kind = (head >> 1) & 3;
    const size = head >> 3;
    if (kind === noBlock || size > frame.longestBlock) throw this.#damaged('not a block');
    const end = blockHead + (kind === fillBlock ? 1 : size);
    if (bytes.length < end) return 0;
    frame.isDone = (head & 1) === 1;
    this.#guarded(() => frame.blocks.push(bytes.subarray(0, end), frame.isDone));
    return end;
  }

  /** Ends a frame; where no checksum follows, without taking anything. */
  #close(bytes: Uint8Array, frame: Frame): number {
    if (frame.sum !== null && bytes.length < checksumBytes) return 0;
    if (frame.promised !== null && frame.promised !== frame.unpacked) {
      throw this.#damaged('holds more or less than its head says');
    }
    if (frame.sum !== null) {
      const found = Number(frame.sum.digest() & 0xffff_ffffn);
      if (found !== numberAt(bytes, 0, checksumBytes)) throw this.#damaged('incorrect checksum');
    }
    this.#frame = null;
    return frame.sum === null ? this.#open(bytes) : checksumBytes;
  }

  #unpacked(part: Uint8Array, frame: Frame): void {
    if (part.length === 0) return;
    frame.unpacked += part.length;
    frame.sum?.update(part);
    this.#parts.push(part);
  }

  #guarded(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (error instanceof ReadFailure) throw error;
      throw this.#damaged(error instanceof Error ? error.message : String(error));
    }
  }

  #damaged(reason: string): ReadFailure {
    return new ReadFailure('damaged', `zstd: ${reason}`, this.#pushed);
  }

  #tooWide(window: number): ReadFailure {
    const [needs, most] = [window, widestWindow].map((bytes) => Math.ceil(bytes / 2 ** 20));
    const message = `zstd: needs a window of ${needs} MiB, more than ${most}; unpack it first`;
    return new ReadFailure('too-large', message, this.#pushed);
  }
}

/** Bytes as a number, the lowest first. */
function numberAt(bytes: Uint8Array, start: number, length: number): number {
  let value = 0;
  for (let at = length - 1; at >= 0; at--) value = value * 256 + bytes[start + at]!;
  return value;
}

/** Bytes of window that a window descriptor stands for. */
function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}
