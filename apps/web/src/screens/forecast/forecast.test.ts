import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Forecast, ForecastFrames } from '@anlan/contracts';
import { arrivalsNote, sortArrivals } from './arrivals.ts';
import { budgetAt, stackBudget } from './budget.ts';
import { csvCell, exportName, frameGeoJson, tablesCsv } from './export.ts';

const point = (at: string, afloatKg: number, evaporatedKg = 0, strandedKg = 0, outsideKg = 0, pendingKg = 0) => ({ at, afloatKg, evaporatedKg, strandedKg, outsideKg, pendingKg });
const arrival = (siteId: string, probabilityRatio: number, earliestAt: string | null, priorityIndex = 1) => ({ siteId, probabilityRatio, earliestAt, medianAt: null, priorityIndex, position: [122, 30] as [number, number], shoreLengthM: 5, titles: { zh: `=${siteId}`, en: siteId } });
const forecast = {
  id: 'fc-1', incidentId: 'inc-1', requestedAt: '2026-11-23T12:00:00.000Z', input: { randomSeed: 7 },
  summary: { modelVersion: 'drift 1', inputsHash: 'h', indicative: true, assumed: [{ code: 'A', params: {} }], warnings: [], massBudget: [point('2026-11-23T12:00:00.000Z', 1)], arrivals: [arrival('a', 0.5, '1'), arrival('n', 0, null)] },
} as unknown as Forecast;

describe('forecast on the screen and in files', () => {
  it('the stacked parts add up to what was spilled at every moment', () => {
    const kg = fc.integer({ min: 0, max: 1e6 });
    fc.assert(fc.property(fc.array(fc.tuple(kg, kg, kg, kg, kg), { minLength: 1, maxLength: 10 }), (rows) => {
      const points = rows.map(([a, b, c, d, e], index) => point(new Date(index * 1000).toISOString(), a, b, c, d, e));
      const { edgesTonnes } = stackBudget(points);
      rows.forEach((row, index) => expect(edgesTonnes.at(-1)?.[index]).toBeCloseTo(row.reduce((sum, value) => sum + value, 0) / 1000, 6));
    }));
  });

  it('the figures are those of the point at or before the shown moment', () => {
    const points = [point('2026-11-23T12:00:00.000Z', 1), point('2026-11-23T13:00:00.000Z', 2)];
    expect(budgetAt(points, Date.parse('2026-11-23T12:59:00.000Z'))?.afloatKg).toBe(1);
    expect(budgetAt(points, Infinity)?.afloatKg).toBe(2);
    expect(budgetAt(points, 0)?.afloatKg).toBe(1);
  });

  it('arrivals: most likely first, then earliest, then priority; never reached last', () => {
    const sorted = sortArrivals([arrival('none', 0, null), arrival('b', 0.5, '2'), arrival('a', 0.5, '1'), arrival('p', 0.5, '2', 0), arrival('sure', 1, '9')]);
    expect(sorted.map(({ siteId }) => siteId)).toEqual(['sure', 'a', 'p', 'b', 'none']);
  });

  it('no site reached is never said as an all-clear when over a hundredth of the oil left the data', () => {
    const summary = (outsideKg: number, reached = 0) => ({ massBudget: [point('2026-11-23T12:00:00.000Z', 1000), point('2026-11-24T12:00:00.000Z', 1000 - outsideKg, 0, 0, outsideKg)], arrivals: [arrival('n', reached, null)] }) as unknown as NonNullable<Forecast['summary']>;
    expect(arrivalsNote(summary(0))).toEqual({ key: 'web.arrivals.none', leftRatio: 0 });
    expect(arrivalsNote(summary(10))?.key).toBe('web.arrivals.none');
    expect(arrivalsNote(summary(980))).toEqual({ key: 'web.arrivals.none-known', leftRatio: 0.98 });
    expect(arrivalsNote(summary(20, 0.3))).toEqual({ key: 'web.arrivals.left', leftRatio: 0.02 });
    expect(arrivalsNote(summary(0, 0.3))).toBeNull();
  });

  it('a table carries its provenance, and a cell that would run as a formula is text', () => {
    const csv = tablesCsv(forecast, forecast.summary?.arrivals ?? [], 'real');
    expect(csv.startsWith('\ufeff# realm,real\r\n')).toBe(true);
    expect(csv).toContain('# modelVersion,drift 1');
    expect(csv).toContain("a,'=a,a,1,0.5,1,,5");
    expect(csvCell('a,"b"')).toBe('"a,""b"""');
    expect(csvCell(-3)).toBe('-3');
    for (const start of ['=', '+', '-', '@', '\t']) expect(csvCell(`${start}1`).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('the GeoJSON is the shown moment with its assumptions; what is not reached is not in it', () => {
    const frame: ForecastFrames['frames'][number] = { at: 'x', leadTimeS: 3600, positionsDeg: [122, 30, 123, 31], states: [1, 2], contours: [{ probabilityRatio: 0.5, polygons: [[[[122, 30], [123, 30], [123, 31], [122, 30]]]] }] };
    const read = JSON.parse(frameGeoJson(forecast, frame, 'drill-1')) as { metadata: Record<string, unknown>; features: { properties: Record<string, unknown>; geometry: { coordinates: unknown } }[] };
    expect(read.metadata).toMatchObject({ realm: 'drill-1', leadTimeS: 3600, assumed: [{ code: 'A' }] });
    expect(read.features.map(({ properties }) => properties['kind'])).toEqual(['probability-contour', 'particles-afloat', 'particles-stranded', 'sensitive-site']);
    expect(read.features[2]?.geometry.coordinates).toEqual([[123, 31]]);
  });

  it('a file of a drill says so in its name', () => {
    expect(exportName(forecast, 'csv', true)).toBe('EXERCISE-fc-1-2026-11-23T120000000Z.csv');
    expect(exportName(forecast, 'csv', false)).toBe('fc-1-2026-11-23T120000000Z.csv');
  });
});
