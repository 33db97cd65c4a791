import type { Report } from '../report.ts';
import { ruleMeanings } from '../rule-meanings.ts';
import { curve, histogram } from './charts.ts';
import { html, type Html, nameOf } from './markup.ts';
import { grouped, counted } from '../numbers.ts';
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
    <div class="charts">
      ${similarityFigure(duplicates.similarity, threshold)}${removalFigure(duplicates.removedByThreshold, threshold)}
    </div>
    <details>
      <summary>Both charts as a table</summary>
      ${stepTable(duplicates.similarity, duplicates.removedByThreshold)}
    </details>
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

function similarityFigure(values: readonly number[], threshold: number | null): Html {
  return html`<figure>
    ${histogram({
      label: 'Compared pairs by similarity; the table below has the numbers',
      xTitle: 'similarity (Jaccard, runs of 5 words)',
      yTitle: 'pairs, logarithmic',
      values,
      threshold,
    })}
    <figcaption>Pairs of pages that were compared, by how alike they are</figcaption>
  </figure>`;
}

function removalFigure(values: readonly number[], threshold: number | null): Html {
  return html`<figure>
    ${curve({
      label: 'Pages that would go at each threshold; the table below has the numbers',
      xTitle: 'similarity threshold',
      yTitle: 'pages removed',
      values,
      threshold,
    })}
    <figcaption>Pages that would go if similarity alone decided, by threshold</figcaption>
  </figure>`;
}

function stepTable(similarity: readonly number[], removed: readonly number[]): Html {
  const steps = similarity.length;
  return html`<table>
    <caption>
      Similarity in ${steps} steps
    </caption>
    <thead>
      <tr>
        <th scope="col">From</th>
        <th scope="col">To</th>
        <th scope="col" class="number">Pairs</th>
        <th scope="col" class="number">Removed at threshold “To”</th>
      </tr>
    </thead>
    <tbody>
      ${similarity.map(
        (pairs, at) =>
          html`<tr>
            <td>${(at / steps).toFixed(2)}</td>
            <td>${((at + 1) / steps).toFixed(2)}</td>
            <td class="number">${grouped(pairs)}</td>
            <td class="number">${grouped(removed[at] ?? 0)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
