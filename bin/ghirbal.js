#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const { main: run } = await import(main.href);
  await run(process);
} else {
  process.stderr.write('ghirbal: not built yet. Run "npm run build" in its folder first.\n');
  process.exitCode = 2;
}
