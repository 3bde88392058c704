import type { TObject, TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { describe, expect, it } from 'vitest';
import type { Route, RouteId } from './index.ts';
import { routes, schemas } from './index.ts';

const table = Object.entries(routes) as readonly (readonly [RouteId, Route])[];
const isEmpty = (schema: TSchema): boolean => Object.keys((schema as TObject).properties).length === 0;
const namesInPath = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '').sort();

describe('the route table', () => {
  it('has each method and path once', () => {
    const asRegistered = table.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(asRegistered.filter((one, i) => asRegistered.indexOf(one) !== i)).toEqual([]);
  });

  it.each(table)('%s: lies under /api, in small letters, without a slash at the end', (_id, { path }) => {
    expect(path).toMatch(/^\/api(\/([a-z]+(-[a-z]+)*|:[a-zA-Z]+))+(\.[a-z]+)?$/);
  });

  it.each(table)('%s: asks for exactly the names in its path', (_id, { path, params }) => {
    expect(Object.keys((params as TObject).properties).sort()).toEqual(namesInPath(path));
  });

  it.each(table.filter(([, { method }]) => method === 'GET' || method === 'DELETE'))('%s: reads and deletes carry no body', (_id, { body, bodyKind }) => {
    expect(isEmpty(body)).toBe(true);
    expect(bodyKind).toBe('json');
  });

  it.each(table.filter(([, { method }]) => method !== 'GET'))('%s: only a read may give bytes', (_id, { answerKind }) => {
    expect(answerKind).toBe('json');
  });

  it('nothing but the entrance, the state of the house and the report form is public', () => {
    expect(table.filter(([, { access }]) => access === 'public').map(([id]) => id).sort()).toEqual(['getHealth', 'getMeta', 'getReceipt', 'login', 'postPublicReport']);
  });
});

describe('pieces of the wire', () => {
  it.each([
    ['2026-11-23T09:00:00.000Z', true],
    ['2026-11-23T09:00:00Z', true],
    ['2026-11-23T09:00:00.000+08:00', false],
    ['2026-11-23T09:00:00', false],
    ['1795668420000', false],
  ])('an instant is UTC with Z: %s', (text, fits) => {
    expect(Value.Check(schemas.At, text)).toBe(fits);
  });

  it.each([
    [[122.158, 29.943], true],
    [[29.943, 122.158], false],
    [[122.158, 29.943, 0], false],
    [[Number.NaN, 29.943], false],
    [{ lonDeg: 122.158, latDeg: 29.943 }, false],
  ])('a place is [lonDeg, latDeg] in range: %j', (given, fits) => {
    expect(Value.Check(schemas.LonLat, given)).toBe(fits);
  });

  it('an error says in both languages what happened, what it means and what to do', () => {
    const said = { happened: 'a', means: 'b', next: 'c' };
    const answer = { code: 'X', params: {}, zh: said, en: said, reference: 'request-1' };
    expect(Value.Check(schemas.ErrorAnswer, answer)).toBe(true);
    expect(Value.Check(schemas.ErrorAnswer, { ...answer, zh: { happened: 'a', means: 'b' } })).toBe(false);
  });

  it('literals keep exactly their words', () => {
    const schema = schemas.literals(['phone', 'written']);
    expect(['phone', 'written', 'fax', 1].map((given) => Value.Check(schema, given))).toEqual([true, true, false, false]);
    expect(Value.Check(schemas.nullable(schema), null)).toBe(true);
  });
});
