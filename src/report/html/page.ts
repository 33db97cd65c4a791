import type { Report } from '../report.ts';
import { duplicatesSection } from './duplicates-section.ts';
import { problemsSection, settingsSection, textsSection } from './facts-sections.ts';
import { groupsSection, sampleGroup } from './groups-section.ts';
import { html, type Html, nameOf, trusted } from './markup.ts';
import { pagesSection, samplePage } from './pages-section.ts';
import { repeatedSection, sitesSection } from './sites-section.ts';
import { pageScript } from './page-script-data.ts';
import { pageStyle } from './style.ts';
import { bytesSection, totalsSection } from './sum-sections.ts';

/** Largest page, in bytes: it opens at once on a phone and goes through most mail servers. */
export const mostPageBytes = 2_000_000;

/** Share of the room for samples that pages may take; groups get what is left. */
const pagesShare = 0.7;

/**
 * The report as one page of HTML that asks for nothing: no file, no font, no network. Everything
 * read from the corpus is escaped, and the policy it carries allows its own style and its own
 * script only, by their hashes.
 *
 * @param sha256 - SHA-256 of a text's UTF-8 bytes, in base64.
 * @returns at most `mostPageBytes` in UTF-8; samples that find no room are counted on the page.
 */
export function reportPage(report: Report, sha256: (text: string) => string): string {
  const isSplit = report.form === 'articles';
  const before = [
    totalsSection(report),
    isSplit ? bytesSection(report) : null,
    showsSites(report.sites) ? sitesSection(report) : null,
    report.repeatedLines.length > 0 ? repeatedSection(report) : null,
  ];
  const alike = duplicatesSection(report);
  const after = [textsSection(report), problemsSection(report), settingsSection(report)];
  const { pages, groups } = report.samples;
  const assemble = (shownPages: readonly Html[], shownGroups: readonly Html[]): Html =>
    whole(report, sha256, [
      before,
      alike,
      isSplit ? pagesSection(pages, shownPages, pages.length - shownPages.length) : null,
      report.settings.dedupe === false
        ? null
        : groupsSection(shownGroups, groups.length - shownGroups.length),
      after,
    ]);
  const room = mostPageBytes - size(assemble([], []));
  const shownPages = fitting(
    pages.map((page, at) => () => samplePage(page, at === 0)),
    room * pagesShare,
  );
  const used = shownPages.reduce((sum, page) => sum + size(page), 0);
  const shownGroups = fitting(
    groups.map((group, at) => () => sampleGroup(group, at === 0)),
    room - used,
  );
  return assemble(shownPages, shownGroups).markup;
}

// Whole elements: a space more inside them and the hashes in the policy would not fit.
const styleElement = trusted(`<style>${pageStyle}</style>`);
const scriptElement = trusted(`<script>${pageScript}</script>`);

/** One site needs no table. */
function showsSites(sites: Report['sites']): boolean {
  return sites.length > 1;
}

const encoder = new TextEncoder();

function size({ markup }: Html): number {
  return encoder.encode(markup).length;
}

/** Those of the pieces that fit into so many bytes together; one that is too large is passed over. */
function fitting(pieces: readonly (() => Html)[], bytes: number): readonly Html[] {
  const taken: Html[] = [];
  let left = bytes;
  for (const make of pieces) {
    const piece = make();
    const needed = size(piece);
    if (needed > left) continue;
    taken.push(piece);
    left -= needed;
  }
  return taken;
}

function whole(
  { ghirbal, inputs, form, settings, sites, repeatedLines }: Report,
  sha256: (text: string) => string,
  content: readonly (Html | null | readonly (Html | null)[])[],
): Html {
  const isSplit = form === 'articles';
  const hasSites = showsSites(sites);
  const links: readonly (readonly [id: string, name: string, isThere: boolean])[] = [
    ['sums', 'Sums', true],
    ['bytes', 'Text', isSplit],
    ['sites', 'Sites', hasSites],
    ['repeated', 'Repeated lines', repeatedLines.length > 0],
    ['alike', 'Near-duplicates', true],
    ['pages', 'Sample pages', isSplit],
    ['groups', 'Merged pages', settings.dedupe !== false],
    ['texts', 'Languages', true],
    ['problems', 'Problems', true],
    ['settings', 'Settings', true],
  ];
  const policy = `default-src 'none'; style-src 'sha256-${sha256(pageStyle)}'; script-src 'sha256-${sha256(pageScript)}'; base-uri 'none'; form-action 'none'`;
  const from = inputs.length === 1 ? nameOf(inputs[0]!) : `${inputs.length} inputs`;
  return html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>ghirbal report</title>
        ${styleElement}
      </head>
      <body>
        <a class="skip" href="#content">To the numbers</a>
        <header>
          <h1>ghirbal report</h1>
          <p class="quiet">What was read from ${from}, what was cut, what was merged.</p>
          <nav aria-label="Sections">
            <ul>
              ${links.filter(([, , isThere]) => isThere).map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
            </ul>
          </nav>
        </header>
        <main id="content">${content}</main>
        <footer>
          Made by ghirbal ${ghirbal}. The same in figures: report.json, beside this page.
        </footer>
        ${scriptElement}
      </body>
    </html> `;
}
