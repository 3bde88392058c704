import { describe, expect, it } from 'vitest';
import type { LonLat } from '@anlan/kernel';
import { countyAt, loadPlaces } from './index.ts';

/** Known places: position as in public gazetteers, county by GB/T 2260. */
const KNOWN: readonly (readonly [name: string, position: LonLat, code: string])[] = [
  ['定海城区', [122.105, 30.02], '330902'],
  ['金塘岛', [121.88, 30.03], '330902'],
  ['岙山岛', [122.14, 29.955], '330902'],
  ['册子岛', [121.935, 30.095], '330902'],
  ['沈家门', [122.298, 29.955], '330903'],
  ['普陀山', [122.385, 30.005], '330903'],
  ['朱家尖', [122.39, 29.91], '330903'],
  ['六横岛', [122.13, 29.72], '330903'],
  ['高亭镇', [122.199, 30.243], '330921'],
  ['衢山岛', [122.35, 30.44], '330921'],
  ['菜园镇', [122.451, 30.725], '330922'],
  ['枸杞岛', [122.77, 30.72], '330922'],
  ['泗礁山岛', [122.46, 30.715], '330922'],
];

describe('S-321: county of a place', () => {
  it.each(KNOWN)('%s', (_name, position, code) => {
    expect(countyAt(position)?.divisionCode).toBe(code);
  });

  it('agrees with every settled place of the gazetteer, and knows none on the shores of Ningbo', () => {
    const settled = loadPlaces().filter(({ kind }) => ['town', 'island', 'government', 'hospital'].includes(kind));
    const wrong = settled.filter(({ position, districtCode }) => (countyAt(position)?.divisionCode ?? null) !== districtCode).map(({ id }) => id);
    expect(settled.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  });

  it('at sea it is the nearest shore within 12 M, and says so; the open sea has none', () => {
    expect(countyAt([122.158, 29.943])).toMatchObject({ divisionCode: '330902', titles: { zh: '定海区' } });
    expect(countyAt([122.55, 30.72])).toMatchObject({ divisionCode: '330922', basis: 'nearest-shore' });
    expect(countyAt([123.4, 29.4])).toBeNull();
    expect(countyAt([121.9, 29.9])).toBeNull();
  });
});
