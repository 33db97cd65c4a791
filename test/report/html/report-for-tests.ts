import { type Report, reportSchemaVersion } from '../../../src/report/report.ts';
import type { SampleGroup, SamplePage } from '../../../src/report/samples.ts';
import { defaultSettings } from '../../../src/settings.ts';

/** A sample page of three blocks, each with the given text. */
export function samplePageOf(text: string, id = 'a.txt'): SamplePage {
  const block = { reason: 'model', confidence: 0.9, startLine: 1, endLine: 2, leftOut: 0 } as const;
  return {
    id,
    source: `site/${id}`,
    outcome: 'removed',
    duplicateOf: 'b.txt',
    why: ['cut', 'random'],
    lang: 'ar',
    bytes: 3000,
    kept: 0.25,
    confidence: 0.9,
    blocks: [
      { ...block, kind: 'title', role: null, text },
      { ...block, kind: 'body', role: null, text },
      { ...block, kind: 'related', role: 'heading', reason: 'marker', text, leftOut: 40 },
    ],
    blocksLeftOut: 2,
  };
}

export function sampleGroupOf(text: string): SampleGroup {
  const spans = [
    { text, shared: true, leftOut: 12 },
    { text, shared: false, leftOut: 0 },
  ];
  const removal = { rule: 'near', jaccard: 0.5, containment: 0.75, wordsLost: 3 } as const;
  return {
    why: 'large',
    keeper: 'b.txt',
    size: 3,
    removals: [{ ...removal, id: 'a.txt', removed: spans, kept: spans }],
  };
}

/** A report on ten inputs that adds up. `text` stands wherever text of the corpus can. */
export function reportOf(text: string, change: Partial<Report> = {}): Report {
  const totals = (documents: number) => ({
    documents,
    bytes: documents * 1000,
    lines: documents * 10,
    blocks: documents * 2,
  });
  const kind = (bytes: number) => ({ bytes, lines: bytes / 100 });
  const kinds = { body: 500, title: 40, related: 200, tags: 60, furniture: 200, embedded: 0 };
  const list = { files: [], lines: 0, bytes: 0, sha256: '' };
  return {
    schemaVersion: reportSchemaVersion,
    ghirbal: '1.2.3',
    form: 'articles',
    inputs: [text],
    settings: { ...defaultSettings, glob: [text] },
    totals: {
      inputs: totals(10),
      cleaned: totals(4),
      removed: totals(3),
      rejected: totals(2),
      problems: totals(1),
    },
    kinds: {
      body: kind(5000),
      title: kind(400),
      related: kind(2000),
      tags: kind(600),
      furniture: kind(2000),
      embedded: kind(0),
    },
    reasons: { model: 18, marker: 2 },
    languages: { ar: 6, '': 1 },
    scripts: { Arab: 7 },
    encodings: { 'utf-8': 8, [text]: 1 },
    replacedCharacters: 5,
    embeddedArticles: 0,
    shortBodies: 1,
    repeatedIds: 0,
    passed: { files: 2, links: 0 },
    sites: [
      { site: text, pages: 6, removed: 3, rejected: 0, bytes: 6000, kept: 4000, kinds },
      { site: 'other', pages: 3, removed: 0, rejected: 2, bytes: 3000, kept: 1000, kinds },
    ],
    repeatedLines: [{ site: text, lines: [{ text, role: 'navigation', pages: 5 }] }],
    rejections: { 'no-body': 2 },
    problems: { binary: 1 },
    firstProblems: [{ source: text, line: 3, code: 'binary', message: text }],
    firstRejected: [],
    duplicates: {
      removed: 3,
      clusters: 1,
      rules: { near: 2, exact: 1 },
      similarity: Array.from({ length: 20 }, (_, at) => at * at),
      removedByThreshold: Array.from({ length: 20 }, (_, at) => 20 - at),
      largest: [{ keeper: text, size: 30 }],
      alarm: true,
      first: [{ id: text, source: text, duplicateOf: text, rule: 'near' }],
      sizes: { '4': 1 },
    },
    samples: { pages: [samplePageOf(text)], groups: [sampleGroupOf(text)] },
    lists: { cleaned: list, removed: list, rejected: list, problems: list, clusters: list },
    timing: { seconds: 1.25 },
    ...change,
  };
}
