import { cellBar } from './bars.ts';
import { html, type Html, nameOf } from './markup.ts';
import { grouped, percentText } from '../numbers.ts';

/** Rows that a table of counts shows; the others are summed up in one. */
const mostRows = 40;

/** Counts by name as a table with a bar in each row; nothing at all for no counts. */
export function countTable(
  caption: string,
  heading: string,
  counts: Readonly<Record<string, number>>,
  unit: string,
  meaningOf: (name: string) => string = () => '',
): Html | null {
  const all = Object.entries(counts);
  if (all.length === 0) return null;
  const sum = all.reduce((total, [, count]) => total + count, 0);
  const most = Math.max(...all.slice(0, mostRows).map(([, count]) => count));
  const rest = all.slice(mostRows).reduce((total, [, count]) => total + count, 0);
  // On a narrow screen explanations need the room that bars would take.
  const style = all.some(([name]) => meaningOf(name) !== '') ? 'explained' : 'counts';
  return html`<table class="${style}">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${heading}</th>
        <th scope="col" class="number">${unit}</th>
        <th scope="col" class="number">Share</th>
        <th scope="col" class="wide"><span class="quiet">Bar</span></th>
      </tr>
    </thead>
    <tbody>
      ${all.slice(0, mostRows).map(([name, count]) => {
        const meaning = meaningOf(name);
        return html`<tr>
          <th scope="row">
            ${name === '' ? 'unknown' : nameOf(name)}${meaning === '' ? null : html`<br /><span class="quiet">${meaning}</span>`}
          </th>
          <td class="number">${grouped(count)}</td>
          <td class="number">${percentText(count, sum)}</td>
          <td class="wide">${cellBar(count, most)}</td>
        </tr>`;
      })}${
        rest === 0
          ? null
          : html`<tr>
              <th scope="row">${grouped(all.length - mostRows)} others</th>
              <td class="number">${grouped(rest)}</td>
              <td class="number">${percentText(rest, sum)}</td>
              <td></td>
            </tr>`
      }
    </tbody>
  </table>`;
}
