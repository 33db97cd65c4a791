import { fold, foldedWords } from '../text/fold.ts';
import { calendars, markerMeanings, markerPlaces, mostPhraseWords } from './pack.ts';
import type { LanguagePack, MarkerGroup, MonthNames, RelativeTime } from './pack.ts';

/** A language pack that cannot be used; the message lists everything that is wrong with it. */
export class PackError extends Error {
  override readonly name = 'PackError';
  /** One line for each fault: where in the pack, what was found, what is expected. */
  readonly complaints: readonly string[];

  constructor(complaints: readonly string[]) {
    const count = complaints.length === 1 ? '1 fault' : `${complaints.length} faults`;
    super(`The language pack has ${count}:\n${complaints.map((line) => `  ${line}`).join('\n')}`);
    this.complaints = complaints;
  }
}

// Longer than the longest boilerplate sentence worth listing; a paragraph here is a mistake.
const longestPhrase = 120;
const monthsInYear = 12;
const daysInWeek = 7;

const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;
const scriptCode = /^[A-Z][a-z]{3}$/u;
const letter = /\p{L}/u;
const outerOrDoubleBlank = /^\s|\s$|\s\s|[^\S ]/u;
const controlCharacter = /\p{Cc}/u;

/**
 * Checks a language pack read from JSON. `code`, `name`, `scripts` and `markers` must be there;
 * the rest may be left out and is then empty, `seenIn` being "own pack".
 *
 * @param value - what `JSON.parse` gave.
 * @returns the pack, complete, made of new objects.
 * @throws PackError listing every fault, not just the first.
 */
export function checkPack(value: unknown): LanguagePack {
  const complaints: string[] = [];
  const pack = new Checker(complaints).pack(value);
  if (complaints.length > 0) throw new PackError(complaints);
  return pack;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads each part of a pack, noting faults; what it returns counts only if there were none. */
class Checker {
  readonly #complaints: string[];

  constructor(complaints: string[]) {
    this.#complaints = complaints;
  }

  pack(value: unknown): LanguagePack {
    const fields = this.#fields(value, 'pack', [
      'code',
      'name',
      'scripts',
      'markers',
      'functionWords',
      'months',
      'weekdays',
      'relativeTime',
    ]);
    return {
      code: this.#matching(fields['code'], 'code', languageTag, 'a language tag such as "ar"'),
      name: this.#phrase(fields['name'], 'name'),
      scripts: this.#list(fields['scripts'], 'scripts', (script, path) =>
        this.#matching(script, path, scriptCode, 'a script code such as "Arab" or "Latn"'),
      ),
      markers: this.#markers(fields['markers']),
      functionWords: this.#phrases(fields['functionWords'] ?? [], 'functionWords'),
      months: this.#list(fields['months'] ?? [], 'months', (set, path) => this.#months(set, path)),
      weekdays: this.#list(fields['weekdays'] ?? [], 'weekdays', (names, path) =>
        this.#names(names, path, daysInWeek),
      ),
      relativeTime: this.#relativeTime(fields['relativeTime'] ?? {}),
    };
  }

  #markers(value: unknown): readonly MarkerGroup[] {
    const groups = this.#list(value, 'markers', (group, path) => this.#group(group, path));
    // Compared as they are matched: folded.
    const first = new Map<string, string>();
    groups.forEach((group, index) =>
      group.texts.forEach((text, position) => {
        if (text === '') return;
        const path = `markers[${index}].texts[${position}]`;
        const key = `${group.where} ${fold(text)}`;
        const before = first.get(key);
        if (before === undefined) first.set(key, path);
        else this.#complain(path, text, `a phrase of other words; ${before} has the same`);
      }),
    );
    return groups;
  }

  #group(value: unknown, path: string): MarkerGroup {
    const fields = this.#fields(value, path, ['means', 'where', 'seenIn', 'texts']);
    return {
      means: this.#key(fields['means'], `${path}.means`, markerMeanings),
      where: this.#key(fields['where'], `${path}.where`, markerPlaces),
      seenIn: this.#phrase(fields['seenIn'] ?? 'own pack', `${path}.seenIn`),
      texts: this.#phrases(fields['texts'], `${path}.texts`),
    };
  }

  #months(value: unknown, path: string): MonthNames {
    const fields = this.#fields(value, path, ['calendar', 'names']);
    return {
      calendar: this.#key(fields['calendar'], `${path}.calendar`, calendars),
      names: this.#names(fields['names'], `${path}.names`, monthsInYear),
    };
  }

  #relativeTime(value: unknown): RelativeTime {
    const fields = this.#fields(value, 'relativeTime', ['ago', 'units', 'moments']);
    const words = (name: string): readonly string[] =>
      this.#phrases(fields[name] ?? [], `relativeTime.${name}`);
    return { ago: words('ago'), units: words('units'), moments: words('moments') };
  }

  #names(value: unknown, path: string, count: number): readonly string[] {
    const names = this.#phrases(value, path);
    if (Array.isArray(value) && names.length !== count) {
      this.#note(path, `found ${names.length} of ${count} names`);
    }
    return names;
  }

  #phrases(value: unknown, path: string): readonly string[] {
    return this.#list(value, path, (text, at) => this.#phrase(text, at));
  }

  #phrase(value: unknown, path: string): string {
    if (typeof value !== 'string') return this.#complain(path, value, 'a text');
    if (!letter.test(value)) return this.#complain(path, value, 'a text with at least one letter');
    if (outerOrDoubleBlank.test(value) || controlCharacter.test(value)) {
      return this.#complain(path, value, 'one line without blanks around it or two in a row');
    }
    if (value.length > longestPhrase) {
      return this.#complain(path, value, `at most ${longestPhrase} characters`);
    }
    if (foldedWords(value).length > mostPhraseWords) {
      return this.#complain(path, value, `at most ${mostPhraseWords} words`);
    }
    return value;
  }

  #matching(value: unknown, path: string, shape: RegExp, expected: string): string {
    if (typeof value === 'string' && shape.test(value)) return value;
    return this.#complain(path, value, expected);
  }

  #key<Key extends string>(
    value: unknown,
    path: string,
    known: { readonly [Name in Key]: string },
  ): Key {
    if (typeof value === 'string' && Object.hasOwn(known, value)) return value as Key;
    return this.#complain(path, value, `one of ${Object.keys(known).join(', ')}`) as Key;
  }

  #list<Item>(
    value: unknown,
    path: string,
    read: (item: unknown, path: string) => Item,
  ): readonly Item[] {
    if (Array.isArray(value)) return value.map((item, index) => read(item, `${path}[${index}]`));
    this.#complain(path, value, 'a list');
    return [];
  }

  #fields(value: unknown, path: string, known: readonly string[]): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.#complain(path, value, `an object with ${known.join(', ')}`);
      return {};
    }
    for (const name of Object.keys(value)) {
      if (known.includes(name)) continue;
      this.#note(path, `has the unknown key ${shown(name)}, expected only ${known.join(', ')}`);
    }
    return value as Fields;
  }

  #complain(path: string, found: unknown, expected: string): string {
    this.#note(path, `found ${shown(found)}, expected ${expected}`);
    return '';
  }

  #note(path: string, fault: string): void {
    this.#complaints.push(`${path}: ${fault}`);
  }
}

/** A value as its JSON, cut where it would fill the screen. */
function shown(value: unknown): string {
  const most = 60;
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value) ?? typeof value;
  return json.length > most ? `${json.slice(0, most)}...` : json;
}
