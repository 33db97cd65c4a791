import type { PageInput, PreparedPage } from './prepare-page.ts';

const encoder = new TextEncoder();

/** The field of a record's metadata that names the page an article was found in; '' for a page's own article. */
export const embeddedIn = 'embedded_in';

/**
 * The articles found inside a page, as inputs of their own whose text is a body already.
 *
 * @returns in page order; `#` and a number make the page's id theirs. The page's source, path and
 * language go with them, and its id as `embedded_in`. Headlines without a text are left out.
 */
export function emittedArticles(page: PageInput, { article, embedded }: PreparedPage): PageInput[] {
  const inputs: PageInput[] = [];
  embedded.forEach(({ title, text }, at) => {
    if (text === '') return;
    inputs.push({
      id: `${page.id}#${at + 1}`,
      source: page.source,
      path: page.path,
      bytes: encoder.encode(text),
      encoding: page.encoding,
      replaced: 0,
      extra: { title, metadata: { lang: article.metadata.lang }, [embeddedIn]: page.id },
    });
  });
  return inputs;
}

/** A page whose record says that its article is the page's own, unless its input says otherwise. */
export function asOwnPage(page: PageInput): PageInput {
  return { ...page, extra: { [embeddedIn]: '', ...page.extra } };
}
