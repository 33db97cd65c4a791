import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PagePreparer } from '../../src/prepare-page.ts';
import { guessEncoding } from '../../src/run/guess-encoding.ts';
import { defaultSettings } from '../../src/settings.ts';
import { decode, DecodeError } from '../../src/text/decode.ts';
import { Random } from '../speed/random.ts';

/** Mutated pages; GHIRBAL_TEST_MUTATIONS=1000000 for a long evening, GHIRBAL_TEST_SEED for others. */
const mutations = Number(
  process.env['GHIRBAL_TEST_MUTATIONS'] ?? (process.env['CI'] ? 10_000 : 2000),
);
const seed = Number(process.env['GHIRBAL_TEST_SEED'] ?? 1);

/** A page may take this long; on a busy machine the quickest of a few tries counts. */
const mostMilliseconds = 50;
const tries = 4;
/** Pages are cut to about this many bytes: mutations, not length, are what is tried. */
const mostBytes = 4096;

const folders = ['../../seeds/', '../pages/'].map((name) => new URL(name, import.meta.url));
const good: readonly Buffer[] = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(fileURLToPath(new URL(name, folder))).subarray(0, mostBytes)),
);

/** Pieces that readers stumble over. */
const pieces: readonly Buffer[] = [
  '\n',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\0',
  '\u001b[31m',
  '\ufeff',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u0301'.repeat(50),
  'ـ'.repeat(50),
  '\ufdfa',
  '\u{1f469}\u200d\u{1f469}',
  '&amp;',
  '&#x202e;',
  '&#55357;',
  '__proto__',
  ' '.repeat(100),
  '\t',
  '|'.repeat(40),
  '•',
  '- ',
  '1. ',
  'Tags: a, b',
  'Read also\n',
  'اقرأ أيضا\n',
  'الكلمات المفتاحية: ',
  'Source: AP\n',
  'By Jane Doe | 7 May 2020\n',
  'Ã©Ã¨Ã¼',
  'وسوم',
  '漢字',
  'ไทย',
  '한글',
  '\n\n\n\n',
  'x\n'.repeat(30),
  '"',
  '«»',
  '***',
  '\ufffd',
].map((piece) => Buffer.from(piece));
const loneBytes = [0x00, 0x80, 0xbf, 0xc0, 0xed, 0xf5, 0xff, 0x1b, 0x0a];

/** A good page with a few bytes changed, lost, moved, repeated or put in. */
function mutated(random: Random): Buffer {
  let page = Buffer.from(good[random.below(good.length)]!);
  for (let left = 1 + random.below(8); left > 0; left--) {
    const at = random.below(page.length + 1);
    const end = Math.min(page.length, at + random.below(200));
    const [before, part, after] = [
      page.subarray(0, at),
      page.subarray(at, end),
      page.subarray(end),
    ];
    switch (random.below(7)) {
      case 0:
        page = Buffer.concat([before, after]);
        break;
      case 1:
        page = Buffer.concat([before, part, part, part, after]);
        break;
      case 2:
        page = Buffer.concat([after, part, before]);
        break;
      case 3:
        page = Buffer.concat([
          before,
          Buffer.from([loneBytes[random.below(loneBytes.length)]!]),
          part,
          after,
        ]);
        break;
      case 4: {
        const other = good[random.below(good.length)]!;
        page = Buffer.concat([before, other.subarray(0, random.below(other.length)), after]);
        break;
      }
      case 5:
        page = page.subarray(0, at);
        break;
      default:
        page = Buffer.concat([before, pieces[random.below(pieces.length)]!, part, after]);
    }
  }
  return page.subarray(0, 4 * mostBytes);
}

test(
  `${mutations} mutated pages: no crash, blocks a partition, each in time`,
  { timeout: 60_000 + mutations * 20 },
  () => {
    const random = new Random(seed, 0);
    const preparer = new PagePreparer(defaultSettings);
    let articles = 0;
    for (let round = 0; round < mutations; round++) {
      const page = mutated(random);
      let decoded;
      try {
        decoded = decode(page, { guess: guessEncoding });
      } catch (error) {
        if (!(error instanceof DecodeError)) throw error;
        continue;
      }
      const input = { id: 'page', source: 'page', path: 'page', ...decoded };
      let fastest = Infinity;
      for (let turn = 0; turn < tries && fastest > mostMilliseconds; turn++) {
        const start = process.cpuUsage();
        const { blocks, lineCount, status } = preparer.prepare(input);
        const { user, system } = process.cpuUsage(start);
        // Of this process, for others may keep the machine busy.
        fastest = Math.min(fastest, (user + system) / 1000);
        if (turn > 0) continue;
        if (status === 'article') articles++;
        let next = 1;
        for (const { startLine, endLine } of blocks) {
          if (startLine !== next || endLine < startLine) expect.fail(describe(round, page));
          next = endLine + 1;
        }
        if (next !== lineCount + 1) expect.fail(describe(round, page));
      }
      if (fastest > mostMilliseconds) expect.fail(`${fastest} ms: ${describe(round, page)}`);
    }
    // Most mutations leave an article: were the pages all broken, nothing would have been tried.
    expect(articles).toBeGreaterThan(mutations / 2);
  },
);

function describe(round: number, page: Buffer): string {
  return `seed ${seed}, round ${round}: ${page.toString('base64')}`;
}
