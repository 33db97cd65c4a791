import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProfileError, readProfile, writeProfile } from '../../src/split/profile.ts';
import type { SiteLineColumns } from '../../src/split/site-lines.ts';

const columns: SiteLineColumns = {
  pages: 40,
  keys: Int32Array.of(-7, 3, 900),
  counts: Int32Array.of(12, 40, 5),
  ofSite: Uint8Array.of(0, 1, 0),
};
const written = writeProfile(columns);

/** The message for a profile that is the written one but for some fields. */
function messageFor(changes: Readonly<Record<string, unknown>>): string {
  const changed = { ...(JSON.parse(written) as object), ...changes };
  try {
    readProfile(JSON.stringify(changed));
  } catch (error) {
    if (error instanceof ProfileError) return error.message;
    throw error;
  }
  return 'no fault';
}

test('a profile gives back what was written, and the same lines give the same text', () => {
  expect(readProfile(written)).toEqual(columns);
  expect(writeProfile(readProfile(written))).toBe(written);
});

test('any lines survive being written and read', () => {
  const rows = fc.uniqueArray(fc.tuple(fc.integer(), fc.nat(2 ** 30 - 1), fc.nat(1)), {
    selector: ([key]) => key,
  });
  fc.assert(
    fc.property(rows, fc.nat(), (found, pages) => {
      const sorted = found.toSorted(([one], [other]) => one - other);
      const given = {
        pages,
        keys: Int32Array.from(sorted, ([key]) => key),
        counts: Int32Array.from(sorted, ([, count]) => count),
        ofSite: Uint8Array.from(sorted, ([, , flag]) => flag),
      };
      expect(readProfile(writeProfile(given))).toEqual(given);
    }),
  );
});

test('what is no profile is refused, with the reason', () => {
  expect(() => readProfile('Home | World | Sport')).toThrow('is no profile: it is not JSON');
  expect(() => readProfile('null')).toThrow('is no profile that ghirbal learn wrote');
  expect(() => readProfile('{"version": 1}')).toThrow('is no profile that ghirbal learn wrote');
  expect(messageFor({ version: 2 })).toBe('is a profile of form 2, not 1');
});

test('a profile of another folding of words is refused', () => {
  const other = JSON.parse(written) as { folding: number };
  // The checksum covers it too, so a true one of another version is what must be told apart.
  expect(messageFor({ folding: other.folding + 1 })).toMatch(/is damaged|folds words/u);
});

test('a change of any one byte is noticed', () => {
  fc.assert(
    fc.property(fc.nat(written.length - 1), fc.nat(25), (at, letter) => {
      const changed =
        written.slice(0, at) + String.fromCharCode(97 + letter) + written.slice(at + 1);
      if (changed === written) return;
      let read: unknown;
      try {
        read = readProfile(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(ProfileError);
        return;
      }
      // Only white space between the fields can change without harm.
      expect(read).toEqual(columns);
    }),
    { numRuns: 2000 },
  );
});

test('a profile cut short is refused', () => {
  for (let end = 0; end < written.length - 2; end++) {
    expect(() => readProfile(written.slice(0, end))).toThrow(ProfileError);
  }
});

test('a profile of very many lines keeps those on most pages', () => {
  const count = 200_000;
  const kept = readProfile(
    writeProfile({
      pages: count,
      keys: Int32Array.from({ length: count }, (_, row) => row),
      counts: Int32Array.from({ length: count }, (_, row) => row + 4),
      ofSite: new Uint8Array(count),
    }),
  );
  expect(kept.keys.length).toBe(131_072);
  expect(kept.counts[0]).toBe(count - 131_072 + 4);
});
