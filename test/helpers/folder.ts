import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with the given files, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ghirbal-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A page that no splitter can mistake: a headline and three paragraphs of prose about a topic. */
export function pageAbout(topic: string): string {
  const sentence = (what: string): string =>
    `The council of ${topic} said on Monday that ${what}, after a long debate in the town hall.`;
  return [
    `Council of ${topic} agrees on the new plan for the harbour`,
    '',
    `${sentence('the harbour would be dredged before winter')} ${sentence('fishing boats may stay')}`,
    '',
    `${sentence('the money comes from a fund for old ports')} ${sentence('no tax will rise')}`,
    '',
    `${sentence('work begins in the second week of spring')} ${sentence('a report follows')}`,
    '',
  ].join('\n');
}
