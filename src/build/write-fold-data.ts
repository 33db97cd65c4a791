// Writes src/text/fold-data.ts from the fold rules and this engine's Unicode data:
//   npm run build && node dist/build/write-fold-data.js
import { writeFileSync } from 'node:fs';
import { FoldCode, classBits, packNumbers } from '../text/fold-table.ts';
import { foldRuleOf, type FoldRule } from '../text/fold-rules.ts';

interface Run {
  length: number;
  readonly reading: number;
  readonly stored: number;
}

const expansions: number[] = [];
const expansionIndex = new Map<string, number>();

function expansionOf(folded: readonly number[]): number {
  const key = folded.join(' ');
  let index = expansionIndex.get(key);
  if (index === undefined) {
    index = expansions.length;
    expansionIndex.set(key, index);
    expansions.push(folded.length, ...folded);
  }
  return index;
}

function codeOf(codePoint: number, rule: FoldRule): number {
  if (rule.action === 'separator' || rule.action === 'dropped') return FoldCode[rule.action];
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3) return FoldCode.hangul;
  // Folded values of the Basic Multilingual Plane are stored in 16 bits.
  const fits = codePoint > 0xffff || rule.folded[0]! <= 0xffff;
  if (rule.folded.length === 1 && fits) return FoldCode[rule.action];
  return rule.action === 'word' ? FoldCode.wordExpansion : FoldCode.ideographExpansion;
}

function storedOf(codePoint: number, rule: FoldRule, code: number): number {
  if (code === FoldCode.wordExpansion || code === FoldCode.ideographExpansion) {
    return expansionOf(rule.folded);
  }
  if (code !== FoldCode.word && code !== FoldCode.ideograph) return 0;
  const delta = rule.folded[0]! - codePoint;
  return delta < 0 ? -delta * 2 - 1 : delta * 2;
}

const runs: Run[] = [];
for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
  const surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  const rule = foldRuleOf(surrogate ? 0xfffd : codePoint);
  const code = codeOf(codePoint, rule);
  const reading = rule.characterClass | (code << classBits);
  const stored = storedOf(codePoint, rule, code);
  const last = runs.at(-1);
  const sameRun = last?.reading === reading && last.stored === stored && codePoint !== 0x10000;
  if (sameRun) last.length++;
  else runs.push({ length: 1, reading, stored });
}

const packed = {
  runs: packNumbers(runs.flatMap((run) => [run.length, run.reading, run.stored])),
  expansions: packNumbers(expansions),
};
const quoted = (text: string): string =>
  `\n${(text.match(/.{1,92}/gu) ?? []).map((part) => `    '${part}'`).join(' +\n')}`;
writeFileSync(
  new URL('../../src/text/fold-data.ts', import.meta.url),
  `// Written by src/build/write-fold-data.ts from the rules of fold-rules.ts and Unicode ${process.versions.unicode};
// the layout is described in fold-table.ts. Do not edit by hand.
/* prettier-ignore */
export const packedFoldRules: { readonly runs: string; readonly expansions: string } = {
  runs:${quoted(packed.runs)},
  expansions:${quoted(packed.expansions)},
};
`,
);
