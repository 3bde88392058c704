import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asGroup, changedValues, degreesText, fromDraft, fromDrafts, isUnreadable, newValues, rebaseDrafts, toDraft, toDrafts } from './draft.ts';
import { field, FIELDS } from './fields-for-tests.ts';

const VALUES = {
  name: { zh: '一号罐', en: 'Tank 1' }, capacityM3: 1200.5, peopleCount: 12, rentFen: 1_234_567, connected: false, producedOn: '2022-03-01', expiresAt: '2032-02-29T16:00:00.000Z',
  kindCode: 'a', facilityId: 'fac-1', position: [122.15, 29.9495], boundary: [[[122, 30], [122.1, 30], [122.1, 30.1], [122, 30]]], documentId: `sha256-${'a'.repeat(64)}`,
  skillCodes: ['x', 'y'], years: [{ yearIndex: 2025, salesFen: 50_000_000_001 }],
};

describe('a record in a form', () => {
  it('S-451: every type of field comes back from the form as the value that went in', () => {
    expect(fromDrafts(FIELDS, toDrafts(FIELDS, VALUES))).toEqual(VALUES);
  });

  it('what is not given is null, never zero and never an empty text', () => {
    const nothing = fromDrafts(FIELDS, toDrafts(FIELDS, {}));
    expect(new Set(Object.values(nothing))).toEqual(new Set([null]));
    expect(newValues(FIELDS, toDrafts(FIELDS, {}))).toEqual({});
  });

  it('only changed fields are sent, and clearing one sends null', () => {
    const drafts = { ...toDrafts(FIELDS, VALUES), capacityM3: ' 1 300 ', kindCode: '' };
    expect(changedValues(FIELDS, VALUES, drafts)).toEqual({ capacityM3: 1300, kindCode: null });
    expect(changedValues(FIELDS, VALUES, toDrafts(FIELDS, VALUES))).toEqual({});
  });

  it('the order of members in stored titles is no change', () => {
    const stored = { ...VALUES, name: { en: 'Tank 1', zh: '一号罐' } };
    expect(changedValues(FIELDS, stored, toDrafts(FIELDS, stored))).toEqual({});
  });

  it('what cannot be read goes to the server as it stands, and is marked while typing', () => {
    const number = field('capacityM3', 'number');
    for (const text of ['十二', '1e3', '12 m', '1.2.3', 'NaN', 'Infinity']) {
      expect(fromDraft(number, text), text).toBe(text);
      expect(isUnreadable(number, text), text).toBe(true);
    }
    expect(fromDraft(number, '１２．５')).toBe(12.5);
    expect(fromDraft(field('rentFen', 'money'), '12.345')).toBe('12.345');
    expect(fromDraft(field('position', 'lonlat'), '30, 40')).toBe('30, 40');
    expect(fromDraft(field('boundary', 'polygon'), '{"type":"Point"}')).toBe('{"type":"Point"}');
    expect(isUnreadable(number, '')).toBe(false);
    expect(isUnreadable(field('note', 'text'), '十二')).toBe(false);
    expect(['2026-11', '2026-11-23 08:00', '2026-13-45T00:00:00Z', '2026-11-23T00:00:00.000Z'].map((text) => isUnreadable(field('at', 'instant'), text))).toEqual([true, true, true, false]);
    expect(['2026-1-2', '2026-11-23'].map((text) => isUnreadable(field('on', 'date'), text))).toEqual([true, false]);
  });

  it('a polygon is read from a geometry, from a feature and from bare rings', () => {
    const rings = VALUES.boundary;
    const boundary = field('boundary', 'polygon');
    for (const given of [{ type: 'Polygon', coordinates: rings }, { type: 'Feature', geometry: { type: 'Polygon', coordinates: rings } }, rings]) {
      expect(fromDraft(boundary, JSON.stringify(given))).toEqual(rings);
    }
  });

  it('numbers and positions of any size survive the form', () => {
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true }).map((value) => Number(value.toFixed(6)) + 0), (value) => {
      expect(fromDraft(field('n', 'number'), toDraft(field('n', 'number'), value))).toBeCloseTo(value, 9);
    }));
    fc.assert(fc.property(fc.integer({ min: -1_800_000, max: 1_800_000 }), fc.integer({ min: -900_000, max: 900_000 }), (lon, lat) => {
      const at = [lon / 10_000, lat / 10_000];
      expect(fromDraft(field('p', 'lonlat'), toDraft(field('p', 'lonlat'), at))).toEqual(at.map((part) => (part === 0 ? 0 : part)));
    }));
    expect(degreesText([-70.5, -33.25])).toBe('33.25°S 70.5°W');
  });
});

describe('somebody else was first', () => {
  it('S-451: what was typed stays, what others changed follows, and a clash is named', () => {
    const drafts = { ...toDrafts(FIELDS, VALUES), capacityM3: '1300', peopleCount: '13' };
    const after = { ...VALUES, capacityM3: 1400, kindCode: null };
    const rebased = rebaseDrafts(FIELDS, VALUES, after, drafts);
    expect(asGroup(rebased.drafts)['capacityM3']).toBe('1300');
    expect(rebased.drafts['kindCode']).toBe('');
    expect(rebased.theirs).toEqual(['capacityM3', 'kindCode']);
    expect(rebased.clashes).toEqual(['capacityM3']);
    expect(changedValues(FIELDS, after, rebased.drafts)).toEqual({ capacityM3: 1300, peopleCount: 13 });
  });

  it('both typed the same: no clash', () => {
    const rebased = rebaseDrafts(FIELDS, VALUES, { ...VALUES, capacityM3: 1300 }, { ...toDrafts(FIELDS, VALUES), capacityM3: '1300' });
    expect(rebased.clashes).toEqual([]);
  });
});
