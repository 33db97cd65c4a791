import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { split } from '../../src/split/split.ts';

const pages = new URL('../pages/', import.meta.url);

for (const name of readdirSync(pages)
  .filter((file) => file.endsWith('.txt'))
  .sort()) {
  test(`labels every line of ${name}`, async () => {
    const text = readFileSync(new URL(name, pages), 'utf8');
    const golden = fileURLToPath(new URL(name.replace('.txt', '.labels'), pages));
    await expect(labelLines(text)).toMatchFileSnapshot(golden);
  });
}

/** `kind/role` of each line, nothing for blank lines. */
function labelLines(text: string): string {
  const lines = text.split('\n');
  const labels = lines.map(() => '');
  for (const { kind, role, startLine, endLine } of split(text).blocks) {
    for (let line = startLine - 1; line < endLine; line++) {
      if (lines[line]!.trim() !== '') labels[line] = role === null ? kind : `${kind}/${role}`;
    }
  }
  return labels.join('\n');
}
