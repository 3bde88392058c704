import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './index.ts';

describe('canonical JSON', () => {
  it('is JSON: it reads back as the same value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }));
  });

  it('does not depend on the order in which members were written', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string(), fc.jsonValue()), { maxLength: 8 }), (members) => {
      const unique = [...new Map(members)];
      expect(canonicalJson(Object.fromEntries([...unique].reverse()))).toBe(canonicalJson(Object.fromEntries(unique)));
    }));
  });

  it('has no white space outside strings and sorts keys by UTF-16 units (RFC 8785, 3.2.3)', () => {
    expect(canonicalJson({ '\u20ac': 'a b', '\r': 1, '\ufb33': 2, '1': 3, '\ud83d\ude00': 4, '\u0080': 5, '\u00f6': 6 })).toBe(
      '{"\\r":1,"1":3,"\u0080":5,"\u00f6":6,"\u20ac":"a b","\ud83d\ude00":4,"\ufb33":2}',
    );
  });

  it('writes numbers as ECMAScript does, and −0 as 0', () => {
    expect(canonicalJson([-0, 1e21, 1e-7, 0.1 + 0.2, 100])).toBe('[0,1e+21,1e-7,0.30000000000000004,100]');
  });

  it('drops undefined members, keeps null, and puts null where a list has a gap', () => {
    expect(canonicalJson({ a: undefined, b: null, c: [undefined, 1] })).toBe('{"b":null,"c":[null,1]}');
  });

  it('escapes half of a surrogate pair, so that the text is valid UTF-8', () => {
    expect(canonicalJson('\ud800')).toBe('"\\ud800"');
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [() => 1], [1n], [Symbol('x')], [undefined]])('asserts on %s, which JSON cannot hold', (value) => {
    expect(() => canonicalJson(value)).toThrow(/canonical JSON/);
  });
});
