import type { EastNorthMps, Instant, LonLat } from '@anlan/kernel';
import { addS, instant } from '@anlan/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FineSeaGrid, SeaField, SeaFieldRoute, SeaPlace, SeaProfile, SeaWorld } from '../api/sea-field.ts';
import type { CurrentSource, DepthGrid, TideHeightSource } from '../spi/sea-sources.ts';
import { cellMiddle, fineGridOf, fineGridOfText, rectangle } from '../test-world.ts';
import { searchSeaField } from './field.ts';

const departAt = instant('2026-11-25T04:00:00Z');
const SHIP: SeaProfile = { id: '船', speedMps: 5 };

function fieldOf(world: SeaWorld, from: SeaPlace, profile: SeaProfile = SHIP, at: Instant = departAt): SeaField {
  const field = searchSeaField(world, { from, departAt: at, profile, toleranceM: 300 });
  if (!field.ok) throw new Error(JSON.stringify(field.refusal));
  return field.value;
}
function routeOf(field: SeaField, place: SeaPlace): SeaFieldRoute {
  const found = field.to(place);
  if (!found.found) throw new Error(JSON.stringify(found.reason));
  return found.route;
}
function place(grid: FineSeaGrid, x: number, y: number): SeaPlace {
  return { name: `${x}/${y}`, position: cellMiddle(grid, x, y) };
}
/** Depth by letter of the same map as the land: digits are metres, `#` land. */
function depthOfText(grid: FineSeaGrid, rows: readonly string[]): DepthGrid {
  const depthM = Float32Array.from(rows.toReversed().join(''), (letter) => (letter === '#' ? Number.NaN : letter === '.' ? 20 : Number(letter)));
  return { bboxDeg: grid.bboxDeg, columnCount: grid.widthCount, rowCount: grid.heightCount, depthM, indicative: true, source: 'test' };
}
/** Low water at departure, high water 6.2 h later. */
function tideOf(rangeM: number, lowM = 0): TideHeightSource {
  return { heightM: (at) => lowM + (rangeM / 2) * (1 - Math.cos(((at - departAt) / 44_700_000) * 2 * Math.PI)), indicative: false, source: 'test' };
}
function currentOf(velocity: (position: LonLat, at: Instant) => EastNorthMps | null): CurrentSource {
  return { velocityAt: velocity, indicative: false, source: 'test' };
}

const BAR = ['.....#.....', '.....#.....', '.....2.....', '.....#.....', '.....#.....'];

