import type { Article, PreparedPage } from '../prepare-page.ts';
import { articleShapes, carriedName, type MovingField } from '../schema/article-schema.ts';
import type { PrepareSettings } from '../settings.ts';
import type { JsonBytes } from './json-bytes.ts';
import {
  noteClusterSize,
  type OpenRecord,
  openRecord,
  writeBlocks,
  writeBody,
  writeSource,
} from './record-json.ts';

/** Writes an article's stored record, its line ended by a newline. */
export function writeArticle(
  json: JsonBytes,
  prepared: PreparedPage,
  settings: Pick<PrepareSettings, 'schema' | 'blocks'>,
): void {
  const { article } = prepared;
  const { top, inner, blocksAtTop, isFlat } = articleShapes[settings.schema];
  const record = openRecord(json, article.id);
  json.raw(',"text":');
  writeBody(json, prepared);
  const fields = new FieldWriter(json, record);
  fields.some(top, article);
  if (!isFlat) {
    json.raw(',"metadata":{');
    fields.separator = '';
  }
  fields.some(inner, article);
  fields.metadata(article, isFlat ? ['id', 'text', ...top] : inner);
  const writeBlocksHere = (): void => {
    fields.name('blocks');
    writeBlocks(json, prepared.blocks, prepared.page);
  };
  if (settings.blocks && !blocksAtTop) writeBlocksHere();
  if (!isFlat) json.raw('}');
  fields.separator = ',';
  if (settings.blocks && blocksAtTop) writeBlocksHere();
  json.raw('}\n');
}

/** Writes fields of one record, one after another. */
class FieldWriter {
  readonly #json: JsonBytes;
  readonly #record: OpenRecord;
  /** What stands before the next field. */
  separator = ',';

  constructor(json: JsonBytes, record: OpenRecord) {
    this.#json = json;
    this.#record = record;
  }

  name(name: string): void {
    this.#json.raw(this.separator);
    this.#json.text(name);
    this.#json.raw(':');
    this.separator = ',';
  }

  some(names: readonly MovingField[], article: Omit<Article, 'text'>): void {
    for (const name of names) {
      this.name(name);
      if (name === 'source') writeSource(this.#json, article.source, this.#record);
      else if (name === 'created') this.#json.text(createdTime(article.metadata.published));
      else this.#json.value(article[name]);
    }
  }

  /** @param taken - names of other fields of the same object. */
  metadata(article: Omit<Article, 'text'>, taken: readonly string[]): void {
    const { metadata } = article;
    for (const [name, value] of Object.entries(metadata)) {
      if (name === 'extra') continue;
      this.name(name);
      if (name === 'cluster_size') {
        noteClusterSize(this.#json, this.#record);
        this.#json.raw('1');
      } else this.#json.value(value);
    }
    const carried = [...carriedFields(metadata.extra)];
    if (carried.length === 0) return;
    const { extra: _, ...own } = metadata;
    const names = [...taken, ...Object.keys(own)];
    for (const [name, value] of carried) {
      this.name(carriedName(name, names));
      this.#json.value(value);
    }
  }
}

/** A day as Dolma writes times. */
function createdTime(published: string): string {
  return published === '' ? '' : `${published}T00:00:00.000Z`;
}

/** Unknown fields of an input record; those of its own `metadata` join them, as they do in datatrove. */
export function* carriedFields(
  extra: Readonly<Record<string, unknown>>,
): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(extra)) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (key === 'metadata' && isObject) {
      for (const inner of Object.entries(value)) if (!Object.hasOwn(extra, inner[0])) yield inner;
    } else yield [key, value];
  }
}
