import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runTool } from '../helpers/run-tool.ts';

const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url));

/** What another site might put around a story. */
const before = [
  'الرئيسية',
  'أخبار',
  'رياضة',
  'من نحن',
  '',
  'تفاصيل جديدة عن المفاوضات الجارية',
  'كتب: هيئة التحرير',
  '',
];
const after = [
  '',
  'شارك هذا الخبر',
  '',
  'الأكثر قراءة',
  '- أسعار الذهب اليوم في الأسواق المحلية',
  '- موعد مباراة القمة والقنوات الناقلة',
  '- حالة الطقس غداً',
  '',
  'جميع الحقوق محفوظة © 2024',
];

/** Spelling of another desk: no hamza seats, haa for taa marbuta, some vowel points. */
function respelled(text: string): string {
  return text
    .replaceAll(/[أإآ]/gu, 'ا')
    .replaceAll(/ة(?=\s|$|[،.])/gu, 'ه')
    .replaceAll(/ى(?=\s)/gu, 'ي')
    .replaceAll('من ', 'مِن ')
    .replaceAll('عن ', 'عَنْ ');
}

test.each([
  '000_f623b5f0eb2a4c74',
  '001_6978e8ca38db2259',
  '002_5d2495303a5d3d26',
  '003_e32d0e883a6e0a7c',
  '004_95bf3637f3ac0fd5',
])(
  'the story of seed %s is found again in another wrapper, respelled and with its tail cut',
  (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'ghirbal-reissue-'));
    try {
      cpSync(seeds, join(folder, 'pages'), { recursive: true });
      runTool(['pages', '-o', 'alone', '-q'], { cwd: folder });
      const body = readFileSync(join(folder, 'alone/cleaned.jsonl'), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { id: string; text: string })
        .find(({ id }) => id === `${name}.txt`)!
        .text.split(/\n+/u);
      const kept = body.slice(0, Math.ceil(body.length * 0.7)).map(respelled);
      writeFileSync(
        join(folder, 'pages/reissue.txt'),
        [...before, kept.join('\n\n'), ...after].join('\n'),
      );
      const { code } = runTool(['pages', '-o', 'out', '-q'], { cwd: folder });
      const rows = readFileSync(join(folder, 'out/removed.jsonl'), 'utf8')
        .split('\n')
        .filter(Boolean);
      expect(code).toBe(0);
      expect(
        rows.map((row) => JSON.parse(row) as { id: string; duplicate_of: string }),
      ).toMatchObject([{ id: 'reissue.txt', duplicate_of: `${name}.txt` }]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
