import { blockKinds } from '../../split/block.ts';
import { compareRuns, type FigurePair, type RunComparison } from '../compare-runs.ts';
import { bytesText, counted, grouped, percentText, signed } from '../numbers.ts';
import type { Report } from '../report.ts';
import type { SamplePage } from '../samples.ts';
import { stackedBar } from './bars.ts';
import { html, type Html, nameOf, trusted } from './markup.ts';
import { outcomeOf, scrapedBlock } from './pages-section.ts';
import { fitting, mostPageBytes, type Sha256, sizeOf, wholePage } from './shell.ts';
import { stepCharts } from './step-charts.ts';

/** A run and what it is called on the page. */
export interface NamedRun {
  readonly name: string;
  readonly report: Report;
}

/** Rows of one table that are shown. */
const mostRows = 100;

/**
 * Two runs side by side as one page of HTML: what they were told, what came of it, and the sample
 * pages that fared otherwise, as each run took them apart.
 *
 * @returns at most `mostPageBytes` in UTF-8; sample pages that find no room are counted on the page.
 */
export function comparisonPage(before: NamedRun, after: NamedRun, sha256: Sha256): string {
  const comparison = compareRuns(before.report, after.report);
  const pairs = samplePairs(before.report, after.report, comparison);
  const isCompared = [before, after].every(
    ({ report }) => report.duplicates.similarity.length > 0 && report.settings.dedupe !== false,
  );
  const links = [
    { id: 'sums', name: 'Sums' },
    { id: 'settings', name: 'Settings' },
    { id: 'bytes', name: 'Text' },
    ...(isCompared ? [{ id: 'alike', name: 'Near-duplicates' }] : []),
    { id: 'changes', name: 'What changed' },
    { id: 'pages', name: 'Sample pages' },
  ];
  const assemble = (shown: readonly Html[]): Html =>
    wholePage(
      {
        heading: 'ghirbal: two runs',
        lead: html`What changed from ${nameOf(before.name)} to ${nameOf(after.name)}.`,
        links,
        content: [
          sumsSection(comparison),
          settingsSection(comparison),
          bytesSection(before.report, after.report),
          isCompared ? alikeSection(before.report, after.report) : null,
          changesSection(comparison),
          pagesSection(shown, pairs.length - shown.length),
        ],
        footer: `Made by ghirbal from report.json of both runs.`,
      },
      sha256,
    );
  const room = mostPageBytes - sizeOf(assemble([]));
  const shown = fitting(
    pairs.map((pair, at) => () => pagePair(pair, at === 0)),
    room,
  );
  return assemble(shown).markup;
}

interface SamplePair {
  readonly before: SamplePage;
  readonly after: SamplePage;
}

function samplePairs(before: Report, after: Report, { pages }: RunComparison): SamplePair[] {
  const byId = ({ samples }: Report): ReadonlyMap<string, SamplePage> =>
    new Map(samples.pages.map((page) => [page.id, page]));
  const [was, is] = [byId(before), byId(after)];
  return pages.flatMap(({ id }) => {
    const [one, other] = [was.get(id), is.get(id)];
    return one === undefined || other === undefined ? [] : [{ before: one, after: other }];
  });
}

function sumsSection({ totals, versions }: RunComparison): Html {
  const same = versions.before === versions.after;
  return html`<section id="sums" aria-labelledby="sums-heading">
    <h2 id="sums-heading">What became of the inputs</h2>
    <p>
      ${same ? html`Both by ghirbal ${versions.after}.` : html`By ghirbal ${versions.before}, then by ghirbal ${versions.after}.`}
    </p>
    ${figuresTable('Inputs, outcomes and what else was counted', 'What', totals)}
  </section>`;
}

