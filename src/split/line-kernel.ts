import { fromBase64 } from './base64.ts';
import { lineKernelModule } from './line-kernel-data.ts';
import { ReferenceLineKernel } from './line-kernel-reference.ts';

/**
 * The arithmetic of the line model on one memory of 32-bit floats. `LineModel` says what is
 * computed from what; a kernel computes it. There are two, and they give the same bits on every
 * input without NaN: each operation is rounded to 32 bits, and sums are added up in the order
 * that `ReferenceLineKernel` spells out.
 *
 * Places are byte addresses, multiples of 4; widths, strides and counts are in floats. There is
 * at least one line. A line's row holds three groups of `width` floats: its channels, their
 * fading means above, and below.
 */
export interface LineKernel {
  /** The memory. `reserve` may replace it. */
  readonly floats: Float32Array;

  /** Makes the memory at least so many bytes long; it keeps what it holds. */
  reserve(bytes: number): void;

  /**
   * Writes the features, each held within its lowest and highest value. Up to 12 bytes after
   * the last line may be overwritten, and both limits are read up to the next 16 bytes.
   */
  clamp(
    features: number,
    lowest: number,
    highest: number,
    to: number,
    width: number,
    lines: number,
  ): void;

  /**
   * Writes for each line `width` sums of `count` inputs times weights. Lines are taken four at
   * a time: up to 3 more rows of `sums` may be overwritten.
   *
   * @param stride - from the inputs of one line to those of the next.
   * @param weights - a row of `width` biases, then a row of `width` weights for each input.
   * @param width - a multiple of `unitsAtOnce`.
   */
  multiply(
    inputs: number,
    stride: number,
    count: number,
    weights: number,
    sums: number,
    width: number,
    lines: number,
  ): void;

  /** Adds to each line's channels what is positive of its `width` sums. */
  addPositive(sums: number, rows: number, width: number, lines: number): void;

  /**
   * Writes each channel's fading means, from the first line down and from the last one up: a
   * line gets the mean that ends with its neighbour, 0 where there is none.
   *
   * @param decays - four rows of `width`: the share of the mean that stays from above and the
   * share of the new value, then the same two from below.
   * @param tiny - means smaller than this become 0.
   */
  fade(rows: number, decays: number, tiny: number, width: number, lines: number): void;

  /** Writes to `page` each channel's mean over all lines, then each one's maximum, at least 0. */
  summarise(rows: number, page: number, width: number, lines: number): void;

  /** Adds `width` values to the channels of every line. */
  addToAll(values: number, rows: number, width: number, lines: number): void;
}

/** Sums that a kernel keeps at hand for a line: rows of weights are padded to a multiple. */
export const unitsAtOnce = 8;
/** Lines that a kernel multiplies together. */
export const linesAtOnce = 4;

/** The fastest kernel that runs here: WebAssembly, or the reference where it lacks vectors. */
export function startLineKernel(): LineKernel {
  return startVectorKernel() ?? new ReferenceLineKernel();
}

const api = (globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly;
let compiled: CompiledModule | undefined;

/** The kernel of src/build/line-kernel.wat; none where WebAssembly or its vectors are missing. */
export function startVectorKernel(): LineKernel | undefined {
  if (api === undefined) return undefined;
  try {
    compiled ??= new api.Module(fromBase64(lineKernelModule));
  } catch {
    // The module is always the same: only an engine without vectors finds fault with it.
    return undefined;
  }
  const { memory, ...operations } = new api.Instance(compiled).exports;
  let floats = new Float32Array(memory.buffer);
  return {
    ...operations,
    get floats() {
      return floats;
    },
    reserve(bytes) {
      const missing = bytes - memory.buffer.byteLength;
      if (missing <= 0) return;
      memory.grow(Math.ceil(missing / bytesOfMemoryPage));
      floats = new Float32Array(memory.buffer);
    },
  };
}

const bytesOfMemoryPage = 65_536;

/** As much of the WebAssembly interface as is used here. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => CompiledModule;
  readonly Instance: new (compiled: CompiledModule) => { readonly exports: KernelExports };
}
type CompiledModule = object;
interface KernelExports extends Omit<LineKernel, 'floats' | 'reserve'> {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
}