describe('draught and tide', () => {
  const grid = fineGridOfText(BAR.map((row) => row.replaceAll('2', '.')));
  const world: SeaWorld = { grid, closures: [], depth: depthOfText(grid, BAR), tide: tideOf(3) };
  const [from, to] = [place(grid, 1, 2), place(grid, 9, 2)];

  it('S-450: a vessel waits for the water, and the reason says how deep, how much it needs and until when', () => {
    const route = routeOf(fieldOf(world, from, { ...SHIP, draughtM: 2.4, underKeelClearanceM: 0.4 }), to);
    // 2.0 m + tide ≥ 2.8 m: (3/2)(1 − cos) = 0.8 at 2.14 h.
    expect(route.waitS / 3600).toBeGreaterThan(1.9);
    expect(route.waitS / 3600).toBeLessThan(2.25);
    expect(route.reason).toContainEqual({ code: 'MOVEMENT_DEPTH_UNTIL', params: expect.objectContaining({ needM: 2.8, untilAt: expect.stringMatching(/^2026-11-25T06:0\d/) }) });
    expect(route.arriveAt - departAt).toBe(route.durationS * 1000);
  });

  it('goes at once when the water is high, and never when it never is; each with its reason', () => {
    const high = routeOf(fieldOf(world, from, { ...SHIP, draughtM: 2.4, underKeelClearanceM: 0.4 }, addS(departAt, 5 * 3600)), to);
    expect(high).toMatchObject({ waitS: 0 });
    const deep = fieldOf(world, from, { ...SHIP, draughtM: 5, underKeelClearanceM: 0.5 });
    expect(deep.to(to)).toEqual({ found: false, reason: [{ code: 'MOVEMENT_DEPTH_SHORT', params: { depthM: 2, needM: 5.5 } }] });
    expect(deep.arriveAtS(to.position)).toBeNull();
  });

  it('names what it was not given', () => {
    const codes = (w: SeaWorld, profile: SeaProfile) => fieldOf(w, from, profile).assumed.map(({ code }) => code);
    expect(codes({ grid, closures: [] }, SHIP)).toEqual(['MOVEMENT_ASSUMED_DRAUGHT_UNKNOWN', 'MOVEMENT_ASSUMED_CURRENT_NONE']);
    expect(codes({ grid, closures: [] }, { ...SHIP, draughtM: 2 })).toContain('MOVEMENT_ASSUMED_DEPTH_UNCHECKED');
    expect(codes({ ...world, tide: { ...tideOf(2), indicative: true } }, { ...SHIP, draughtM: 2 })).toEqual(['MOVEMENT_ASSUMED_UKC', 'MOVEMENT_ASSUMED_DEPTH_INDICATIVE', 'MOVEMENT_ASSUMED_TIDE_INDICATIVE', 'MOVEMENT_ASSUMED_CURRENT_NONE']);
  });

  it('does not let a vessel wait where it would fall dry', () => {
    // The pool behind the first bar is open for an hour at high water only; the second bar opens never in it.
    const rows = ['...#...#...', '...3.2.1...', '...#...#...'];
    const pool = fineGridOfText(rows.map((row) => row.replaceAll(/\d/gu, '.')));
    const late: SeaWorld = { grid: pool, closures: [], depth: depthOfText(pool, rows), tide: tideOf(3) };
    const [a, b] = [place(pool, 1, 1), place(pool, 9, 1)];
    const route = routeOf(fieldOf(late, a, { ...SHIP, draughtM: 3.4, underKeelClearanceM: 0.2 }), b);
    // Needs 3.6: cell 3 at 0.6 m of tide, cell 2 at 1.6 m, cell 1 at 2.6 m (4.75 h): it waits in deep water between.
    expect(route.durationS / 3600).toBeGreaterThan(4.4);
    expect(route.durationS / 3600).toBeLessThan(5);
  });
});

it('leaves a berth that dries when the water comes, and sails on at any angle from there', () => {
  const rows = ['2........', '2........', '.........'];
  const grid = fineGridOfText(rows.map((row) => row.replaceAll('2', '.')));
  const world: SeaWorld = { grid, closures: [], depth: depthOfText(grid, rows), tide: tideOf(3) };
  const profile = { ...SHIP, draughtM: 2.4, underKeelClearanceM: 0.4 };
  const route = routeOf(fieldOf(world, place(grid, 0, 2), profile), place(grid, 8, 0));
  const deep = routeOf(fieldOf(world, place(grid, 1, 2), profile), place(grid, 8, 0));
  expect(route.reason.map(({ code }) => code)).toContain('MOVEMENT_DEPTH_UNTIL');
  expect(route.waitS / 3600).toBeGreaterThan(1.9);
  expect(route.durationS - route.waitS - deep.durationS).toBeLessThan(45);
});

