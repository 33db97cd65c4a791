const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const letter = /\p{L}/u;

/** Letters that a text's direction is told from: more say no more. */
const lettersRead = 400;

/**
 * The direction a text is read in: that of most of its letters; `auto` when it has none. The
 * first strong letter, which browsers go by, is often that of an agency's name before the text:
 * "(CNN) - وصل".
 */
export function directionOf(text: string): 'rtl' | 'ltr' | 'auto' {
  let letters = 0;
  let right = 0;
  for (const character of text) {
    if (!letter.test(character)) continue;
    letters++;
    if (rightToLeft.test(character)) right++;
    if (letters === lettersRead) break;
  }
  if (letters === 0) return 'auto';
  return right * 2 > letters ? 'rtl' : 'ltr';
}
