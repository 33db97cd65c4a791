import type { Report } from '../report.ts';
import { duplicatesSection } from './duplicates-section.ts';
import { problemsSection, settingsSection, textsSection } from './facts-sections.ts';
import { groupsSection, sampleGroup } from './groups-section.ts';
import { html, type Html, nameOf } from './markup.ts';
import { pagesSection, samplePage } from './pages-section.ts';
import { fitting, mostPageBytes, type PageParts, type Sha256, sizeOf, wholePage } from './shell.ts';
import { repeatedSection, sitesSection } from './sites-section.ts';
import { bytesSection, totalsSection } from './sum-sections.ts';

/** Share of the room for samples that pages may take; groups get what is left. */
const pagesShare = 0.7;

/**
 * The report as one page of HTML.
 *
 * @returns at most `mostPageBytes` in UTF-8; samples that find no room are counted on the page.
 */
export function reportPage(report: Report, sha256: Sha256): string {
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
  const room = mostPageBytes - sizeOf(assemble([], []));
  const shownPages = fitting(
    pages.map((page, at) => () => samplePage(page, at === 0)),
    room * pagesShare,
  );
  const used = shownPages.reduce((sum, page) => sum + sizeOf(page), 0);
  const shownGroups = fitting(
    groups.map((group, at) => () => sampleGroup(group, at === 0)),
    room - used,
  );
  return assemble(shownPages, shownGroups).markup;
}

/** One site needs no table. */
function showsSites(sites: Report['sites']): boolean {
  return sites.length > 1;
}

function whole(
  { ghirbal, inputs, form, settings, sites, repeatedLines }: Report,
  sha256: Sha256,
  content: PageParts['content'],
): Html {
  const isSplit = form === 'articles';
  const links: readonly (readonly [id: string, name: string, isThere: boolean])[] = [
    ['sums', 'Sums', true],
    ['bytes', 'Text', isSplit],
    ['sites', 'Sites', showsSites(sites)],
    ['repeated', 'Repeated lines', repeatedLines.length > 0],
    ['alike', 'Near-duplicates', true],
    ['pages', 'Sample pages', isSplit],
    ['groups', 'Merged pages', settings.dedupe !== false],
    ['texts', 'Languages', true],
    ['problems', 'Problems', true],
    ['settings', 'Settings', true],
  ];
  const from = inputs.length === 1 ? nameOf(inputs[0]!) : `${inputs.length} inputs`;
  const parts = {
    heading: 'ghirbal report',
    lead: html`What was read from ${from}, what was cut, what was merged.`,
    links: links.filter(([, , isThere]) => isThere).map(([id, name]) => ({ id, name })),
    content,
    footer: `Made by ghirbal ${ghirbal}. The same in figures: report.json, beside this page.`,
  };
  return wholePage(parts, sha256);
}
