import { WrittenNumber } from '../text/exact-json.ts';
import type { Fields, Kind } from './kind.ts';

/** What values of one place have been so far: a kind, or `nothing` where all were null. */
export type Shape =
  'nothing' | 'any' | 'text' | 'whole' | 'number' | 'flag' | ListShape | ObjectShape;

interface ListShape {
  readonly list: Shape;
}

/** What objects of one place have been. */
export interface ObjectShape {
  readonly object: Readonly<Record<string, Shape>>;
}

/** An object with more names than this has values for keys, not fields. */
const mostNames = 1000;
const deepest = 50;

/** The shape of one JSON value. */
export function shapeOf(value: unknown, depth = 0): Shape {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'number') return Number.isInteger(value) ? 'whole' : 'number';
  if (value instanceof WrittenNumber) return /^-?\d+$/u.test(value.digits) ? 'whole' : 'number';
  if (depth >= deepest) return 'any';
  if (Array.isArray(value)) {
    let list: Shape = 'nothing';
    for (const item of value as unknown[]) list = joinShapes(list, shapeOf(item, depth + 1));
    return { list };
  }
  const entries = Object.entries(value);
  if (entries.length > mostNames) return 'any';
  return {
    object: Object.fromEntries(entries.map(([name, item]) => [name, shapeOf(item, depth + 1)])),
  };
}

/** The narrowest shape that both have; `any` where they are of different kinds. */
export function joinShapes(one: Shape, other: Shape): Shape {
  if (one === other || other === 'nothing') return one;
  if (one === 'nothing') return other;
  if (typeof one === 'string' || typeof other === 'string') {
    const areNumbers = isNumber(one) && isNumber(other);
    return areNumbers ? 'number' : 'any';
  }
  if ('list' in one && 'list' in other) return { list: joinShapes(one.list, other.list) };
  if (!('object' in one) || !('object' in other)) return 'any';
  const object = new Map(Object.entries(one.object));
  for (const [name, shape] of Object.entries(other.object)) {
    object.set(name, joinShapes(object.get(name) ?? 'nothing', shape));
  }
  return object.size > mostNames ? 'any' : { object: Object.fromEntries(object) };
}

function isNumber(shape: Shape): boolean {
  return shape === 'whole' || shape === 'number';
}

/** Whether values of several kinds have been in some place. */
export function isMixed(shape: Shape): boolean {
  if (typeof shape === 'string') return shape === 'any';
  return 'list' in shape ? isMixed(shape.list) : Object.values(shape.object).some(isMixed);
}

/** The kind that values of a shape have; what was always null is taken for text. */
export function kindOfShape(shape: Shape): Kind {
  if (shape === 'nothing') return 'text';
  if (typeof shape === 'string') return shape;
  if ('list' in shape) return { list: kindOfShape(shape.list) };
  return { fields: fieldsOfShape(shape) };
}

/** Fields of objects of a shape. */
export function fieldsOfShape({ object }: ObjectShape): Fields {
  return Object.fromEntries(
    Object.entries(object).map(([name, shape]) => [
      name,
      { kind: kindOfShape(shape), means: 'carried along from the input' },
    ]),
  );
}
