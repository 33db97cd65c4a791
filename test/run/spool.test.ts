import * as fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OutputError } from '../../src/errors.ts';
import { Scratch } from '../../src/run/scratch.ts';
import { Spool } from '../../src/run/spool.ts';
import { folderWith } from '../helpers/folder.ts';

test('what was appended is read back from any place, in memory or on disk', () => {
  const folder = folderWith({});
  const pieces = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 20 });
  fc.assert(
    fc.property(pieces, fc.nat(400), fc.nat(2000), fc.nat(2000), (parts, memory, one, other) => {
      const spool = new Spool(new Scratch(folder), 'bytes', memory);
      for (const part of parts) spool.append(part);
      const all = Buffer.concat(parts);
      expect(spool.length).toBe(all.length);
      const [start, end] = [one % (all.length + 1), other % (all.length + 1)].sort((a, b) => a - b);
      const got = new Uint8Array(end! - start!);
      spool.read(got, start!);
      expect(Buffer.from(got)).toEqual(all.subarray(start, end));
      expect(readdirSync(folder)).toEqual([]);
      spool.close();
    }),
    { numRuns: 60 },
  );
});

test('a folder that is not there is named, with what to do', () => {
  const spool = new Spool(new Scratch(join(folderWith({}), 'gone')), 'bytes', 0);
  expect(() => spool.append(new Uint8Array(1))).toThrow(OutputError);
  expect(() => spool.append(new Uint8Array(1))).toThrow('gone');
});
