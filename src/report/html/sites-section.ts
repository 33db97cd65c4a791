import type { Report, SiteSummary } from '../report.ts';
import { cellBar } from './charts.ts';
import { html, type Html, nameOf } from './markup.ts';
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
            <th scope="col" class="bar"><span class="quiet">Bar</span></th>
          </tr>
        </thead>
        <tbody>
          ${sites.map(siteRow)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function siteRow({ site, pages, removed, rejected, bytes, kept }: SiteSummary): Html {
  const name = site === '' ? html`<span class="quiet">no folder</span>` : nameOf(site);
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="number">${grouped(pages)}</td>
    <td class="number">${percentText(removed, pages)}</td>
    <td class="number">${percentText(rejected, pages)}</td>
    <td class="number">${bytesText(bytes)}</td>
    <td class="number">${percentText(kept, bytes)}</td>
    <td class="bar">${cellBar(kept, bytes)}</td>
  </tr>`;
}
