import type { Report } from '../report.ts';
import { ruleMeanings } from '../rule-meanings.ts';
import { html, type Html, nameOf } from './markup.ts';
import { grouped, counted } from '../numbers.ts';
import { stepCharts } from './step-charts.ts';
import { countTable } from './tables.ts';

/** How alike pages were, what was decided on that, and how large the groups are. */
export function duplicatesSection({ duplicates, settings, totals }: Report): Html {
  const heading = html`<h2 id="alike-heading">Near-duplicates</h2>`;
  if (settings.dedupe === false) {
    return html`<section id="alike" aria-labelledby="alike-heading">
      ${heading}
      <p>Pages were not compared (<code>--no-dedupe</code>).</p>
    </section>`;
  }
  const threshold = settings.threshold ?? null;
  const rule =
    threshold === null && (settings.containment ?? null) === null
      ? 'Judged by evidence: what each page has of the other, where, and whether facts differ. No fixed threshold.'
      : `Judged by bounds: similarity ${threshold ?? 'not asked for'}, containment ${settings.containment ?? 'not asked for'}.`;
  return html`<section id="alike" aria-labelledby="alike-heading">
    ${heading}
    <p>
      ${counted(duplicates.removed, 'page')} in ${counted(duplicates.clusters, 'group')}
      ${duplicates.removed === 1 ? 'has' : 'have'} a near-duplicate that stays. ${rule}
    </p>
    ${alarm(duplicates, totals.cleaned.documents + totals.removed.documents)}
    ${stepCharts({
      pairs: [{ name: 'Pairs', values: duplicates.similarity }],
      removed: [{ name: 'Removed at threshold “To”', values: duplicates.removedByThreshold }],
      threshold,
    })}
    <div class="charts">
      ${countTable('Removed pages by rule', 'Rule', duplicates.rules, 'Pages', (name) => ruleMeanings[name as keyof typeof ruleMeanings] ?? '')}${countTable('Groups by their number of pages', 'Pages', duplicates.sizes, 'Groups')}
    </div>
  </section>`;
}

function alarm(
  { alarm: isAlarming, largest: [largest] }: Report['duplicates'],
  articles: number,
): Html | null {
  if (!isAlarming || largest === undefined) return null;
  return html`<p class="alarm">
    <strong>Look at this:</strong> one group holds ${grouped(largest.size)} of ${grouped(articles)}
    articles. Kept: ${nameOf(largest.keeper)}
  </p>`;
}
