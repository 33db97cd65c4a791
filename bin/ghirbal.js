#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  try {
    const { main: run } = await import(main.href);
    await run(process);
  } catch (error) {
    // What fails in a run is explained there; only files of its own that cannot be read come here.
    const [reason] = error.message.split('\n');
    process.stderr.write(`ghirbal: cannot load its own files: ${reason}\n`);
    process.stderr.write('         Install it anew, or allow more open files: ulimit -n 256\n');
    process.exitCode = 2;
  }
} else {
  process.stderr.write('ghirbal: not built yet. Run "npm run build" in its folder first.\n');
  process.exitCode = 2;
}
