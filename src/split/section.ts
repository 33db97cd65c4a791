import type { ScannedPage } from '../text/scanned-page.ts';
import { fieldText } from './line-text.ts';
import type { SplitPage } from './splitter.ts';

/** A kicker stands this near above the headline, and is this short. */
const mostLinesAbove = 3;
const mostWords = 4;
/** Figures, list marks, what joins items of a menu, and items run together. */
const notInNames = /[\p{Nd}•·*|:：<>/\\–—+=#@!?؟]|^\s*-|\p{Ll}\p{Lu}/u;
const letter = /\p{L}/u;

/**
 * The section of its site that a page names: a known name of sections above the headline, or the
 * short line next above it that is nothing else. '' without one: menus hold many such names.
 */
export function sectionOf(page: ScannedPage, { labels, lines }: SplitPage): string {
  let section = '';
  let isKnown = false;
  let near = -1;
  for (let k = 0; k < lines.count; k++) {
    const line = lines.line[k]!;
    const kind = labels.kind(line);
    if (kind === 'body') break;
    if (kind === 'title') {
      if (section !== '' && (isKnown || k - near <= mostLinesAbove)) return section;
      break;
    }
    if (kind !== 'furniture' || labels.role(line) !== 'section') continue;
    const marker = lines.marker[k];
    const known = marker?.means === 'section' && marker.where !== 'anywhere';
    if ((marker !== undefined && !known) || lines.words[k]! > mostWords) continue;
    const text = fieldText(page, line);
    if (notInNames.test(text) || !letter.test(text) || (isKnown && !known)) continue;
    section = text;
    isKnown = known;
    near = k;
  }
  return '';
}
