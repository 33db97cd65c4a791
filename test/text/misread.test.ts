import { expect, test } from 'vitest';
import { isThai, looksMisread } from '../../src/text/misread.ts';
import { decode } from '../../src/text/decode.ts';
import { guessEncoding } from '../../src/run/guess-encoding.ts';

test('text read rightly does not look misread, in any script and with any typography', () => {
  for (const text of [
    'Le maire a déclaré hier que l’école « ouvrirait » après l´été — enfin… peut-être.',
    'قال«الرئيس»،وأضاف؛إن الأمر؟نعم',
    'Der Bürgermeister „sprach“ über Ärger® und Straße·Brücke.',
    '市長は昨日、小学校の改修工事を「夏休み」の後に始めると発表した。'.repeat(20),
    'Мэр города вчера объявил, что ремонт «школы» начнётся.',
    'l·l, co\u00adoperate, می\u200cشود, צה״ל',
    'ГлавнаяНовостиСпортКультура',
    'plain',
    '',
  ]) {
    expect([text, looksMisread(text.repeat(3))]).toEqual([text, false]);
  }
});

test('signs inside words and capitals after small letters tell a wrong guess', () => {
  // Russian of DOS, read as of Windows in the West.
  expect(
    looksMisread(
      'Œíà £®à®¤\u00a0 ¢ç¥à\u00a0 ®¡êï¢¨«, çâ® à¥¬®\u00adâ \u00ad\u00a0ç\u00a0«ì\u00ad®© èª®«ë \u00ad\u00a0ç\u00adñâáï ¯®á«¥ «¥â\u00ad¨å ª\u00a0\u00ad¨ªã«, áà¥¤áâ¢\u00a0 ã¦¥ ¢ë¤¥«¥\u00adë.',
    ),
  ).toBe(true);
  expect(looksMisread('Le maire a dŽclarŽ que la rŽnovation de l’Žcole serait terminŽe')).toBe(
    true,
  );
  expect(looksMisread('er erkl„rte, B\u0081rger m\u0081ssten f\u0081r alle bezahlen')).toBe(true);
  // One slip of the pen is none.
  expect(looksMisread('une Žcole, un ŽtŽ, dŽjˆ')).toBe(false);
});

// "The mayor announced yesterday that the school will be repaired", in windows-874.
const thai = Buffer.from(
  'b9d2c2a1e0b7c8c1b9b5c3d5bbc3d0a1d2c8e0c1d7e8cdc7d2b9b9d5e9c7e8d2a1d2c3abe8cdc1e1abc1e2c3a7e0c3d5c2b9a8d0e0c3d4e8c1a2d6e9b9',
  'hex',
);

test('Thai is told by its marks, which stand on consonants', () => {
  expect(isThai(thai)).toBe(true);
  const { encoding, bytes } = decode(thai, { guess: guessEncoding });
  expect(encoding).toBe('windows-874');
  expect(Buffer.from(bytes).toString()).toContain('ประกาศเมื่อวานนี้');
  // A mark on nothing, a byte that is no Thai, too little of it.
  expect(isThai(Buffer.concat([Buffer.from([0x20, 0xd4]), thai]))).toBe(false);
  expect(isThai(Buffer.concat([thai, Buffer.from([0xdc])]))).toBe(false);
  expect(isThai(thai.subarray(0, 12))).toBe(false);
  expect(isThai(Buffer.from([0xd4]))).toBe(false);
});
