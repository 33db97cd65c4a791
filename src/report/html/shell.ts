import { html, type Html, trusted } from './markup.ts';
import { pageScript } from './page-script-data.ts';
import { pageStyle } from './style.ts';

/** Largest page, in bytes: it opens at once on a phone and goes through most mail servers. */
export const mostPageBytes = 2_000_000;

/** SHA-256 of a text's UTF-8 bytes, in base64. */
export type Sha256 = (text: string) => string;

/** What stands in a page. */
export interface PageParts {
  readonly heading: string;
  /** What the page is about, in a sentence. */
  readonly lead: Html;
  /** Sections to go to; their ids are anchors of the content. */
  readonly links: readonly { readonly id: string; readonly name: string }[];
  readonly content: readonly (Html | null | readonly (Html | null)[])[];
  readonly footer: string;
}

// Whole elements: a space more inside them and the hashes in the policy would not fit.
const styleElement = trusted(`<style>${pageStyle}</style>`);
const scriptElement = trusted(`<script>${pageScript}</script>`);

/**
 * A page of HTML that asks for nothing: no file, no font, no network. Everything read from the
 * corpus is escaped, and the policy it carries allows its own style and its own script only, by
 * their hashes.
 */
export function wholePage(
  { heading, lead, links, content, footer }: PageParts,
  sha256: Sha256,
): Html {
  const policy = `default-src 'none'; style-src 'sha256-${sha256(pageStyle)}'; script-src 'sha256-${sha256(pageScript)}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${heading}</title>
        ${styleElement}
      </head>
      <body>
        <a class="skip" href="#content">To the numbers</a>
        <header>
          <h1>${heading}</h1>
          <p class="quiet">${lead}</p>
          <nav aria-label="Sections">
            <ul>
              ${links.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}
            </ul>
          </nav>
        </header>
        <main id="content">${content}</main>
        <footer>${footer}</footer>
        ${scriptElement}
      </body>
    </html> `;
}

const encoder = new TextEncoder();

/** Bytes of markup in UTF-8. */
export function sizeOf({ markup }: Html): number {
  return encoder.encode(markup).length;
}

/** Those of the pieces that fit into so many bytes together; one that is too large is passed over. */
export function fitting(pieces: readonly (() => Html)[], bytes: number): readonly Html[] {
  const taken: Html[] = [];
  let left = bytes;
  for (const make of pieces) {
    const piece = make();
    const needed = sizeOf(piece);
    if (needed > left) continue;
    taken.push(piece);
    left -= needed;
  }
  return taken;
}
