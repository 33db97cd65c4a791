import { directed, directionOf } from './direction.ts';
import { reasons } from '../../split/block.ts';
import { type SampleBlock, type SamplePage, sampleReasonNames, sampleReasons } from '../samples.ts';
import { siteOf } from '../site.ts';
import { html, type Html, nameOf, shortened } from './markup.ts';
import { bytesText, counted, percentText } from '../numbers.ts';

/** Longest site name in the choice of sites. */
const longestSite = 80;

/** One sample page: left as it came, with what each block was taken for; right what is kept. */
export function samplePage(page: SamplePage, isOpen: boolean): Html {
  const kinds = new Set(page.blocks.map(({ kind }) => kind));
  const why = new Set([...page.why, ...page.blocks.map(({ reason }) => reason)]);
  const open = isOpen ? html` open` : null;
  return html`<details
    class="sample sample-page"
    ${open}
    data-site="${siteName(page.source)}"
    data-kinds="${[...kinds].join(' ')}"
    data-reasons="${[...why].join(' ')}"
  >
    <summary>
      <strong>${nameOf(page.source)}</strong
      >${page.why.map((reason) => html` <span class="badge">${sampleReasons[reason]}</span>`)}
      <span class="quiet"
        >${outcomeOf(page)}; ${bytesText(page.bytes)}, ${percentText(page.kept, 1)} main body; least
        sure block ${percentText(page.confidence, 1)}</span
      >
    </summary>
    <div class="sides">
      <section>
        <h3>As scraped</h3>
        ${page.blocks.map((block) => scrapedBlock(block, page.lang))}${page.blocksLeftOut === 0 ? null : html`<p class="left-out">${counted(page.blocksLeftOut, 'more block', 'more blocks')} not shown</p>`}
      </section>
      <section class="${isShort(page) ? 'kept short' : 'kept'}">
        <h3>Text kept</h3>
        ${keptBlocks(page)}
      </section>
    </div>
  </details> `;
}

/** Characters of a kept text that a window shows all of. */
const mostShort = 1200;

/** A short text stays in sight while the page beside it is read. */
function isShort({ blocks }: SamplePage): boolean {
  const kept = blocks.filter((block) => isKept(block) || block.kind === 'title');
  return kept.reduce((sum, { text }) => sum + text.length, 0) <= mostShort;
}

function siteName(source: string): string {
  return shortened(siteOf(source), longestSite);
}

/** What became of a page, in words. */
export function outcomeOf(page: SamplePage): Html {
  if (page.outcome !== 'removed') return html`${page.outcome}`;
  return html`removed, a near-duplicate of ${nameOf(page.duplicateOf)}`;
}

/** Body text goes into the record, except what the page said already. */
function isKept({ kind, role }: SampleBlock): boolean {
  return kind === 'body' && role !== 'repeat';
}

/** A block as it stood on its page, what it was taken for above it. */
export function scrapedBlock(block: SampleBlock, lang: string): Html {
  const { kind, role, reason, confidence, startLine, endLine } = block;
  const lines = startLine === endLine ? `line ${startLine}` : `lines ${startLine}-${endLine}`;
  const label = `${kind}${role === null ? '' : `/${role}`}`;
  const shown = isList(block) ? block.text.replace(blankLines, '\n') : block.text;
  const text = html`${directed(shown.trim())}${leftOut(block.leftOut)}`;
  const direction = directionOf(block.text);
  const scraped =
    isKept(block) || kind === 'title'
      ? html`<p class="scraped" dir="${direction}" lang="${lang}">${text}</p>`
      : html`<del class="scraped" dir="${direction}" lang="${lang}">${text}</del>`;
  return html`<div class="block kind-${kind}">
    <p class="block-label">
      <b>${label}</b>, ${lines}: ${reasons[reason] ?? reason} (${percentText(confidence, 1)} sure)
    </p>
    ${scraped}
  </div>`;
}

/** Lines that each stand for themselves: blank ones between them say nothing and take much room. */
function isList({ kind }: SampleBlock): boolean {
  return kind === 'furniture' || kind === 'related' || kind === 'tags';
}

/** However many stand on the page, the text kept has one between two paragraphs. */
const blankLines = /\n(?:[^\S\n]*\n)+/gu;

function keptBlocks(page: SamplePage): readonly Html[] {
  const title = page.blocks.filter(({ kind }) => kind === 'title');
  const body = page.blocks.filter(isKept);
  if (body.length === 0) {
    return [html`<p class="quiet">Nothing: no main body was found.</p>`];
  }
  const block = (kind: string, { text, leftOut: bytes }: SampleBlock): Html => {
    const plain = text.trim().replace(blankLines, '\n\n');
    const direction = directionOf(plain);
    const shown = html`${directed(plain)}${leftOut(bytes)}`;
    return html`<div class="block kind-${kind}">
      <p class="scraped" dir="${direction}" lang="${page.lang}">${shown}</p>
    </div>`;
  };
  return [
    ...title.map((found) => block('title', found)),
    ...body.map((found) => block('body', found)),
  ];
}

function leftOut(bytes: number): Html | null {
  return bytes === 0
    ? null
    : html` <span class="left-out" dir="ltr">[… ${bytesText(bytes)} not shown]</span>`;
}

/**
 * The section around the sample pages, with the form that filters them; the script shows it.
 *
 * @param leftOut - sample pages the size bound left no room for.
 */
export function pagesSection(
  pages: readonly SamplePage[],
  shown: readonly Html[],
  leftOutPages: number,
): Html {
  const sites = [...new Set(pages.map(({ source }) => siteName(source)))].sort(byCodeUnit);
  const kinds = [...new Set(pages.flatMap(({ blocks }) => blocks.map(({ kind }) => kind)))].sort(
    byCodeUnit,
  );
  const found = new Set(pages.flatMap(({ blocks }) => blocks.map(({ reason }) => reason)));
  const why = sampleReasonNames.filter((name) => pages.some((page) => page.why.includes(name)));
  return html`<section id="pages" aria-labelledby="pages-heading">
    <h2 id="pages-heading">Sample pages</h2>
    <p>
      Worst first: most cut, least sure, without an article, largest; then some drawn at random.
      Left the page as it was scraped, cut text struck through; right the text kept.
    </p>
    <form id="filter" hidden role="search" aria-label="Filter the sample pages">
      <label>Search <input type="search" name="words" autocomplete="off" /></label>
      ${choice(
        'Site',
        'site',
        sites.filter((site) => site !== '').map((site) => [site, site]),
      )}
      ${choice(
        'Block kind',
        'kind',
        kinds.map((kind) => [kind, kind]),
      )}
      ${choice('Reason', 'reason', [...why.map((name) => [name, sampleReasons[name]] as const), ...[...found].sort(byCodeUnit).map((name) => [name, `block: ${name}`] as const)])}
      <output id="filter-status" class="quiet" aria-live="polite"></output>
    </form>
    ${shown}${leftOutPages === 0 ? null : html`<p class="left-out">${counted(leftOutPages, 'more sample page is', 'more sample pages are')} in report.json; this page is kept small.</p>`}
  </section>`;
}

function choice(
  label: string,
  name: string,
  values: readonly (readonly [value: string, text: string])[],
): Html {
  return html`<label
    >${label}
    <select name="${name}">
      <option value="">all</option>
      ${values.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
    </select></label
  >`;
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
