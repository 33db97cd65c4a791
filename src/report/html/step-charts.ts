import { grouped } from '../numbers.ts';
import { html, type Html } from './markup.ts';

/** Counts at 20 equal steps of similarity, from 0 to 1. */
export interface StepColumn {
  readonly name: string;
  readonly values: readonly number[];
}

/** What is shown of one run, or of several side by side. */
export interface StepFigures {
  /** Compared pairs by similarity. */
  readonly pairs: readonly StepColumn[];
  /** Pages that would go if the upper end of the step were the threshold. */
  readonly removed: readonly StepColumn[];
  /** Where a dashed line marks the threshold; `null` = none was asked for. */
  readonly threshold: number | null;
}

/** Columns of the table before the counts. */
const firstColumn = 2;

/**
 * Two charts and the table they are drawn from, by the script of the page (src/report/browser).
 * Pairs stand on a logarithmic scale: most are hardly alike, and the few that are must be seen too.
 */
export function stepCharts({ pairs, removed, threshold }: StepFigures): Html {
  return html`<div class="charts">
      ${figure({
        kind: pairs.length === 1 ? 'bars' : 'lines',
        isLogarithmic: true,
        columns: pairs.map((_, at) => firstColumn + at),
        yTitle: 'pairs, logarithmic',
        xTitle: 'similarity (Jaccard, runs of 5 words)',
        caption: 'Pairs of pages that were compared, by how alike they are',
        names: pairs,
      })}${figure({
        kind: 'lines',
        isLogarithmic: false,
        columns: removed.map((_, at) => firstColumn + pairs.length + at),
        yTitle: 'pages removed',
        xTitle: 'similarity threshold',
        caption: 'Pages that would go if similarity alone decided, by threshold',
        names: removed,
      })}
    </div>
    <details open>
      <summary>Both charts as a table</summary>
      ${table([...pairs, ...removed], threshold)}
    </details>`;
}

interface Figure {
  readonly kind: 'bars' | 'lines';
  readonly isLogarithmic: boolean;
  /** Numbers of the table's columns that it draws. */
  readonly columns: readonly number[];
  readonly yTitle: string;
  readonly xTitle: string;
  readonly caption: string;
  readonly names: readonly StepColumn[];
}

function figure(chart: Figure): Html {
  const { kind, isLogarithmic, columns, yTitle, xTitle, caption, names } = chart;
  const legend =
    names.length === 1
      ? null
      : html`<p class="legend">
          ${names.map(({ name }, number) => html`<span class="series-${number}">${name}</span> `)}
        </p>`;
  return html`<figure
    class="chart"
    hidden
    data-kind="${kind}"
    data-scale="${isLogarithmic ? 'logarithmic' : 'linear'}"
    data-columns="${columns.join(' ')}"
  >
    <figcaption>${caption}</figcaption>
    ${legend}
    <p class="axis-title">${yTitle}</p>
    <div class="plot" role="img" aria-label="${caption}; the table below has the numbers"></div>
    <p class="axis-title across">${xTitle}</p>
  </figure>`;
}

function table(columns: readonly StepColumn[], threshold: number | null): Html {
  const steps = Math.max(...columns.map(({ values }) => values.length));
  const rows = Array.from({ length: steps }, (_, at) => at);
  return html`<table id="steps" data-threshold="${threshold ?? ''}">
    <caption>
      Similarity in ${steps} steps
    </caption>
    <thead>
      <tr>
        <th scope="col">From</th>
        <th scope="col">To</th>
        ${columns.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (at) =>
          html`<tr>
            <td>${(at / steps).toFixed(2)}</td>
            <td>${((at + 1) / steps).toFixed(2)}</td>
            ${columns.map(
              ({ values }) =>
                html`<td class="number">
                  <data value="${values[at] ?? 0}">${grouped(values[at] ?? 0)}</data>
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
