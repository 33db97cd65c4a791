// Writes src/split/packs-data.ts, the language packs compiled for use:
//   npm run build && node dist/build/write-packs-data.js
import { writeFileSync } from 'node:fs';
import { languagePacks } from '../language/index.ts';
import { compilePacks, type PackedPacks } from '../split/compiled-packs.ts';
import { toVariableBytes } from '../split/variable-bytes.ts';

const packs = compilePacks(languagePacks);
const hashes = Int32Array.of(...packs.words, ...packs.functionWords, ...packs.phrases);
const numbers = [...packs.traits, ...packs.functionLanguages, ...packs.phraseMeanings];
const packed: PackedPacks = {
  languages: packs.languages,
  scripts: packs.scripts,
  months: [...packs.months],
  lengths: [packs.words.length, packs.functionWords.length, packs.phrases.length],
  hashes: Buffer.from(hashes.buffer).toString('base64'),
  numbers: Buffer.from(toVariableBytes(numbers)).toString('base64'),
};
writeFileSync(
  new URL('../../src/split/packs-data.ts', import.meta.url),
  `// Written by src/build/write-packs-data.ts from src/language; the layout is in compiled-packs.ts.
import type { PackedPacks } from './compiled-packs.ts';

/* prettier-ignore */
export const packedPacks: PackedPacks = ${JSON.stringify(packed)};
`,
);
