import { directionMarks, directionOf, withMarks } from './direction.ts';
import { ruleMeanings } from '../rule-meanings.ts';
import type { SampleGroup, SampleRemoval, SampleSpan } from '../samples.ts';
import { html, type Html, nameOf } from './markup.ts';
import { grouped, percentText, counted } from '../numbers.ts';

/** One group: each removed page beside the kept one, the words only one of them has marked. */
export function sampleGroup(group: SampleGroup, isOpen: boolean): Html {
  const badge = group.why === 'large' ? 'among the largest' : 'least alike';
  const open = isOpen ? html` open` : null;
  const unseen = group.size - 1 - group.removals.length;
  return html`<details class="sample" ${open}>
    <summary>
      <strong>${nameOf(group.keeper)}</strong> <span class="badge">${badge}</span>
      <span class="quiet"
        >stays for ${grouped(group.size - 1)} ${group.size === 2 ? 'other' : 'others'}</span
      >
    </summary>
    ${group.removals.map((removal) => sampleRemoval(removal, group.keeper))}${unseen > 0 ? html`<p class="left-out">${grouped(unseen)} more in this group; see clusters.jsonl</p>` : null}
  </details> `;
}

function sampleRemoval(removal: SampleRemoval, keeper: string): Html {
  const { rule, jaccard, containment, wordsLost } = removal;
  return html`<h3>${nameOf(removal.id)}</h3>
    <p class="quiet">
      ${rule}: ${ruleMeanings[rule] ?? ''}; similarity ${jaccard.toFixed(2)},
      ${percentText(containment, 1)} of it in the kept page, ${counted(wordsLost, 'word')} lost
    </p>
    <div class="sides">
      <section>
        <h4>Removed: ${nameOf(removal.id)}</h4>
        ${markedText(removal.removed)}
      </section>
      <section>
        <h4>Kept: ${nameOf(keeper)}</h4>
        ${markedText(removal.kept)}
      </section>
    </div>`;
}

function markedText(spans: readonly SampleSpan[]): Html {
  const whole = spans.map(({ text }) => text).join('');
  const marks = directionMarks(whole);
  let start = 0;
  const shown = spans.map((span) => {
    const text = withMarks(span.text, start, marks);
    start += span.text.length;
    return markedSpan({ ...span, text });
  });
  return html`<p class="scraped" dir="${directionOf(whole)}">${shown}</p>`;
}

// White space shows in scraped text, so none of our own may come in here.
function markedSpan({ text, shared, leftOut }: SampleSpan): Html {
  const shown = shared ? html`${text}` : html`<mark>${text}</mark>`;
  if (leftOut === 0) return shown;
  const note = ` [… ${grouped(leftOut)} characters not shown] `;
  return html`${shown}<span class="left-out" dir="ltr">${note}</span>`;
}

/** The section around the groups. */
export function groupsSection(shown: readonly Html[], leftOutGroups: number): Html {
  const none = html`<p>No page was removed for another.</p>`;
  return html`<section id="groups" aria-labelledby="groups-heading">
    <h2 id="groups-heading">Merged pages</h2>
    <p>
      The largest groups, then pages removed although least alike. Words that only one side has are
      <mark>marked</mark>; long passages that both have are shortened.
    </p>
    ${shown.length === 0 ? none : shown}${leftOutGroups === 0 ? null : html`<p class="left-out">${grouped(leftOutGroups)} more are in report.json; this page is kept small.</p>`}
  </section>`;
}
