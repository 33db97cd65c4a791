import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BlockKind } from '../split/block.ts';
import type { LabelledPage } from './labelled-pages.ts';
import { hashText } from './labelled-pages.ts';

/** At most so many pages of one layout and language are taken, and so many more with a second article. */
const mostPages = 9;
const mostWithSecondArticle = 14;

/** Kind of each label of such a folder; all others are furniture. */
const kindOfLabel: Readonly<Record<string, BlockKind>> = {
  main: 'body',
  title: 'title',
  'related-head': 'related',
  related: 'related',
  tags: 'tags',
  'also-head': 'embedded',
  embedded: 'embedded',
};

interface Labels {
  readonly id: string;
  /** Label and length of each line that is not blank. */
  readonly lines: readonly (readonly [string, number])[];
}

interface Truth {
  readonly docs: Readonly<Record<string, { readonly family: string; readonly lang: string }>>;
}

/**
 * Reads a share of a folder of labelled pages: `txt/ID.txt`, `labels.jsonl` with the label of
 * each line that is not blank, `truth.json` with each page's layout and language. Which pages
 * are taken depends on their ids alone. A layout stands for a publisher.
 */
export function readBlockPages(folder: string): LabelledPage[] {
  const { docs } = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
  const labels = readFileSync(join(folder, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labels)
    .sort((a, b) => hashText(a.id) - hashText(b.id));
  const taken = new Map<string, number>();
  const pages: LabelledPage[] = [];
  for (const { id, lines } of labels) {
    const { family, lang } = docs[id]!;
    const second = lines.some(([label]) => kindOfLabel[label] === 'embedded');
    const group = `${family} ${lang} ${second ? 'two' : 'one'}`;
    const count = taken.get(group) ?? 0;
    if (count >= (second ? mostWithSecondArticle : mostPages)) continue;
    const page = toPage(folder, id, docs[id]!, lines);
    if (page === undefined) continue;
    taken.set(group, count + 1);
    pages.push(page);
  }
  return pages;
}

function toPage(
  folder: string,
  id: string,
  { family, lang }: Truth['docs'][string],
  labels: Labels['lines'],
): LabelledPage | undefined {
  const text = readFileSync(join(folder, 'txt', `${id}.txt`), 'utf8');
  const lines = text.split('\n');
  if (lines.filter((line) => line.trim() !== '').length !== labels.length) return undefined;
  let at = 0;
  const allowed = lines.map((line): BlockKind[] => {
    if (line.trim() === '') return [];
    return [kindOfLabel[labels[at++]![0]] ?? 'furniture'];
  });
  const domain = `layout ${family}`;
  return {
    id,
    set: 'blocks',
    domain,
    publishers: [domain],
    language: lang,
    script: '',
    variant: 'page',
    text,
    pageType: 'article',
    allowed,
  };
}
