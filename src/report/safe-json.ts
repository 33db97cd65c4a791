/** What could end a line, move a cursor or turn the text around it: C1 controls, DEL, separators, bidi. */
const unsafe = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * JSON text of a plain value, safe to show on a terminal: what `JSON.stringify` leaves of controls
 * and of marks that turn text around is written `\uXXXX`, which reads back the same.
 *
 * @param indent - spaces for each level; 0 = all on one line.
 */
export function safeJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
