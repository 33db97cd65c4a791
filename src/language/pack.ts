/**
 * What one language contributes to splitting, as plain data: the built-in packs and a user's own
 * JSON file have the same form and pass the same check. Matching is done on folded words (case,
 * marks, hamza seats, final ya, digits and punctuation do not count), so a phrase stands once,
 * in its usual spelling; other words for the same thing are listed beside it.
 */
export interface LanguagePack {
  /** BCP 47 tag: `ar`, `ckb`. */
  readonly code: string;
  /** English name of the language. */
  readonly name: string;
  /** ISO 15924 codes of the scripts it is written in: `Arab`, `Latn`. */
  readonly scripts: readonly string[];
  readonly markers: readonly MarkerGroup[];
  /** Frequent grammatical words, attached particles left out: what prose has and lists have not. */
  readonly functionWords: readonly string[];
  /** Sets of month names: other names for the same months are sets of their own. */
  readonly months: readonly MonthNames[];
  /** Sets of seven weekday names, Monday first. */
  readonly weekdays: readonly (readonly string[])[];
  readonly relativeTime: RelativeTime;
}

/** Phrases that say the same about a line and were met in the same places. */
export interface MarkerGroup {
  readonly means: MarkerMeaning;
  readonly where: MarkerPlace;
  /** Where these phrases are in use. */
  readonly seenIn: string;
  readonly texts: readonly string[];
}

/** Twelve names, the first month of the calendar first. */
export interface MonthNames {
  readonly calendar: Calendar;
  readonly names: readonly string[];
}

/** Words of dates such as "3 hours ago". */
export interface RelativeTime {
  /** Words that put an amount of time into the past: "ago", whatever side they stand on. */
  readonly ago: readonly string[];
  readonly units: readonly string[];
  /** Words that name a time by themselves: "yesterday", "just now", "pm". */
  readonly moments: readonly string[];
}

/** Each meaning, and what a phrase of it says. */
export const markerMeanings = {
  related: 'heads a list of headlines that lead elsewhere',
  'read-also': 'goes before one headline, a carried article or a list of headlines',
  'related-or-tags': 'heads headlines on some sites and topics on others',
  tags: 'heads or labels keywords, topics, tags or categories',
  embedded: 'goes before other stories carried whole by the page',
  more: 'a button that leads to the rest of a teaser or of a list',
  attribution: 'names the source of the text',
  byline: 'names who wrote, edited or translated',
  date: 'says when it was published or changed, or how long it takes to read',
  caption: 'a picture or its credit',
  rating: 'votes, ratings, numbers of views',
  share: 'share, print, save or follow',
  navigation: 'menus, search, paging, jumps inside the page',
  section: 'name of a section of a site, in menus, trails and kickers',
  advert: 'advertisements and paid content',
  comment: 'comments, their forms and rules',
  consent: 'cookies, privacy, terms',
  copyright: 'rights and makers of the site',
  newsletter: 'subscriptions, alerts, appeals for support',
  account: 'log in, register, passwords',
  end: 'closes the article',
  other: 'other words around a text that are not of it',
} as const;
export type MarkerMeaning = keyof typeof markerMeanings;

/**
 * Each place, and when a phrase stands in it. Where several phrases fit a line, the place named
 * first here decides: "Read more" alone is a button, "Read more: a headline" is read-also.
 */
export const markerPlaces = {
  line: 'is the whole line, its bullets, closing colon and counts left out',
  label: 'is the whole line, or starts it and is followed by a colon or bar',
  start: 'starts the line, with or without a colon; says little about long lines',
  anywhere: 'stands anywhere in a short line',
} as const;
export type MarkerPlace = keyof typeof markerPlaces;

/** Calendars by their identifiers in Unicode CLDR. */
export const calendars = {
  gregory: 'Gregorian',
  islamic: 'lunar Hijri',
  persian: 'solar Hijri',
} as const;
export type Calendar = keyof typeof calendars;

/**
 * Most words of a phrase, a character of an unsegmented script being one: the longest of the
 * built-in packs has so many.
 */
export const mostPhraseWords = 26;
