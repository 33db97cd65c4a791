import type { ScannedPage } from '../text/scanned-page.ts';
import { fieldText } from './line-text.ts';
import type { KnownWords } from './known-words.ts';
import type { SplitPage } from './splitter.ts';

/** A kicker stands this near above the headline, and is this short. */
const mostLinesAbove = 3;
const mostWords = 4;
/** A longer row is a menu. */
const mostSteps = 3;
/** Figures, list marks, what joins items of a menu, and items run together. */
const notInNames = /[\p{Nd}•·*|:：<>/\\–—+=#@!?؟]|^\s*-|\p{Ll}\p{Lu}/u;
const letter = /\p{L}/u;
/** What stands between the steps of a path, such as "Home > News > City". */
const pathSeparator = /[>›»→<‹«←/]/u;

/**
 * The section of its site that a page names: the last step of a path from the site's home to the
 * page, a known name of sections above the headline, or the short line next above it that is
 * nothing else. '' without one: menus hold many such names.
 */
export function sectionOf(
  page: ScannedPage,
  { labels, lines }: SplitPage,
  known: KnownWords,
): string {
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
    if (kind !== 'furniture') continue;
    const step = lastStep(fieldText(page, line), known);
    if (step !== '') return step;
    if (labels.role(line) !== 'section') continue;
    const marker = lines.marker[k];
    const isSection = marker?.means === 'section' && marker.where !== 'anywhere';
    if ((marker !== undefined && !isSection) || lines.words[k]! > mostWords) continue;
    const text = fieldText(page, line);
    if (notInNames.test(text) || !letter.test(text) || (isKnown && !isSection)) continue;
    section = text;
    isKnown = isSection;
    near = k;
  }
  return '';
}

/** The last step of a path that begins at a site's home; '' when a line is no such path. */
function lastStep(text: string, known: KnownWords): string {
  if (!pathSeparator.test(text)) return '';
  const [home, ...steps] = text.split(pathSeparator).map((step) => step.trim());
  const isName = (step: string): boolean =>
    letter.test(step) && !notInNames.test(step) && step.split(' ').length <= mostWords;
  // Many paths end in the headline itself.
  const names = isName(steps.at(-1)!) ? steps : steps.slice(0, -1);
  const isPath =
    names.length <= mostSteps && names.every(isName) && known.means(home!, 'navigation');
  return isPath ? (names.at(-1) ?? '') : '';
}
