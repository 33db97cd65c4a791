import { expect, test } from 'vitest';
import { Scanner } from '../../src/text/scan.ts';
import type { ScannedPage } from '../../src/text/scanned-page.ts';
import { scriptOf } from '../../src/text/script.ts';

const scan = (text: string): ScannedPage => new Scanner().scan(new TextEncoder().encode(text));

const samples: readonly (readonly [script: string, text: string])[] = [
  ['Arab', 'غادرت العبارة الميناء متأخرة'],
  ['Latn', 'Phà rời cảng muộn vì sương mù dày đặc'],
  ['Cyrl', 'Паром вышел из порта с опозданием'],
  ['Geor', 'ბორანი ნავსადგურიდან გვიან გავიდა'],
  ['Ethi', 'ጀልባው ከወደቡ ዘግይቶ ወጣ'],
  ['Khmr', 'សាឡាងបានចាកចេញពីកំពង់ផែយឺត'],
  ['Laoo', 'ເຮືອຂ້າມຟາກອອກຈາກທ່າເຮືອຊ້າ'],
  ['Tibt', 'གྲུ་ཤན་གྲུ་ཁ་ནས་འཕྱི་པོར་ཐོན'],
  ['Cher', 'ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᎠᏂᏴᏫ'],
  ['Mong', 'ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ'],
  ['Syrc', 'ܐܠܦܐ ܢܦܩܬ ܡܢ ܠܡܐܢܐ'],
  ['Thaa', 'ދޯނި ބަނދަރުން ފުރީ ލަސްކޮށް'],
  ['Nkoo', 'ߞߎߟߎ߲ ߓߘߊ߫ ߓߐ߫'],
  ['Adlm', '𞤤𞤢𞤲𞤢 𞤧𞤵𞤲𞤣𞤢'],
  ['Yiii', 'ꆈꌠꁱꂷ ꉬꄜꐯ'],
  ['Kore', '여객선이 항구를 늦게 떠났다'],
  ['Hani', '渡轮很晚才离开港口'],
];

test.each(samples)('%s is told by its letters, without knowing the language', (script, text) => {
  expect(scriptOf(scan(text), '')).toBe(script);
});

test('menus in another script do not change it, being fewer letters', () => {
  expect(scriptOf(scan(`Home\n\n${'ბორანი ნავსადგურიდან გვიან გავიდა '.repeat(3)}`), '')).toBe(
    'Geor',
  );
});

test('a page of emoji, digits or nothing has none', () => {
  for (const text of ['🚢🚢🚢', '12:30 – 14:45', '']) expect(scriptOf(scan(text), '')).toBe('Zyyy');
  expect(scriptOf(scan('🚢🚢🚢🚢🚢🚢 now'), 'Latn')).toBe('Latn');
});

test('the language decides where it is known', () => {
  expect(scriptOf(scan('नौका देर से बंदरगाह से निकली'), 'Deva')).toBe('Deva');
});
