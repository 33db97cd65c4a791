import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  openSync,
  closeSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pageAbout } from './folder.ts';

/** What a run must make of an entry. */
export type Fate =
  /** An article comes of it. */
  | 'kept'
  /** It is in `rejected.jsonl`. */
  | 'rejected'
  /** A row of `problems.jsonl` names it. */
  | 'reported'
  /** Any of the three; silence is not. */
  | 'accounted'
  /** Nothing of it comes out, and it is not opened. */
  | 'passed';

export interface HostileEntry {
  /** Name below the tree, as the bytes of the file system. */
  readonly name: Buffer;
  readonly fate: Fate;
}

const escape = '\u001b';
const marks = (count: number): string => '\u0301'.repeat(count);

/** Names that have fooled programs; each holds a good page. */
const strangeNames: readonly (string | readonly number[])[] = [
  'with space.txt',
  ' leading.txt',
  '-n.txt',
  '--force.txt',
  '__proto__.txt',
  'constructor.txt',
  'toString.txt',
  'con.txt',
  'nul.txt',
  'a\nb.txt',
  'a\rb.txt',
  'a\tb.txt',
  `${escape}[2J${escape}]0;owned\u0007.txt`,
  'quote".txt',
  "apostrophe'.txt",
  'back\\slash.txt',
  'back\\xff.txt',
  'back\\x5cxff.txt',
  '<img src=x onerror=alert(1)>.txt',
  '=cmd|calc.txt',
  '$(touch owned).txt',
  '`id`.txt',
  '*.txt',
  '[ab].txt',
  '{a,b}.txt',
  '!not.txt',
  '%2e%2e.txt',
  '\u202egpj.txt',
  '\u2066isolated\u2069.txt',
  '\u200bzero.txt',
  '\ufeffmark.txt',
  '\u0085next.txt',
  '\u009b31m.txt',
  '\u2028line.txt',
  'é-composed.txt',
  'e\u0301-composed.txt',
  'UPPER.txt',
  'upper.txt',
  'خبر.txt',
  '新闻.txt',
  '😀.txt',
  '.hidden.txt',
  `${'n'.repeat(251)}.txt`,
  [0xff, 0xfe, 0x2e, 0x74, 0x78, 0x74],
  [0x62, 0x61, 0x63, 0x6b, 0x5c, 0xff, 0x2e, 0x74, 0x78, 0x74],
  [0x62, 0x61, 0x63, 0x6b, 0xff, 0x2e, 0x74, 0x78, 0x74],
  [0xed, 0xa0, 0x80, 0x2e, 0x74, 0x78, 0x74],
  [0xc0, 0xaf, 0x2e, 0x74, 0x78, 0x74],
];

/** Good pages in shapes that break readers. */
function goodPages(): Readonly<Record<string, string | Uint8Array>> {
  const text = pageAbout('Good');
  const named = (topic: string): string => pageAbout(topic);
  return {
    'bom.txt': `\ufeff${named('Bomham')}`,
    'crlf.txt': named('Crlfton').replaceAll('\n', '\r\n'),
    'cr.txt': named('Crville').replaceAll('\n', '\r'),
    'no-final-newline.txt': named('Endham').trimEnd(),
    'utf16le.txt': Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(named('Sixteen'), 'utf16le'),
    ]),
    'utf16be.txt': Buffer.concat([
      Buffer.from([0xfe, 0xff]),
      Buffer.from(named('Swapton'), 'utf16le').swap16(),
    ]),
    'utf16le-plain.txt': Buffer.from(named('Plainsix'), 'utf16le'),
    'page.txt.gz': gzipSync(named('Gzipton')),
    'two-members.txt.gz': Buffer.concat([gzipSync(named('Twomem')), gzipSync('\nA last line.\n')]),
    'escapes.txt': `${named('Escapeton')}\n${escape}[2J${escape}]8;;http://x\u0007 \u009b31m a line of text`,
    'bidi.txt': `${named('Bidiham')}\n\u202e\u2066 a line that is turned around \u202c`,
    'markup.txt': `${named('Markupton')}\n<script>alert(1)</script><img src=x onerror=alert(1)>`,
    'proto.txt': `${named('Protoham')}\n__proto__ constructor toString hasOwnProperty valueOf __proto__`,
    'long-line.txt': `${named('Longline')}\n${'w'.repeat(2_000_000)}`,
    'many-words.txt': `${named('Manywords')}\n${'word '.repeat(200_000)}`,
    'zalgo.txt': `${named('Zalgoton')}\n${`a${marks(5000)}`.repeat(20)}`,
    'tatweel.txt': `${named('Tatweelham')}\nم${'ـ'.repeat(300_000)}ن`,
    'ligatures.txt': `${named('Ligatureton')}\n${'\ufdfa'.repeat(100_000)}`,
    'formula.txt': `${named('Formulaham')}\n=HYPERLINK("http://x")\n+1\n@SUM(1)\n-2`,
    'surrogates.jsonl': `{"id":"lone","text":${JSON.stringify(text).replace('Good', 'Lone\\ud83d')}}\n`,
  };
}