function settingsSection({ settings }: RunComparison): Html {
  const table = html`<table>
    <caption>
      Inputs and settings that differ
    </caption>
    <thead>
      <tr>
        <th scope="col">Setting</th>
        <th scope="col">Before</th>
        <th scope="col">After</th>
      </tr>
    </thead>
    <tbody>
      ${settings.map(
        ({ name, before, after }) =>
          html`<tr>
            <th scope="row">${nameOf(name)}</th>
            <td>${before === '' ? 'not there' : nameOf(before)}</td>
            <td>${after === '' ? 'not there' : nameOf(after)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
  return html`<section id="settings" aria-labelledby="settings-heading">
    <h2 id="settings-heading">Settings</h2>
    ${settings.length === 0 ? html`<p>The same inputs by name, and the same settings.</p>` : table}
  </section>`;
}

const swatch = trusted('<rect width="10" height="10"/>');

function bytesSection(before: Report, after: Report): Html {
  const bar = (name: string, { kinds }: Report): Html => {
    const parts = blockKinds.map((kind) => ({
      name: kind,
      value: kinds[kind].bytes,
      text: bytesText(kinds[kind].bytes),
    }));
    return html`<figure>
      <figcaption>${name}</figcaption>
      ${stackedBar(`Bytes by kind of block ${name.toLowerCase()}; the table below has the numbers`, parts)}
    </figure>`;
  };
  const wholeOf = ({ kinds }: Report): number =>
    blockKinds.reduce((sum, kind) => sum + kinds[kind].bytes, 0);
  const [wholeBefore, wholeAfter] = [wholeOf(before), wholeOf(after)];
  return html`<section id="bytes" aria-labelledby="bytes-heading">
    <h2 id="bytes-heading">Where the text went</h2>
    ${bar('Before', before)}${bar('After', after)}
    <div class="scroll" tabindex="0" role="group" aria-label="Bytes by kind of block">
      <table>
        <caption>
          Bytes of all pages by kind of block
        </caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col" class="number">Before</th>
            <th scope="col" class="number">Share</th>
            <th scope="col" class="number">After</th>
            <th scope="col" class="number">Share</th>
          </tr>
        </thead>
        <tbody>
          ${blockKinds.map(
            (kind) =>
              html`<tr class="kind-${kind}">
                <th scope="row">
                  <svg class="swatch" aria-hidden="true" viewBox="0 0 10 10">${swatch}</svg>${kind}
                </th>
                <td class="number">${bytesText(before.kinds[kind].bytes)}</td>
                <td class="number">${percentText(before.kinds[kind].bytes, wholeBefore)}</td>
                <td class="number">${bytesText(after.kinds[kind].bytes)}</td>
                <td class="number">${percentText(after.kinds[kind].bytes, wholeAfter)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function alikeSection(before: Report, after: Report): Html {
  const columns = (name: string, valuesOf: (report: Report) => readonly number[]) => [
    { name: `${name}, before`, values: valuesOf(before) },
    { name: `${name}, after`, values: valuesOf(after) },
  ];
  const threshold = before.settings.threshold ?? null;
  return html`<section id="alike" aria-labelledby="alike-heading">
    <h2 id="alike-heading">Near-duplicates</h2>
    ${stepCharts({
      pairs: columns('Pairs', ({ duplicates }) => duplicates.similarity),
      removed: columns('Removed', ({ duplicates }) => duplicates.removedByThreshold),
      threshold: threshold === (after.settings.threshold ?? null) ? threshold : null,
    })}
  </section>`;
}

function changesSection({ changes }: RunComparison): Html {
  return html`<section id="changes" aria-labelledby="changes-heading">
    <h2 id="changes-heading">What changed</h2>
    ${changes.length === 0 ? html`<p>No other figure changed.</p>` : null}
    <div class="charts">${changes.map(({ of, figures }) => figuresTable(of, 'Name', figures))}</div>
  </section>`;
}

function figuresTable(caption: string, heading: string, figures: readonly FigurePair[]): Html {
  const more = figures.length - mostRows;
  return html`<table class="explained">
    <caption>
      ${caption}${more > 0 ? `: the first ${mostRows}, ${grouped(more)} more are in report.json` : null}
    </caption>
    <thead>
      <tr>
        <th scope="col">${heading}</th>
        <th scope="col" class="number">Before</th>
        <th scope="col" class="number">After</th>
        <th scope="col" class="number">Change</th>
      </tr>
    </thead>
    <tbody>
      ${figures.slice(0, mostRows).map(
        ({ name, before, after }) =>
          html`<tr>
            <th scope="row">${name === '' ? 'unknown' : nameOf(name)}</th>
            <td class="number">${grouped(before)}</td>
            <td class="number">${grouped(after)}</td>
            <td class="number">${signed(after - before)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function pagesSection(shown: readonly Html[], leftOut: number): Html {
  const none = html`<p>None: every page that is a sample of both runs fared the same.</p>`;
  return html`<section id="pages" aria-labelledby="pages-heading">
    <h2 id="pages-heading">Sample pages that fared otherwise</h2>
    ${shown.length + leftOut === 0 ? none : shown}${leftOut === 0 ? null : html`<p class="left-out">${counted(leftOut, 'more is', 'more are')} in both report.json; this page is kept small.</p>`}
  </section>`;
}

function pagePair({ before, after }: SamplePair, isOpen: boolean): Html {
  const open = isOpen ? html` open` : null;
  const side = (name: string, page: SamplePage): Html =>
    html`<section>
      <h3>${name}</h3>
      <p class="quiet">${outcomeOf(page)}; ${percentText(page.kept, 1)} main body</p>
      ${page.blocks.map((block) => scrapedBlock(block, page.lang))}${page.blocksLeftOut === 0 ? null : html`<p class="left-out">${counted(page.blocksLeftOut, 'more block', 'more blocks')} not shown</p>`}
    </section>`;
  return html`<details class="sample" ${open}>
    <summary>
      <strong>${nameOf(after.source)}</strong>
      <span class="quiet"
        >${percentText(before.kept, 1)} main body before, ${percentText(after.kept, 1)} after</span
      >
    </summary>
    <div class="sides">${side('Before', before)}${side('After', after)}</div>
  </details> `;
}
