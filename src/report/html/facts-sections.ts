import { problemCodes } from '../../errors.ts';
import { defaultSettings, type Settings } from '../../settings.ts';
import { repeatCommand } from '../repeat-command.ts';
import type { Report } from '../report.ts';
import { html, type Html, nameOf, shortened } from './markup.ts';
import { grouped } from '../numbers.ts';
import { countTable } from './tables.ts';

/** Languages, scripts, encodings, and what was repaired. */
export function textsSection(report: Report): Html {
  const facts: readonly (readonly [string, number])[] = [
    ['characters that could not be read (written as U+FFFD)', report.replacedCharacters],
    ['articles found inside other pages', report.embeddedArticles],
    [`bodies too short for anything but exact copies`, report.shortBodies],
    ['records whose id was taken already, told apart by an ending', report.repeatedIds],
    ['files in folders that were not asked for', report.passed.files],
    ['links that were not followed', report.passed.links],
  ];
  return html`<section id="texts" aria-labelledby="texts-heading">
    <h2 id="texts-heading">Languages and encodings</h2>
    <div class="charts">
      ${countTable('Articles by language', 'Language', report.languages, 'Articles')}${countTable('Articles by script', 'Script', report.scripts, 'Articles')}${countTable('Pages by encoding', 'Encoding', report.encodings, 'Pages')}
    </div>
    <table>
      <caption>
        What else was met
      </caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" class="number">Count</th>
        </tr>
      </thead>
      <tbody>
        ${facts.map(
          ([what, count]) =>
            html`<tr>
              <th scope="row">${what}</th>
              <td class="number">${grouped(count)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

const rejectionMeanings: Readonly<Record<string, string>> = {
  empty: 'nothing visible on the page',
  'no-body': 'no main body found',
};

/** What could not be used, and why pages were rejected. */
export function problemsSection({ problems, firstProblems, rejections, totals }: Report): Html {
  const more = totals.problems.documents - firstProblems.length;
  const isClean = totals.problems.documents === 0 && totals.rejected.documents === 0;
  const list =
    firstProblems.length === 0
      ? null
      : html`<div
          class="scroll"
          tabindex="0"
          role="group"
          aria-label="Inputs that could not be used"
        >
          <table>
            <caption>
              Inputs that could not be
              used${more > 0 ? `: the first ${firstProblems.length}, ${grouped(more)} more are in problems.jsonl` : null}
            </caption>
            <thead>
              <tr>
                <th scope="col">Input</th>
                <th scope="col" class="number">Line</th>
                <th scope="col">Problem</th>
              </tr>
            </thead>
            <tbody>
              ${firstProblems.map(
                ({ source, line, code, message }) =>
                  html`<tr>
                    <th scope="row">${nameOf(source)}</th>
                    <td class="number">${line === 0 ? '' : line}</td>
                    <td>${nameOf(message)} <span class="quiet">(${code})</span></td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`;
  return html`<section id="problems" aria-labelledby="problems-heading">
    <h2 id="problems-heading">Problems and rejected pages</h2>
    ${isClean ? html`<p>None: every input could be used and held an article.</p>` : null}
    <div class="charts">
      ${countTable('Problems by kind', 'Problem', problems, 'Inputs', (code) => problemCodes[code as keyof typeof problemCodes] ?? '')}${countTable('Rejected pages by reason', 'Reason', rejections, 'Pages', (name) => rejectionMeanings[name] ?? '')}
    </div>
    ${list}
  </section>`;
}

/** Longest command that is shown whole; one that names ten thousand files helps nobody here. */
const longestCommand = 4000;

/** The settings, and the command that repeats the run. */
export function settingsSection(report: Report): Html {
  const command = repeatCommand(report);
  const cut =
    command.length > longestCommand
      ? html`<p>It is too long to be shown whole; report.json names every input.</p>`
      : null;
  const rows = Object.entries(report.settings).map(([name, value]) => {
    const isDefault =
      JSON.stringify(value) === JSON.stringify(defaultSettings[name as keyof Settings]);
    return html`<tr>
      <th scope="row">${nameOf(name)}</th>
      <td>${nameOf(valueText(value))}</td>
      <td>${isDefault ? 'default' : 'chosen'}</td>
    </tr>`;
  });
  return html`<section id="settings" aria-labelledby="settings-heading">
    <h2 id="settings-heading">Settings and how to repeat this</h2>
    <p>This command, run in the same folder, gives the same lists:</p>
    <pre
      tabindex="0"
      role="group"
      aria-label="Command"
    ><code><bdi>${shortened(command, longestCommand)}</bdi></code></pre>
    ${cut}
    <p>ghirbal ${report.ghirbal}; report format ${report.schemaVersion}.</p>
    <details>
      <summary>All settings</summary>
      <table>
        <caption>
          Settings that decide what is written
        </caption>
        <thead>
          <tr>
            <th scope="col">Setting</th>
            <th scope="col">Value</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </details>
  </section>`;
}

function valueText(value: Settings[keyof Settings]): string {
  if (value === null || value === '') return 'none';
  if (typeof value === 'object') return value.length === 0 ? 'none' : value.join(', ');
  return String(value);
}
