// Writes pages as files, or as one JSONL stream on standard output, and says how many are copies:
//   node dist/speed/make-corpus.js --pages 10000 --out FOLDER
//   node dist/speed/make-corpus.js --pages 10000 --jsonl > pages.jsonl
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pages } from './pages.ts';

const filesPerFolder = 1000;
const chunkCharacters = 1 << 20;

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '10000' },
    first: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    jsonl: { type: 'boolean', default: false },
  },
});
const first = Number(values.first);
const end = first + Number(values.pages);
const pages = new Pages(Number(values.seed));

if (values.jsonl) writeLines(values.out ?? null);
else if (values.out === undefined) throw new Error('--out names the folder to write to');
else writeFiles(values.out);

function writeFiles(folder: string): void {
  for (let number = first; number < end; number++) {
    const inner = join(folder, String(Math.floor(number / filesPerFolder)).padStart(5, '0'));
    if (number === first || number % filesPerFolder === 0) mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, `${String(number).padStart(8, '0')}.txt`), pages.page(number).text);
  }
}

function writeLines(path: string | null): void {
  const descriptor = path === null ? 1 : openSync(path, 'w');
  let held = '';
  for (let number = first; number < end; number++) {
    held += `${JSON.stringify({ id: String(number), text: pages.page(number).text })}\n`;
    if (held.length < chunkCharacters && number + 1 < end) continue;
    const bytes = Buffer.from(held);
    for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
    held = '';
  }
  if (path !== null) closeSync(descriptor);
}
