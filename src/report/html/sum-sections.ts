import { blockKinds, reasons, type Reason } from '../../split/block.ts';
import { outcomes, type Outcome, type Report } from '../report.ts';
import { cellBar, stackedBar } from './bars.ts';
import { html, type Html, trusted } from './markup.ts';
import { bytesText, grouped, percentText } from '../numbers.ts';
import { countTable } from './tables.ts';

/** What each outcome is called on the page. */
const outcomeNames: Readonly<Record<Outcome, readonly [name: string, meaning: string]>> = {
  cleaned: ['cleaned', 'written to cleaned.jsonl'],
  removed: ['removed', 'near-duplicates of a page that stays'],
  rejected: ['rejected', 'no article found on them'],
  problems: ['problems', 'inputs that could not be used'],
};

/** The numbers that add up. */
export function totalsSection({ totals, duplicates, settings }: Report): Html {
  const { inputs } = totals;
  const terms = outcomes.map((name) => `${grouped(totals[name].documents)} ${name}`).join(' + ');
  const note =
    settings.annotate === true && duplicates.removed > 0
      ? html`<p>
          ${grouped(duplicates.removed)} near-duplicates are marked in the output, not removed.
        </p>`
      : null;
  return html`<section id="sums" aria-labelledby="sums-heading">
    <h2 id="sums-heading">What became of the inputs</h2>
    <ul class="cards">
      <li>
        <strong>${grouped(inputs.documents)}</strong>${inputs.documents === 1 ? 'input' : 'inputs'}
        <span class="quiet">${bytesText(inputs.bytes)} read</span>
      </li>
      ${outcomes.map((name) => html`<li><strong>${grouped(totals[name].documents)}</strong>${outcomeNames[name][0]} <span class="quiet">${outcomeNames[name][1]}</span></li>`)}
    </ul>
    <p class="sum">${grouped(inputs.documents)} inputs = ${terms}</p>
    ${note}
    <div class="scroll" tabindex="0" role="group" aria-label="Inputs and outcomes">
      <table>
        <caption>
          Inputs and outcomes; each column adds up
        </caption>
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col" class="number">Inputs</th>
            <th scope="col" class="number">Share</th>
            <th scope="col" class="number">Bytes</th>
            <th scope="col" class="number">Lines</th>
            <th scope="col" class="number">Blocks</th>
          </tr>
        </thead>
        <tbody>
          ${outcomes.map(
            (name) =>
              html`<tr>
                <th scope="row">${outcomeNames[name][0]}</th>
                <td class="number">${grouped(totals[name].documents)}</td>
                <td class="number">${percentText(totals[name].documents, inputs.documents)}</td>
                <td class="number">${grouped(totals[name].bytes)}</td>
                <td class="number">${grouped(totals[name].lines)}</td>
                <td class="number">${grouped(totals[name].blocks)}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">all inputs</th>
            <td class="number">${grouped(inputs.documents)}</td>
            <td class="number">100 %</td>
            <td class="number">${grouped(inputs.bytes)}</td>
            <td class="number">${grouped(inputs.lines)}</td>
            <td class="number">${grouped(inputs.blocks)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  </section>`;
}

/** What a kind of block is, for those who do not know the names. */
const kindMeanings: Readonly<Record<(typeof blockKinds)[number], string>> = {
  body: "the main article's text: kept",
  title: 'its headline: kept apart',
  related: 'headlines that lead elsewhere: cut, listed apart',
  tags: 'keywords and topics: cut, listed apart',
  furniture: 'menus, notices, dates, names: cut',
  embedded: 'a second article inside the page: cut, listed apart',
};

const swatch = trusted('<rect width="10" height="10"/>');

/** Where the bytes of the pages went, by kind of block, and why. */
export function bytesSection({ kinds, reasons: counts }: Report): Html {
  const whole = blockKinds.reduce((sum, kind) => sum + kinds[kind].bytes, 0);
  const most = Math.max(...blockKinds.map((kind) => kinds[kind].bytes));
  const parts = blockKinds.map((name) => ({
    name,
    value: kinds[name].bytes,
    text: bytesText(kinds[name].bytes),
  }));
  return html`<section id="bytes" aria-labelledby="bytes-heading">
    <h2 id="bytes-heading">Where the text went</h2>
    <figure>
      ${stackedBar('Bytes of all pages by kind of block; the table below has the numbers', parts)}
      <figcaption>All pages, in bytes, by kind of block</figcaption>
    </figure>
    <table class="explained">
      <caption>
        Text by kind of block
      </caption>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col" class="number">Bytes</th>
          <th scope="col" class="number">Share</th>
          <th scope="col" class="number">Lines</th>
          <th scope="col" class="wide"><span class="quiet">Bar</span></th>
        </tr>
      </thead>
      <tbody>
        ${blockKinds.map(
          (kind) =>
            html`<tr class="kind-${kind}">
              <th scope="row">
                <svg class="swatch" aria-hidden="true" viewBox="0 0 10 10">${swatch}</svg
                >${kind}<br /><span class="quiet">${kindMeanings[kind]}</span>
              </th>
              <td class="number">${bytesText(kinds[kind].bytes)}</td>
              <td class="number">${percentText(kinds[kind].bytes, whole)}</td>
              <td class="number">${grouped(kinds[kind].lines)}</td>
              <td class="wide">${cellBar(kinds[kind].bytes, most)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${countTable('Why blocks got their kind', 'Reason', counts, 'Blocks', (name) => reasons[name as Reason] ?? '')}
  </section>`;
}
