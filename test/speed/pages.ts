import { type Language, languages } from './languages.ts';
import { Random } from './random.ts';

/** A page of the corpus. */
export interface Page {
  readonly text: string;
  /** The page whose body this one repeats, more or less; -1 for a page of its own. */
  readonly copyOf: number;
}

/** Different made-up words of a language. */
const vocabulary = 24_000;
/** Bytes of a body: log-normal about this, so that a page comes to some 4 KB with what is around. */
const bodyBytes = 2250;
const bodySpread = 0.5;
/** Share of pages that repeat the body of an earlier page, and of these: untouched, cut short. */
const copies = 0.2;
const untouched = 0.15;
const cutShort = 0.15;
/** Most words edited in a copy. */
const mostEdited = 0.08;
const sites = 40;

/** Streams of random numbers; a page's own begin above. */
const vocabularyStream = 1;
const siteStream = 1000;
const pageStream = 10_000;

type Paragraph = readonly string[];

/**
 * Pages that look like scraped news: menu, headline, byline, paragraphs, read-also lines, tags, related
 * headlines and a foot, in five languages. Any page can be made by itself, for the seed and its number
 * decide all of it.
 */
export class Pages {
  readonly #seed: number;
  readonly #words: Map<Language, readonly string[]>;

  constructor(seed: number) {
    this.#seed = seed;
    this.#words = new Map(
      languages.map((language, at) => [
        language,
        makeWords(language, new Random(seed, vocabularyStream + at)),
      ]),
    );
  }

  page(number: number): Page {
    const copyOf = this.copyOf(number);
    const random = this.#randomOf(number);
    const own = this.#body(copyOf < 0 ? number : copyOf);
    const body = copyOf < 0 ? own.paragraphs : this.#edited(own, random);
    return { text: this.#around(own.language, body, own.title, random), copyOf };
  }

  /** The page whose body a page repeats; -1: none, its body is its own. */
  copyOf(number: number): number {
    let source = -1;
    for (let at = number; at > 0; at = source) {
      const random = new Random(this.#seed, pageStream + at * 3);
      if (random.share() >= copies) break;
      source = random.below(at);
    }
    return source;
  }

  /** Decides about everything of a page but its body. */
  #randomOf(number: number): Random {
    return new Random(this.#seed, pageStream + number * 3 + 1);
  }

  #body(number: number): { language: Language; title: string; paragraphs: readonly Paragraph[] } {
    const random = new Random(this.#seed, pageStream + number * 3 + 2);
    const language = pickLanguage(random.share());
    const words = this.#words.get(language)!;
    // A text comes back to the names and things it is about.
    const topic = Array.from({ length: 12 }, () => random.pick(words));
    const title = headline(words, topic, random);
    const bytesPerLetter = language.code === 'en' || language.code === 'fr' ? 1 : 1.8;
    const letters = (bodyBytes / bytesPerLetter) * Math.exp(random.normal() * bodySpread);
    const paragraphs: Paragraph[] = [];
    for (let made = 0; made < letters;) {
      const paragraph = this.#paragraph(language, topic, random);
      for (const word of paragraph) made += word.length + 1;
      paragraphs.push(paragraph);
    }
    return { language, title, paragraphs };
  }

  #paragraph(language: Language, topic: readonly string[], random: Random): Paragraph {
    const words = this.#words.get(language)!;
    const paragraph: string[] = [];
    for (let sentence = random.between(1, 4); sentence > 0; sentence--) {
      for (let left = random.between(8, 22); left > 0; left--) {
        const chance = random.share();
        const word =
          chance < 0.3
            ? random.pick(language.grammar)
            : chance < 0.38
              ? random.pick(topic)
              : chance < 0.4
                ? String(random.between(2, 2030))
                : frequent(words, random);
        paragraph.push(
          left === 1 ? word + language.stop : chance > 0.94 ? word + language.comma : word,
        );
      }
    }
    return paragraph;
  }

  #edited(
    { language, paragraphs }: { language: Language; paragraphs: readonly Paragraph[] },
    random: Random,
  ): readonly Paragraph[] {
    const chance = random.share();
    if (chance < untouched) return paragraphs;
    if (chance < untouched + cutShort) {
      const kept = Math.ceil(paragraphs.length * (0.6 + random.share() * 0.35));
      return paragraphs.slice(0, kept);
    }
    const rate = random.share() * mostEdited;
    const words = this.#words.get(language)!;
    return paragraphs.map((paragraph) =>
      paragraph.flatMap((word) => {
        if (random.share() >= rate) return word;
        const edit = random.below(4);
        if (edit === 0) return [];
        const other = frequent(words, random);
        return edit === 1 ? [word, other] : other;
      }),
    );
  }

  #around(language: Language, body: readonly Paragraph[], title: string, random: Random): string {
    const words = this.#words.get(language)!;
    const site = random.below(sites);
    const ofSite = new Random(this.#seed, siteStream + site);
    const name = `${ofSite.pick(words)} ${ofSite.pick(words)}`;
    const section = random.pick(language.sections);
    const line = (): string => headline(words, [], random);
    const date = `${random.between(1, 28)} ${random.pick(language.months)} ${random.between(2015, 2025)}`;
    const lines = [name, language.home, ...language.sections.slice(0, ofSite.between(3, 8))];
    lines.push(`${language.home} > ${section}`, '', title);
    lines.push(`${language.by} ${random.pick(words)} ${random.pick(words)}`);
    lines.push(`${language.published} ${date}`, '');
    for (const [at, paragraph] of body.entries()) {
      lines.push(paragraph.join(' '), '');
      if (at % 4 === 2 && ofSite.share() < 0.5) lines.push(`${language.readAlso} ${line()}`, '');
    }
    lines.push(`${language.source} ${name}`, '');
    const tags = Array.from({ length: random.between(3, 7) }, () => random.pick(words));
    lines.push(`${language.tags} ${tags.join(ofSite.share() < 0.5 ? ' ' : `${language.comma} `)}`);
    lines.push('', language.related, '');
    for (let left = ofSite.between(3, 8); left > 0; left--) lines.push(line());
    lines.push('', language.shareButton, language.newsletter);
    lines.push(`${language.rights} © ${name} 2025`);
    return `${lines.join('\n')}\n`;
  }
}

function pickLanguage(chance: number): Language {
  let rest = chance;
  for (const language of languages) {
    rest -= language.share;
    if (rest < 0) return language;
  }
  return languages[0]!;
}

function makeWords(language: Language, random: Random): readonly string[] {
  const words = new Set<string>();
  while (words.size < vocabulary) {
    let word = random.pick(language.starts);
    for (let parts = random.below(3); parts >= 0; parts--) word += random.pick(language.middles);
    words.add(word + random.pick(language.ends));
  }
  return [...words];
}

/** A word, the n-th one n times as rarely as the first: Zipf's law. */
function frequent(words: readonly string[], random: Random): string {
  return words[Math.floor(words.length ** random.share()) - 1]!;
}

function headline(words: readonly string[], topic: readonly string[], random: Random): string {
  const length = random.between(6, 12);
  return Array.from({ length }, (_, at) =>
    at % 2 === 0 && topic.length > 0 ? random.pick(topic) : frequent(words, random),
  ).join(' ');
}
