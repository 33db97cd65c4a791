// Writes src/split/line-kernel-data.ts from src/build/line-kernel.wat, with the assembler of the
// WebAssembly Binary Toolkit, which npx fetches:
//   npm run build && node dist/build/write-line-kernel.js
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const assembler = 'wabt@1.0.39';
const source = fileURLToPath(new URL('../../src/build/line-kernel.wat', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'line-kernel-'));
const binary = join(folder, 'line-kernel.wasm');
const command = ['--yes', `--package=${assembler}`, 'wat2wasm', source, `--output=${binary}`];
execFileSync('npx', command, { stdio: 'inherit' });
const base64 = readFileSync(binary).toString('base64');
rmSync(folder, { recursive: true });

const checksum = createHash('sha256').update(readFileSync(source)).digest('hex');
const quoted = (base64.match(/.{1,92}/gu) ?? []).map((part) => `  '${part}'`).join(' +\n');
writeFileSync(
  new URL('../../src/split/line-kernel-data.ts', import.meta.url),
  `// Written by src/build/write-line-kernel.ts with ${assembler}. Do not edit by hand.
// SHA-256 of src/build/line-kernel.wat:
// ${checksum}
/** A WebAssembly module, base64. */
/* prettier-ignore */
export const lineKernelModule: string =
${quoted};
`,
);