const blobs = fc.array(fc.record({ x: fc.nat(11), y: fc.nat(11), depth: fc.integer({ min: 0, max: 9 }), size: fc.integer({ min: 1, max: 4 }) }), { maxLength: 8 });
function shoals(islands: readonly { x: number; y: number; depth: number; size: number }[]): { readonly grid: FineSeaGrid; readonly depth: DepthGrid } | undefined {
  const rows = Array.from({ length: 12 }, (_r, y) => Array.from({ length: 12 }, (_c, x) => {
    if (x < 2 && y < 2) return '.';
    const over = islands.findLast((island) => Math.abs(island.x - x) < island.size && Math.abs(island.y - y) < island.size);
    return over === undefined ? '.' : over.depth === 0 ? '#' : String(over.depth);
  }).join(''));
  const grid = fineGridOfText(rows.map((row) => row.replaceAll(/\d/gu, '.')));
  return { grid, depth: depthOfText(grid, rows) };
}
function expectNeverEarlier(slow: SeaField, fast: SeaField, slackRatio = 0): void {
  for (let cell = 0; cell < slow.cellS.length; cell++) {
    if (slow.cellS[cell] === Infinity) continue;
    expect(fast.cellS[cell]!).toBeLessThanOrEqual(slow.cellS[cell]! * (1 + slackRatio) + 0.2);
  }
}

describe('laws of the sea field', () => {
  const start = (grid: FineSeaGrid): SeaPlace => place(grid, 0, 11);

  it('more draught never shortens and more tide never lengthens', () => {
    fc.assert(fc.property(blobs, fc.double({ min: 1, max: 8, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }), (islands, draughtM, more) => {
      const { grid, depth } = shoals(islands)!;
      const world: SeaWorld = { grid, closures: [], depth, tide: tideOf(3) };
      const one = fieldOf(world, start(grid), { ...SHIP, draughtM, underKeelClearanceM: 0.3 });
      expectNeverEarlier(fieldOf(world, start(grid), { ...SHIP, draughtM: draughtM + more, underKeelClearanceM: 0.3 }), one, GRID_RATIO);
      expectNeverEarlier(one, fieldOf({ ...world, tide: tideOf(3, more) }, start(grid), { ...SHIP, draughtM, underKeelClearanceM: 0.3 }), GRID_RATIO);
    }), { numRuns: 40, seed: 20261124 });
  });

  it('a closure never shortens, whether for good or for a time', () => {
    fc.assert(fc.property(blobs, fc.nat(1500), fc.nat(3000), (islands, fromS, lastS) => {
      const { grid } = shoals(islands)!;
      const [a, b] = [cellMiddle(grid, 4, 4), cellMiddle(grid, 8, 9)];
      const area = { id: 'c', name: '封闭', polygon: rectangle([a[0], a[1], b[0], b[1]]), sourceText: 'test' };
      const free = fieldOf({ grid, closures: [] }, start(grid));
      const timed = fieldOf({ grid, closures: [{ ...area, fromAt: addS(departAt, fromS), untilAt: addS(departAt, fromS + lastS) }] }, start(grid));
      expectNeverEarlier(timed, free);
      expectNeverEarlier(fieldOf({ grid, closures: [area] }, start(grid)), timed, GRID_RATIO);
    }), { numRuns: 40, seed: 20261125 });
  });

  it('without current a way is as long back as out, and a stop on the way never saves time (triangle)', () => {
    fc.assert(fc.property(blobs, fc.nat(11), fc.nat(11), fc.nat(11), fc.nat(11), (islands, x, y, viaX, viaY) => {
      const { grid } = shoals(islands)!;
      const world: SeaWorld = { grid, closures: [] };
      const [a, b, via] = [start(grid), place(grid, x, y), place(grid, viaX, viaY)];
      const out = fieldOf(world, a).arriveAtS(b.position);
      const toVia = fieldOf(world, a).arriveAtS(via.position);
      if (out === null || toVia === null || grid.land[y * 12 + x] === 1) return;
      expect(Math.abs(fieldOf(world, b).arriveAtS(a.position)! - out)).toBeLessThan(0.003 * out + 0.1);
      const onward = fieldOf(world, via).arriveAtS(b.position);
      if (onward !== null) expect(out).toBeLessThanOrEqual((toVia + onward) * 1.003 + 0.1);
    }), { numRuns: 60, seed: 20261126 });
  });

  it('who leaves later never arrives earlier (FIFO), with tide, closure and current', () => {
    fc.assert(fc.property(blobs, fc.nat(4 * 3600), fc.nat(4 * 3600), fc.boolean(), (islands, firstS, moreS, hasCurrent) => {
      const { grid, depth } = shoals(islands)!;
      const area = { id: 'c', name: '封闭', polygon: rectangle([...cellMiddle(grid, 4, 4), ...cellMiddle(grid, 8, 9)]), sourceText: 'test', fromAt: addS(departAt, 3600), untilAt: addS(departAt, 7200) };
      const current = currentOf((_position, at) => ({ eastMps: Math.sin((at - departAt) / 7_100_000), northMps: 0.3 }));
      const world: SeaWorld = { grid, depth, tide: tideOf(3), closures: [area], ...(hasCurrent ? { current } : {}) };
      const profile = { ...SHIP, draughtM: 3, underKeelClearanceM: 0.3 };
      const early = fieldOf(world, start(grid), profile, addS(departAt, firstS));
      const late = fieldOf(world, start(grid), profile, addS(departAt, firstS + moreS));
      for (let cell = 0; cell < early.cellS.length; cell++) {
        if (late.cellS[cell] === Infinity) continue;
        expect(early.cellS[cell]! - 30).toBeLessThanOrEqual((late.cellS[cell]! + moreS) + GRID_RATIO * late.cellS[cell]! + (hasCurrent ? 60 : 0));
      }
    }), { numRuns: 30, seed: 20261127 });
  });
});

