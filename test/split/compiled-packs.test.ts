import { expect, test } from 'vitest';
import { languagePacks } from '../../src/language/index.ts';
import { builtInPacks, compilePacks } from '../../src/split/compiled-packs.ts';

test('the compiled packs are those of the language packs', () => {
  // When this fails, a pack was changed: run dist/build/write-packs-data.js after a build.
  expect(builtInPacks()).toEqual(compilePacks(languagePacks));
});