/** Files without an article. */
const articleless: Readonly<Record<string, string>> = {
  'empty.txt': '',
  'blank.txt': ' \n\t\n \n',
  'only-bom.txt': '\ufeff',
  'newlines.txt': '\n'.repeat(100_000),
  'spaces.txt': ' '.repeat(500_000),
  'only-marks.txt': marks(100),
  'zero-width.txt': '\u200b'.repeat(1000),
};

/** Files that are no text, or are broken. */
function unusable(): Readonly<Record<string, Uint8Array>> {
  const whole = gzipSync(pageAbout('Brokenham'));
  const wrong = Buffer.from(whole);
  wrong[wrong.length - 6]! ^= 0xff;
  const random = Uint8Array.from({ length: 5000 }, (_, at) => (at * 167 + (at >> 3) * 31) & 255);
  return {
    'zeros.txt': new Uint8Array(10_000),
    'random.txt': random,
    'png.txt': Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), random]),
    'elf.txt': Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0', 'latin1'), random]),
    'cut.txt.gz': whole.subarray(0, whole.length >> 1),
    'no-trailer.txt.gz': whole.subarray(0, whole.length - 8),
    'bad-sum.txt.gz': wrong,
    'not-gzip-after-all.txt.gz': Buffer.from([0x1f, 0x8b, 9, 9, 9, 9]),
    'cut.txt.zst': Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x24, 0xff]),
    'bomb.txt.gz': gzipSync(new Uint8Array(80 * 2 ** 20)),
  };
}

/** Lines of records around a bad one; good ones must come out. */
const badRecords: readonly string[] = [
  '{"id":"x","text":',
  'null',
  '3',
  '"text"',
  '[]',
  '{}',
  '{"text":null}',
  '{"text":5}',
  '{"text":["a"]}',
  '{"id":"x","text":"a"} trailing',
  '\u0000',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
];

/**
 * Makes a tree that attacks every part of a run.
 *
 * @returns what must come of each entry, in no order.
 */
export function makeHostileTree(folder: string): readonly HostileEntry[] {
  const entries: HostileEntry[] = [];
  const base = Buffer.from(`${folder}/`);
  const add = (name: string | readonly number[], fate: Fate): Buffer => {
    const bytes = Buffer.from(name as string);
    entries.push({ name: bytes, fate });
    return Buffer.concat([base, bytes]);
  };
  mkdirSync(folder, { recursive: true });
  strangeNames.forEach((name, at) => {
    writeFileSync(add(name, 'kept'), pageAbout(`Strangename ${at}`));
  });
  for (const [name, content] of Object.entries(goodPages()))
    writeFileSync(add(name, 'kept'), content);
  for (const [name, content] of Object.entries(articleless)) {
    writeFileSync(add(name, 'rejected'), content);
  }
  for (const [name, content] of Object.entries(unusable())) {
    writeFileSync(add(name, 'reported'), content);
  }
  writeFileSync(add('million-lines.txt', 'accounted'), 'x\n'.repeat(1_000_000));
  writeFileSync(add('many-tags.txt', 'accounted'), 'tag, '.repeat(200_000));
  badRecords.forEach((bad, at) => {
    const good = [0, 1].map((side) =>
      JSON.stringify({ id: `good-${at}-${side}`, text: pageAbout(`Record ${at} ${side}`) }),
    );
    // Named by their file: two articles and one problem.
    writeFileSync(add(`records-${at}.jsonl`, 'reported'), `${good[0]}\n${bad}\n${good[1]}\n`);
  });
  const pollution = ['__proto__', 'constructor', 'prototype'].map(
    (name) =>
      `{"id":"${name}","text":${JSON.stringify(pageAbout(`Key ${name}`))},"${name}":{"polluted":1}}\n`,
  );
  writeFileSync(add('pollution.jsonl', 'kept'), pollution.join(''));
  const deep = join(folder, ...Array.from({ length: 100 }, () => 'd'));
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, 'deep.txt'), pageAbout('Deepham'));
  entries.push({ name: Buffer.from(`${'d/'.repeat(100)}deep.txt`), fate: 'kept' });
  addLinks(folder, add);
  addSpecial(folder, add);
  const sparse = add('sparse.txt', 'reported');
  closeSync(openSync(sparse, 'w'));
  truncateSync(sparse, 600 * 2 ** 20);
  return entries;
}

type Add = (name: string, fate: Fate) => Buffer;

function addLinks(folder: string, add: Add): void {
  symlinkSync('.', add('loop', 'passed'));
  symlinkSync('self.txt', add('self.txt', 'passed'));
  symlinkSync('nowhere.txt', add('dangling.txt', 'passed'));
  symlinkSync('/etc/passwd', add('outside.txt', 'passed'));
  symlinkSync('/dev/zero', add('zero.txt', 'passed'));
  symlinkSync('/proc/self/environ', add('environment.txt', 'passed'));
  symlinkSync('/', add('root', 'passed'));
  linkSync(join(folder, 'crlf.txt'), add('hard-link.txt', 'accounted'));
}

function addSpecial(folder: string, add: Add): void {
  if (process.platform === 'win32') return;
  for (let at = 0; at < 6; at++) {
    add(`pipe-${at}.txt`, 'reported');
    execFileSync('mkfifo', [join(folder, `pipe-${at}.txt`)]);
  }
}
