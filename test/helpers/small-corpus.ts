import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pages } from '../speed/pages.ts';

const pages = 40;
/** Each file of records is a piece of work of its own, so few pages make many pieces. */
const recordFiles = 15;
const recordsAFile = 3;

/** Files of a corpus of many kinds of pages, in no order. */
export function smallCorpus(): readonly (readonly [string, string | Uint8Array])[] {
  const made = new Pages(11);
  const files: [string, string | Uint8Array][] = [];
  for (let page = 0; page < pages; page++) {
    files.push([`${page % 3}/${page}.txt`, made.page(page).text]);
  }
  for (let at = 0; at < recordFiles; at++) {
    const lines = Array.from({ length: recordsAFile }, (_, line) =>
      JSON.stringify({ text: made.page(pages + at * recordsAFile + line).text }),
    );
    files.push([`records-${at}.jsonl`, `${lines.join('\n')}\nnot a record\n`]);
  }
  files.push(['copy.txt', made.page(3).text], ['empty.txt', ''], ['zeros.txt', new Uint8Array(99)]);
  return files;
}

/** Writes files below a folder, in the order given. */
export function writeFiles(
  folder: string,
  files: readonly (readonly [string, string | Uint8Array])[],
): void {
  for (const [name, content] of files) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