describe('current', () => {
  const grid = fineGridOf([]);
  const [west, east] = [place(grid, 30, 111), place(grid, 164, 111)];

  it('is added along the way: down it s + c, up it s − c, across it √(s² − c²)', () => {
    const world: SeaWorld = { grid, closures: [], current: currentOf(() => ({ eastMps: 2, northMps: 0 })) };
    const down = routeOf(fieldOf(world, west), east);
    const up = routeOf(fieldOf(world, east), west);
    expect(down.distanceM / down.durationS).toBeCloseTo(7, 1);
    expect(up.distanceM / up.durationS).toBeCloseTo(3, 1);
    const across = routeOf(fieldOf(world, { name: 's', position: [122.1, 30.03] }), { name: 'n', position: [122.1, 30.17] });
    expect(across.distanceM / across.durationS).toBeCloseTo(Math.sqrt(21), 1);
  });

  it('holds a vessel that cannot stem it until it slackens, and says so', () => {
    const slackAt = addS(departAt, 3 * 3600);
    const world: SeaWorld = { grid, closures: [], current: currentOf((_position, at) => ({ eastMps: at < slackAt ? 6 : 0.5, northMps: 0 })) };
    const route = routeOf(fieldOf(world, east), west);
    expect(route.waitS).toBeGreaterThan(2.5 * 3600);
    expect(route.reason.map(({ code }) => code)).toContain('MOVEMENT_CURRENT_UNTIL');
    const never: SeaWorld = { ...world, current: currentOf(() => ({ eastMps: 6, northMps: 0 })) };
    expect(fieldOf(never, east).to(west).found).toBe(false);
  });

  it('with a current of zero is within the bound of the grid of what it is without', () => {
    const still = fieldOf({ grid, closures: [], current: currentOf(() => ({ eastMps: 0, northMps: 0 })) }, west);
    const without = fieldOf({ grid, closures: [] }, west);
    expectNeverEarlier(still, without);
    expectNeverEarlier(without, still, GRID_RATIO);
    expect(routeOf(still, east).durationS).toBeLessThanOrEqual(routeOf(without, east).durationS * 1.001 + 1);
  });
});

