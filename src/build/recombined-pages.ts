// More pages to learn from than were labelled: the article of one publisher in the page of
// another. A page's furniture says nothing about the article it surrounds, and some thousand
// publishers are few, so that a model else learns them by heart.
import type { BlockKind } from '../split/block.ts';
import type { LabelledPage } from './labelled-pages.ts';

/** How often a page's end is taken from a third publisher, is cut at both ends, has no blank lines. */
const thirdPublisher = 0.5;
const cutAtEnds = 0.25;
const noBlankLines = 0.2;
/** At most so many lines stay above and below the article of a cut page. */
const mostAbove = 12;
const mostBelow = 20;
/** An article to give away has at least so many characters. */
const leastCharacters = 300;
/** So many pages in a page's own language are choice enough; else its script must do. */
const leastChoice = 3;

/** A page taken apart: its lines, and where those of the article stand. */
interface Parts {
  readonly page: LabelledPage;
  readonly lines: readonly string[];
  readonly body: readonly number[];
  readonly title: number | undefined;
}

interface Line {
  readonly text: string;
  readonly allowed: readonly BlockKind[];
}

/**
 * Puts `copies` new pages together from each labelled article page.
 *
 * @param random - numbers from 0 to 1; the same numbers give the same pages.
 * @returns pages whose `publishers` are all those that lines were taken from.
 */
export function recombinedPages(
  pages: readonly LabelledPage[],
  copies: number,
  random: () => number,
): LabelledPage[] {
  const hosts = pages
    .filter(({ pageType }) => pageType === 'article')
    .map(partsOf)
    .filter(({ body }) => body.length > 1);
  const choices = new Choices(hosts);
  const made: LabelledPage[] = [];
  for (let copy = 0; copy < copies; copy++) {
    for (const host of hosts) {
      const page = recombine(host, choices, random);
      if (page !== undefined) made.push({ ...page, id: `${host.page.id}~${copy}` });
    }
  }
  return made;
}

function partsOf(page: LabelledPage): Parts {
  const body = [...page.allowed.keys()].filter((line) => page.allowed[line]![0] === 'body');
  const title = page.allowed.findIndex((kinds) => kinds[0] === 'title');
  return { page, lines: page.text.split('\n'), body, title: title < 0 ? undefined : title };
}

/** Pages that may stand in for one another. */
class Choices {
  readonly #bySpeech = new Map<string, Parts[]>();

  constructor(hosts: readonly Parts[]) {
    for (const host of hosts) {
      for (const speech of [host.page.language, host.page.script]) {
        const own = this.#bySpeech.get(speech) ?? [];
        this.#bySpeech.set(speech, own);
        own.push(host);
      }
    }
  }

  /** A page of another publisher in the same language, or in the same script. */
  pick(host: Parts, fits: (other: Parts) => boolean, random: () => number): Parts | undefined {
    const others = (speech: string): Parts[] =>
      this.#bySpeech
        .get(speech)!
        .filter((other) => other.page.domain !== host.page.domain && fits(other));
    const same = others(host.page.language);
    const choice = same.length >= leastChoice ? same : others(host.page.script);
    return choice[Math.floor(random() * choice.length)];
  }
}

function recombine(host: Parts, choices: Choices, random: () => number): LabelledPage | undefined {
  const article = choices.pick(host, isGivenAway, random);
  if (article === undefined) return undefined;
  const end =
    random() < thirdPublisher
      ? choices.pick(host, ({ page }) => page.variant === host.page.variant, random)
      : undefined;
  let lines = withArticle(host, article);
  if (end !== undefined) lines = [...throughBody(lines), ...afterBody(end)];
  if (random() < cutAtEnds) lines = cut(lines, random);
  if (random() < noBlankLines) lines = lines.filter(({ text }) => text.trim() !== '');
  const publishers = [host, article, end].flatMap((parts) => parts?.page.publishers ?? []);
  return {
    ...host.page,
    publishers: [...new Set(publishers)],
    text: lines.map(({ text }) => text).join('\n'),
    allowed: lines.map(({ allowed }) => allowed),
  };
}

function isGivenAway({ lines, body }: Parts): boolean {
  return body.reduce((sum, line) => sum + lines[line]!.length, 0) >= leastCharacters;
}

/** The host's lines, its article and title changed for those of another page. */
function withArticle(host: Parts, article: Parts): Line[] {
  const made: Line[] = [];
  const isApart = hasBlankLinesBetween(host);
  const places = host.body.length;
  let place = 0;
  for (const [index, text] of host.lines.entries()) {
    const allowed = host.page.allowed[index]!;
    if (allowed[0] === 'body') {
      // The lines of the new article are dealt out evenly to the places of the old ones.
      const from = Math.floor((place * article.body.length) / places);
      const to = Math.floor((++place * article.body.length) / places);
      for (let at = from; at < to; at++) {
        if (at > from && isApart) made.push({ text: '', allowed: [] });
        made.push(lineOf(article, article.body[at]!));
      }
    } else if (allowed[0] === 'title' && article.title !== undefined) {
      made.push({ text: article.lines[article.title]!, allowed });
    } else {
      made.push({ text, allowed });
    }
  }
  return made;
}

function lineOf({ page, lines }: Parts, index: number): Line {
  return { text: lines[index]!, allowed: page.allowed[index]! };
}

function hasBlankLinesBetween({ lines, body }: Parts): boolean {
  const followed = body.slice(0, -1).filter((line) => lines[line + 1]?.trim() === '');
  return followed.length > body.length / 3;
}

function throughBody(lines: readonly Line[]): Line[] {
  return lines.slice(0, lines.findLastIndex(({ allowed }) => allowed[0] === 'body') + 1);
}

function afterBody(parts: Parts): Line[] {
  const first = parts.body.at(-1)! + 1;
  return parts.lines.slice(first).map((_, offset) => lineOf(parts, first + offset));
}

/** The article and some lines above and below it, as a tool that looks for it would hand on. */
function cut(lines: readonly Line[], random: () => number): Line[] {
  const isArticle = ({ allowed }: Line): boolean => allowed[0] === 'body' || allowed[0] === 'title';
  const first = lines.findIndex(isArticle) - Math.floor(random() * mostAbove);
  const last = lines.findLastIndex(isArticle) + Math.floor(random() * mostBelow);
  return lines.slice(Math.max(0, first), last + 1);
}
