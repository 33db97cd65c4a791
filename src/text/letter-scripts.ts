/**
 * Scripts whose letters share the lead bytes of their UTF-8 with those of other scripts:
 * [ISO 15924 code, value of the Unicode property Script]. Those of living languages; all are in
 * Unicode 13 and so known to every engine that runs this.
 */
const scripts: readonly (readonly [code: string, name: string])[] = [
  ['Syrc', 'Syriac'],
  ['Thaa', 'Thaana'],
  ['Nkoo', 'Nko'],
  ['Samr', 'Samaritan'],
  ['Mand', 'Mandaic'],
  ['Deva', 'Devanagari'],
  ['Beng', 'Bengali'],
  ['Guru', 'Gurmukhi'],
  ['Gujr', 'Gujarati'],
  ['Orya', 'Oriya'],
  ['Taml', 'Tamil'],
  ['Telu', 'Telugu'],
  ['Knda', 'Kannada'],
  ['Mlym', 'Malayalam'],
  ['Sinh', 'Sinhala'],
  ['Thai', 'Thai'],
  ['Laoo', 'Lao'],
  ['Tibt', 'Tibetan'],
  ['Mymr', 'Myanmar'],
  ['Geor', 'Georgian'],
  ['Kore', 'Hangul'],
  ['Ethi', 'Ethiopic'],
  ['Cher', 'Cherokee'],
  ['Cans', 'Canadian_Aboriginal'],
  ['Khmr', 'Khmer'],
  ['Mong', 'Mongolian'],
  ['Limb', 'Limbu'],
  ['Tale', 'Tai_Le'],
  ['Talu', 'New_Tai_Lue'],
  ['Bugi', 'Buginese'],
  ['Lana', 'Tai_Tham'],
  ['Bali', 'Balinese'],
  ['Sund', 'Sundanese'],
  ['Batk', 'Batak'],
  ['Lepc', 'Lepcha'],
  ['Olck', 'Ol_Chiki'],
  ['Tfng', 'Tifinagh'],
  ['Bopo', 'Bopomofo'],
  ['Yiii', 'Yi'],
  ['Lisu', 'Lisu'],
  ['Vaii', 'Vai'],
  ['Bamu', 'Bamum'],
  ['Sylo', 'Syloti_Nagri'],
  ['Saur', 'Saurashtra'],
  ['Kali', 'Kayah_Li'],
  ['Rjng', 'Rejang'],
  ['Java', 'Javanese'],
  ['Cham', 'Cham'],
  ['Tavt', 'Tai_Viet'],
  ['Mtei', 'Meetei_Mayek'],
  ['Adlm', 'Adlam'],
  ['Cakm', 'Chakma'],
  ['Hmng', 'Pahawh_Hmong'],
  ['Rohg', 'Hanifi_Rohingya'],
  ['Wara', 'Warang_Citi'],
];

const letter = /[\p{L}\p{M}]/u;

type Form = readonly [code: string, letters: RegExp];
// Made when first asked for: most runs never are.
let forms: readonly Form[] | null = null;

function madeForms(): readonly Form[] {
  return scripts.map(([code, name]) => [code, new RegExp(`\\p{Script=${name}}`, 'u')]);
}

/**
 * ISO 15924 code of that of the scripts above which most letters of a text are in; '' when it has
 * none of them.
 */
export function letterScriptOf(text: string): string {
  forms ??= madeForms();
  const counts = new Map<string, number>();
  const known = new Map<string, string>();
  for (const character of text) {
    let code = known.get(character);
    if (code === undefined) {
      code = letter.test(character)
        ? (forms.find(([, letters]) => letters.test(character))?.[0] ?? '')
        : '';
      known.set(character, code);
    }
    if (code !== '') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let best = '';
  for (const [code, count] of counts) if (count > (counts.get(best) ?? 0)) best = code;
  return best;
}
