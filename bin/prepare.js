// Run by npm after installing: compiles when the compiler is there (a checkout), and does
// nothing when it is not (`npm ci --omit=dev`), where the published `dist` is used as it is.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const sources = fileURLToPath(new URL('../src', import.meta.url));
if (existsSync(compiler) && existsSync(sources)) {
  const shipped = fileURLToPath(new URL('../dist/build/write-shipped-files.js', import.meta.url));
  // Comments are for readers of the source and of the types; in the code they are a tenth of the package.
  const code = [compiler, '-p', sources, '--removeComments'];
  const types = [compiler, '-p', sources, '--emitDeclarationOnly'];
  for (const step of [code, types, [shipped]]) {
    const { status } = spawnSync(process.execPath, step, { stdio: 'inherit' });
    process.exitCode = status ?? 1;
    if (status !== 0) break;
  }
}