describe('weather, bridges, closures', () => {
  const grid = fineGridOfText(BAR.map((row) => row.replaceAll('2', '.')));
  const [from, to] = [place(grid, 1, 2), place(grid, 9, 2)];

  it('S-450: it leaves when the wind is below the limit again, and only when it arrives before it rises', () => {
    const steps = [0, 1800, 1900, 7200].map((s, i) => ({ at: addS(departAt, s), windSpeedMps: i % 2 === 0 ? 15 : 8, waveHeightM: 0.5, visibilityM: 9000 }));
    const route = routeOf(fieldOf({ grid, closures: [], weather: { steps, source: 'test' } }, from, { ...SHIP, windSpeedMpsMax: 13.8 }), to);
    expect(route.departAt).toBe(addS(departAt, 7200));
    expect(route.reason).toContainEqual({ code: 'MOVEMENT_SEA_WIND_UNTIL', params: { name: '船', windSpeedMps: 15, windLimitMps: 13.8, untilAt: '2026-11-25T06:00:00.000Z' } });
    const shut = fieldOf({ grid, closures: [], weather: { steps: steps.slice(0, 1), source: 'test' } }, from, { ...SHIP, windSpeedMpsMax: 13.8 });
    expect(shut.to(to)).toEqual({ found: false, reason: [{ code: 'MOVEMENT_SEA_WIND_LIMIT', params: { name: '船', windSpeedMps: 15, windLimitMps: 13.8 } }] });
  });

  it('a bridge stops a high vessel, and at high water a lower one', () => {
    const bridge = { id: 'b', name: { zh: '桥', en: 'Bridge' }, lineDeg: [cellMiddle(grid, 5, 0), cellMiddle(grid, 5, 4)], clearanceM: 10, sourceText: 'test' };
    const world: SeaWorld = { grid, closures: [], bridges: [bridge], tide: tideOf(3) };
    expect(fieldOf(world, from, { ...SHIP, airDraughtM: 12 }).to(to)).toEqual({ found: false, reason: [{ code: 'MOVEMENT_AIR_DRAUGHT', params: { nameZh: '桥', nameEn: 'Bridge', clearanceM: 10, airDraughtM: 12 } }] });
    expect(routeOf(fieldOf(world, from, { ...SHIP, airDraughtM: 8 }), to).waitS).toBe(0);
    const high = routeOf(fieldOf(world, from, { ...SHIP, airDraughtM: 8 }, addS(departAt, 5 * 3600)), to);
    expect(high.reason.map(({ code }) => code)).toContain('MOVEMENT_AIR_DRAUGHT_UNTIL');
    expect(high.waitS).toBeGreaterThan(3600);
  });

  it('a closure with an end is waited for when that is earlier, with its source', () => {
    const polygon = rectangle([cellMiddle(grid, 4, 0)[0], cellMiddle(grid, 0, 0)[1], cellMiddle(grid, 6, 0)[0], cellMiddle(grid, 0, 4)[1]]);
    const closure = { id: 'c', name: '封航', polygon, untilAt: addS(departAt, 1800), sourceText: '海事' };
    const route = routeOf(fieldOf({ grid, closures: [closure] }, from), to);
    expect(route.waitS).toBeGreaterThan(1500);
    expect(route.reason).toContainEqual({ code: 'MOVEMENT_SEA_CLOSED_UNTIL', params: { name: '封航', sourceText: '海事', untilAt: '2026-11-25T04:30:00.000Z' } });
  });

  it('refuses figures that cannot be, and a start without water', () => {
    const ask = (profile: Partial<SeaProfile>, position: LonLat = from.position) => searchSeaField({ grid, closures: [] }, { from: { name: 'x', position }, departAt, profile: { ...SHIP, ...profile }, toleranceM: 100 });
    expect(ask({ speedMps: 0 })).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_INPUT_OUT_OF_RANGE', params: { name: 'speedMps' } } });
    expect(ask({}, [120, 30])).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_OUTSIDE_GRID' } });
    const depth = depthOfText(grid, BAR.map((row) => row.replaceAll('.', '1')));
    expect(searchSeaField({ grid, closures: [], depth }, { from, departAt, profile: { ...SHIP, draughtM: 4 }, toleranceM: 100 })).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_START_SHUT' } });
  });
});

/** Ways through timed cells and in a current are found on 16 moves, at most 2.8 % longer than at any angle, and taken when 1 % earlier. */
const GRID_RATIO = 0.039;
