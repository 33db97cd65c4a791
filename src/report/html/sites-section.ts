import { directed, directionOf } from './direction.ts';
import type { Report, SiteSummary } from '../report.ts';
import { blockKinds, type BlockKind } from '../../split/block.ts';
import type { RepeatedLine, RepeatedLines } from '../repeated-lines.ts';
import { stackedBar } from './bars.ts';
import { html, type Html, nameOf, shortened } from './markup.ts';
import { bytesText, grouped, percentText } from '../numbers.ts';

/** What came from each site and how much of it stays; a site where little does needs a look. */
export function sitesSection({ sites }: Report): Html {
  return html`<section id="sites" aria-labelledby="sites-heading">
    <h2 id="sites-heading">Sites</h2>
    <p>By host where addresses are known, else by folder; those with most pages first.</p>
    <div class="scroll" tabindex="0" role="group" aria-label="Sites">
      <table>
        <caption>
          Pages and text by site
        </caption>
        <thead>
          <tr>
            <th scope="col">Site</th>
            <th scope="col" class="number">Pages</th>
            <th scope="col" class="number">Removed</th>
            <th scope="col" class="number">Rejected</th>
            <th scope="col" class="number">Text</th>
            <th scope="col" class="number">Main body</th>
            <th scope="col" class="bar">By kind</th>
          </tr>
        </thead>
        <tbody>
          ${sites.map(siteRow)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function siteRow({ site, pages, removed, rejected, bytes, kept, kinds }: SiteSummary): Html {
  return html`<tr>
    <th scope="row">${siteName(site)}</th>
    <td class="number">${grouped(pages)}</td>
    <td class="number">${percentText(removed, pages)}</td>
    <td class="number">${percentText(rejected, pages)}</td>
    <td class="number">${bytesText(bytes)}</td>
    <td class="number">${percentText(kept, bytes)}</td>
    <td class="bar">${kindBar(kinds)}</td>
  </tr>`;
}

function siteName(site: string): Html {
  return site === '' ? html`<span class="quiet">no folder</span>` : nameOf(site);
}

/** What a site's pages are made of; nothing for a run that split nothing. */
function kindBar(kinds: Readonly<Record<BlockKind, number>>): Html | null {
  const parts = blockKinds.map((name) => ({
    name,
    value: kinds[name],
    text: bytesText(kinds[name]),
  }));
  if (parts.every(({ value }) => value === 0)) return null;
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const words = parts
    .filter(({ value }) => value > 0)
    .map(({ name, value }) => `${name} ${percentText(value, whole)}`);
  return stackedBar(words.join(', '), parts);
}

/** Characters of a repeated line that are shown. */
const longestLine = 200;

/** Lines that sites repeat: the quickest way to see a rule that cuts what it should not. */
export function repeatedSection({ repeatedLines }: Report): Html {
  return html`<section id="repeated" aria-labelledby="repeated-heading">
    <h2 id="repeated-heading">Repeated lines that were cut</h2>
    <p>Furniture that stands on many pages of a site and was told by that, or by more.</p>
    ${repeatedLines.map(repeatedTable)}
  </section>`;
}

function repeatedTable({ site, lines }: RepeatedLines, at: number): Html {
  const open = at === 0 ? html` open` : null;
  return html`<details class="repeated" ${open}>
    <summary>${siteName(site)}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Cut as</th>
          <th scope="col" class="number">Pages</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(repeatedRow)}
      </tbody>
    </table>
  </details> `;
}

function repeatedRow({ text, role, pages }: RepeatedLine): Html {
  // White space shows in scraped text, so none of our own may come in.
  const shown = directed(shortened(text, longestLine));
  return html`<tr>
    <td class="scraped" dir="${directionOf(text)}">${shown}</td>
    <td class="role">${role === '' ? 'other' : role}</td>
    <td class="number">${grouped(pages)}</td>
  </tr>`;
}
