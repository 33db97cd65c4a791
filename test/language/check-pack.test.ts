import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackError, checkPack } from '../../src/language/check-pack.ts';

const smallest = {
  code: 'eo',
  name: 'Esperanto',
  scripts: ['Latn'],
  markers: [{ means: 'related', where: 'line', texts: ['Legu ankaŭ'] }],
};

/** The message for a pack that is the smallest one but for some fields. */
function messageFor(changes: Readonly<Record<string, unknown>>): string {
  try {
    checkPack({ ...smallest, ...changes });
  } catch (error) {
    if (error instanceof PackError) return error.message;
    throw error;
  }
  return 'no fault';
}

test('what a small pack leaves out is empty', () => {
  expect(checkPack(smallest)).toEqual({
    ...smallest,
    markers: [{ means: 'related', where: 'line', seenIn: 'own pack', texts: ['Legu ankaŭ'] }],
    functionWords: [],
    months: [],
    weekdays: [],
    relativeTime: { ago: [], units: [], moments: [] },
  });
});

test('a value that is no pack at all says what is missing', () => {
  expect(() => checkPack(['ar'])).toThrow(
    'The language pack has 5 faults:\n' +
      '  pack: found ["ar"], expected an object with code, name, scripts, markers, ' +
      'functionWords, months, weekdays, relativeTime\n' +
      '  code: found nothing, expected a language tag such as "ar"\n' +
      '  name: found nothing, expected a text\n' +
      '  scripts: found nothing, expected a list\n' +
      '  markers: found nothing, expected a list',
  );
});

test('every fault is listed, with the place of each in the JSON', () => {
  const markers = [
    { means: 'relatd', where: 'top', texts: ['Legu', '  Legu plu', '***', 7] },
    { means: 'tags', where: 'line', texts: 'Etikedoj' },
  ];
  expect(messageFor({ code: 'Esperanto', scripts: ['latin'], markers })).toBe(
    'The language pack has 8 faults:\n' +
      '  code: found "Esperanto", expected a language tag such as "ar"\n' +
      '  scripts[0]: found "latin", expected a script code such as "Arab" or "Latn"\n' +
      '  markers[0].means: found "relatd", expected one of related, read-also, related-or-tags, ' +
      'tags, embedded, more, attribution, byline, date, caption, rating, share, navigation, ' +
      'section, advert, comment, consent, copyright, newsletter, account, end, other\n' +
      '  markers[0].where: found "top", expected one of line, label, start, anywhere\n' +
      '  markers[0].texts[1]: found "  Legu plu", expected one line without blanks around it or ' +
      'two in a row\n' +
      '  markers[0].texts[2]: found "***", expected a text with at least one letter\n' +
      '  markers[0].texts[3]: found 7, expected a text\n' +
      '  markers[1].texts: found "Etikedoj", expected a list',
  );
});

test('an unknown key is named, as a misspelt one would be silently ignored', () => {
  expect(messageFor({ functionWord: ['la'] })).toBe(
    'The language pack has 1 fault:\n' +
      '  pack: has the unknown key "functionWord", expected only code, name, scripts, markers, ' +
      'functionWords, months, weekdays, relativeTime',
  );
});

test('a phrase given twice for one place is a fault, whatever it means', () => {
  const markers = [
    { means: 'related', where: 'line', texts: ['Temoj', 'Novaĵoj'] },
    { means: 'tags', where: 'label', texts: ['Temoj'] },
    { means: 'tags', where: 'line', texts: ['TÉMOJ:'] },
  ];
  expect(messageFor({ markers })).toBe(
    'The language pack has 1 fault:\n' +
      '  markers[2].texts[0]: found "TÉMOJ:", expected a phrase of other words; ' +
      'markers[0].texts[0] has the same',
  );
});

test('months and weekdays are counted', () => {
  const months = [{ calendar: 'julian', names: ['Januaro', 'Februaro'] }];
  expect(messageFor({ months, weekdays: [['lundo']] })).toBe(
    'The language pack has 3 faults:\n' +
      '  months[0].calendar: found "julian", expected one of gregory, islamic, persian\n' +
      '  months[0].names: found 2 of 12 names\n' +
      '  weekdays[0]: found 1 of 7 names',
  );
});

test('long values are cut in the message, long phrases refused', () => {
  const message = messageFor({ name: 'a'.repeat(500) });
  expect(message).toBe(
    'The language pack has 1 fault:\n' +
      `  name: found "${'a'.repeat(59)}..., expected at most 120 characters`,
  );
});

test('whatever JSON holds, it is a pack or a PackError', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      try {
        expect(checkPack(value).code).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(PackError);
      }
    }),
  );
});
