import type { LineKernel } from './line-kernel.ts';

const { fround } = Math;

/**
 * The kernel in plain loops: slow and obvious, for tests to compare with and for engines
 * without WebAssembly vectors. Each operation is rounded to 32 bits by `Math.fround` or by
 * being stored; sums begin with the first term and take the others in order.
 */
export class ReferenceLineKernel implements LineKernel {
  floats: Float32Array = new Float32Array(0);

  reserve(bytes: number): void {
    if (bytes <= this.floats.byteLength) return;
    const longer = new Float32Array(Math.ceil(bytes / 4));
    longer.set(this.floats);
    this.floats = longer;
  }

  clamp(
    features: number,
    lowest: number,
    highest: number,
    to: number,
    width: number,
    lines: number,
  ): void {
    for (let line = 0; line < lines; line++) {
      for (let column = 0; column < width; column++) {
        const at = line * width + column;
        const value = this.#read(features, at);
        const low = this.#read(lowest, column);
        const high = this.#read(highest, column);
        const raised = value > low ? value : low;
        this.#write(to, at, raised < high ? raised : high);
      }
    }
  }

  multiply(
    inputs: number,
    stride: number,
    count: number,
    weights: number,
    sums: number,
    width: number,
    lines: number,
  ): void {
    for (let line = 0; line < lines; line++) {
      for (let unit = 0; unit < width; unit++) {
        let sum = this.#read(weights, unit);
        for (let input = 0; input < count; input++) {
          const value = this.#read(inputs, line * stride + input);
          const weight = this.#read(weights, (1 + input) * width + unit);
          sum = fround(sum + fround(value * weight));
        }
        this.#write(sums, line * width + unit, sum);
      }
    }
  }

  addPositive(sums: number, rows: number, width: number, lines: number): void {
    for (let line = 0; line < lines; line++) {
      for (let unit = 0; unit < width; unit++) {
        const sum = this.#read(sums, line * width + unit);
        const at = line * 3 * width + unit;
        this.#write(rows, at, this.#read(rows, at) + (sum > 0 ? sum : 0));
      }
    }
  }

  fade(rows: number, decays: number, tiny: number, width: number, lines: number): void {
    const faded = (mean: number, value: number, decay: number): number => {
      const stays = fround(this.#read(decays, decay) * mean);
      const next = fround(stays + fround(this.#read(decays, decay + width) * value));
      return Math.abs(next) >= tiny ? next : 0;
    };
    for (let unit = 0; unit < width; unit++) {
      let mean = 0;
      for (let line = 0; line < lines; line++) {
        const at = line * 3 * width + unit;
        this.#write(rows, at + width, mean);
        mean = faded(mean, this.#read(rows, at), unit);
      }
      mean = 0;
      for (let line = lines - 1; line >= 0; line--) {
        const at = line * 3 * width + unit;
        this.#write(rows, at + 2 * width, mean);
        mean = faded(mean, this.#read(rows, at), 2 * width + unit);
      }
    }
  }

  summarise(rows: number, page: number, width: number, lines: number): void {
    for (let unit = 0; unit < width; unit++) {
      let sum = 0;
      let highest = 0;
      for (let line = 0; line < lines; line++) {
        const value = this.#read(rows, line * 3 * width + unit);
        sum = fround(sum + value);
        if (value > highest) highest = value;
      }
      this.#write(page, unit, sum / fround(lines));
      this.#write(page, width + unit, highest);
    }
  }

  addToAll(values: number, rows: number, width: number, lines: number): void {
    for (let line = 0; line < lines; line++) {
      for (let unit = 0; unit < width; unit++) {
        const at = line * 3 * width + unit;
        this.#write(rows, at, this.#read(rows, at) + this.#read(values, unit));
      }
    }
  }

  #read(address: number, index: number): number {
    return this.floats[address / 4 + index]!;
  }

  #write(address: number, index: number, value: number): void {
    this.floats[address / 4 + index] = value;
  }
}
