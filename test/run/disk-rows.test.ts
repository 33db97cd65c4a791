import * as fc from 'fast-check';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DiskRows } from '../../src/run/disk-rows.ts';
import { Scratch } from '../../src/run/scratch.ts';
import { folderWith } from '../helpers/folder.ts';

const leastMemory = 1 << 16;

function rowsOf(store: DiskRows): { readonly rows: string[]; readonly partitionsOf: number[][] } {
  const rows: string[] = [];
  const partitionsOf = new Map<number, Set<number>>();
  for (let partition = 0; partition < store.partitions; partition++) {
    const { hashes, documents } = store.take(partition);
    for (const [at, hash] of hashes.entries()) {
      rows.push(`${hash} ${documents[at]!}`);
      partitionsOf.set(hash, (partitionsOf.get(hash) ?? new Set()).add(partition));
    }
  }
  return { rows: rows.sort(), partitionsOf: [...partitionsOf.values()].map((of) => [...of]) };
}

test('every row comes back once, those of a hash together, from memory and from disk', () => {
  const samples = fc.array(
    fc.tuple(
      fc.nat(40),
      fc.integer({ min: 1, max: 2500 }),
      fc.constantFrom(1 << 21, 7919, 2 ** 31),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(samples, (given) => {
      const scratch = new Scratch(folderWith({}));
      for (const memory of [leastMemory, 2 ** 28]) {
        const store = new DiskRows(scratch, memory);
        const added: string[] = [];
        for (const [document, count, step] of given) {
          const sample = Uint32Array.from({ length: count }, (_, at) => Math.imul(at, step));
          store.add(document, sample);
          for (const hash of sample) added.push(`${hash} ${document}`);
        }
        const { rows, partitionsOf } = rowsOf(store);
        expect(rows).toEqual(added.sort());
        expect(partitionsOf.every((of) => of.length === 1)).toBe(true);
        store.close();
      }
    }),
    { numRuns: 30 },
  );
});

test('a document with more rows than fit into memory is kept whole', () => {
  const store = new DiskRows(new Scratch(folderWith({})), leastMemory);
  const sample = Uint32Array.from({ length: 100_000 }, (_, at) => at * 40_000);
  store.add(3, sample);
  expect(rowsOf(store).rows.length).toBe(sample.length);
  store.close();
});

test('partitions are about equal for hashes of long texts, which are low', () => {
  const store = new DiskRows(new Scratch(folderWith({})), leastMemory);
  const rows = 200_000;
  store.add(
    0,
    Uint32Array.from({ length: rows }, (_, at) => Math.imul(at, 0x9e37_79b1) >>> 3),
  );
  const mean = rows / store.partitions;
  for (let partition = 0; partition < store.partitions; partition++) {
    const { length } = store.take(partition).hashes;
    expect(length).toBeGreaterThan(mean / 2);
    expect(length).toBeLessThan(mean * 2);
  }
  store.close();
});

test('a scratch file has no name by the time it is used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ghirbal-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = new DiskRows(new Scratch(folder), leastMemory);
  store.add(0, new Uint32Array(50_000));
  expect(store.partitions).toBeGreaterThan(1);
  expect(readdirSync(folder)).toEqual([]);
  store.close();
});

test('rows of many chunks come back in the order in which they were added', () => {
  const store = new DiskRows(new Scratch(folderWith({})), 2 ** 26);
  const samples = Array.from({ length: 600 }, (_, document) =>
    Uint32Array.from({ length: 997 }, (__, at) => Math.imul(document * 997 + at, 0x9e3779b1)),
  );
  for (const [document, sample] of samples.entries()) store.add(document, sample);
  for (const { hashes, documents } of [store.take(0), store.take(0)]) {
    expect(Buffer.compare(Buffer.from(hashes.buffer), Buffer.concat(samples.map(bytesOf)))).toBe(0);
    expect(documents.length).toBe(hashes.length);
    expect(documents.every((document, row) => document === Math.floor(row / 997))).toBe(true);
  }
  store.close();
});

function bytesOf({ buffer }: Uint32Array): Buffer {
  return Buffer.from(buffer);
}
