import type { Field, Fields, Kind } from '../schema/kind.ts';
import { recordFields } from '../schema/record-fields.ts';
import { grouped } from './numbers.ts';
import { type ListName, listNames, type Report } from './report.ts';

/** Stands in every card, so that a README of somebody else's making is never replaced. */
export const cardMark = '<!-- written by ghirbal -->';

const meanings: Readonly<Record<ListName, string>> = {
  cleaned: 'articles that stay',
  removed: 'near-duplicates that went, and what they are copies of',
  rejected: 'pages without an article',
  problems: 'inputs that could not be used',
  clusters: 'groups of near-duplicates',
};

/**
 * The dataset card of an output folder: Markdown whose head tells Hugging Face `datasets` which
 * files are what and of which types their fields are. Types are written out, for a reader that
 * looks at the first rows only takes a list that is empty there for a list of nothing.
 *
 * @param articles - fields of the articles, carried ones included; `null` = their files say it
 * themselves. The reader takes one format for a folder, so the card then names no others.
 *
 * Source: Hugging Face Hub, "Manual configuration" of dataset cards.
 */
export function datasetCard(report: Report, articles: Fields | null): string {
  const written = listNames.filter(
    (name) => report.lists[name].lines > 0 && (name === 'cleaned' || articles !== null),
  );
  const head = [
    'configs:',
    ...written.flatMap((name) => [
      `- config_name: ${name}`,
      '  data_files:',
      ...report.lists[name].files.map((file) => `  - ${quoted(file)}`),
      ...(name === 'cleaned' ? ['  default: true'] : []),
    ]),
    ...(articles === null ? [] : ['dataset_info:']),
    ...written.flatMap((name) => {
      const fields = name === 'cleaned' ? articles : recordFields[name];
      if (fields === null) return [];
      return [`- config_name: ${name}`, '  features:', ...indented(featureLines(fields))];
    }),
  ];
  const { totals, ghirbal } = report;
  const rows = listNames.map((name) => {
    const files = report.lists[name].files.map((file) => `\`${file}\``).join(', ');
    return `| ${files} | ${grouped(report.lists[name].lines)} | ${meanings[name]} |`;
  });
  const body = `
# Cleaned pages

${cardMark}

Articles of ${grouped(totals.inputs.documents)} scraped pages, cleaned by ghirbal ${ghirbal}: the main text apart from what surrounded it,
near-duplicates ${report.settings.annotate === true ? 'marked' : 'removed'}. \`report.html\` shows what was cut and what was merged.

| file | rows | holds |
| ---- | ---- | ----- |
${rows.join('\n')}
`;
  return `---\n${head.join('\n')}\n---\n${body}`;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function featureLines(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, { kind }]: [string, Field]) => {
    const [first, ...rest] = kindLines(kind);
    return [`- name: ${quoted(name)}`, `  ${first!}`, ...indented(rest)];
  });
}

const dtypes = { text: 'string', whole: 'int64', number: 'float64', flag: 'bool' } as const;

/** How a card writes a kind: a key with its value, or with lines below it. */
function kindLines(kind: Kind): string[] {
  if (kind === 'any') throw new TypeError('a card has no type for fields of several kinds');
  if (typeof kind === 'string') return [`dtype: ${dtypes[kind]}`];
  if ('oneOf' in kind) return ['dtype: string'];
  if ('orNull' in kind) return kindLines(kind.orNull);
  if ('fields' in kind) return ['struct:', ...featureLines(kind.fields)];
  if ('values' in kind) throw new TypeError('a card has no type for objects with any keys');
  const { list } = kind;
  if (typeof list !== 'string' && 'fields' in list) return ['list:', ...featureLines(list.fields)];
  const [first, ...rest] = kindLines(list);
  // A list of scalars names the type itself; a list of lists nests.
  return first!.startsWith('dtype: ')
    ? [`sequence: ${first!.slice('dtype: '.length)}`]
    : ['sequence:', ...indented([first!, ...rest])];
}

/** A text as YAML takes it in one line. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
