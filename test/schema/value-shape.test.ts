import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isMixed,
  joinShapes,
  kindOfShape,
  type Shape,
  shapeOf,
} from '../../src/schema/value-shape.ts';
import { WrittenNumber } from '../../src/text/exact-json.ts';

const shape = (json: string): Shape => shapeOf(JSON.parse(json));

test('a shape is what all values fit', () => {
  const joined = [
    '{"a": null, "b": [], "c": 1}',
    '{"a": "x", "b": [{"d": true}], "c": 2.5}',
    '{"e": {"f": []}}',
  ].map(shape);
  expect(kindOfShape(joined.reduce(joinShapes))).toMatchObject({
    fields: {
      a: { kind: 'text' },
      b: { kind: { list: { fields: { d: { kind: 'flag' } } } } },
      c: { kind: 'number' },
      e: { kind: { fields: { f: { kind: { list: 'text' } } } } },
    },
  });
});

test('values of several kinds have none', () => {
  expect(isMixed(joinShapes(shape('{"a": 1}'), shape('{"a": "1"}')))).toBe(true);
  expect(isMixed(shape('[1, [2]]'))).toBe(true);
  expect(isMixed(shape('[1, 2.5, null]'))).toBe(false);
});

test('numbers that were kept as they were written are numbers', () => {
  expect(shapeOf(new WrittenNumber('12345678901234567890'))).toBe('whole');
  expect(shapeOf(new WrittenNumber('1.0'))).toBe('number');
});

test('the order of values does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (values) => {
      const forth = values.map((value) => shapeOf(value)).reduce<Shape>(joinShapes, 'nothing');
      const back = values
        .toReversed()
        .map((value) => shapeOf(value))
        .reduce<Shape>(joinShapes, 'nothing');
      expect(back).toEqual(forth);
    }),
  );
});
