import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ForecastFrames, Order, QueueRow, Reading, SensorNow, Vessel } from '@anlan/contracts';
import { contourFeatures, incidentFeatures, milestoneFeatures, sensorFeatures, unitFeatures } from './features.ts';
import { graticule } from './graticule.ts';
import { mercatorX, mercatorY, particleVertices } from './particle-vertices.ts';
import { drawnVessels } from './vessels.ts';
import { metresPerPixel, scaleBar } from './scale.ts';

const named = (titles: { zh: string }) => titles.zh;
const at = '2026-11-23T12:00:00.000Z';
const square = [[[[122, 30], [122.1, 30], [122.1, 30.1], [122, 30]]]] as [number, number][][][];
const frame = (leadTimeS: number, probabilities = [0.05, 0.5, 0.9]): ForecastFrames['frames'][number] => ({
  at, leadTimeS, positionsDeg: [], states: [], contours: probabilities.map((probabilityRatio) => ({ probabilityRatio, polygons: square })),
});

describe('map geometry', () => {
  it('Mercator: the equator is the middle, north is up, and 85.0511° is the edge', () => {
    expect(mercatorX(0)).toBe(0.5);
    expect(mercatorY(0)).toBeCloseTo(0.5, 12);
    expect(mercatorY(30)).toBeLessThan(0.5);
    expect(mercatorY(85.0511287798)).toBeCloseTo(0, 9);
  });

  it('only particles afloat or ashore are drawn, each with its state', () => {
    const vertices = particleVertices({ positionsDeg: [122, 30, 122.1, 30.1, 122.2, 30.2, 122.3, 30.3], states: [0, 1, 2, 3] });
    expect(vertices).toHaveLength(6);
    expect([vertices[2], vertices[5]]).toEqual([1, 2]);
    expect(vertices[0]).toBeCloseTo(mercatorX(122.1), 6);
  });

  it('the scale bar is a round length of miles that fits, at every zoom', () => {
    fc.assert(fc.property(fc.double({ min: 6.5, max: 16, noNaN: true }), fc.double({ min: -60, max: 60, noNaN: true }), (zoom, latDeg) => {
      const bar = scaleBar(zoom, latDeg);
      expect(bar.widthPx).toBeLessThanOrEqual(97);
      expect(bar.lengthM / metresPerPixel(zoom, latDeg)).toBeCloseTo(bar.widthPx, -1);
    }));
    // 2πR·cos 0 / (512·2^9) on the equator at zoom 9.
    expect(metresPerPixel(9, 0)).toBeCloseTo(152.874, 2);
  });

  it('the graticule covers the region on whole steps', () => {
    const lines = graticule([121, 29.2, 123.5, 31.3], 0.5).features.map(({ geometry }) => geometry.coordinates);
    const lons = lines.filter(([a, b]) => a?.[0] === b?.[0]).map(([a]) => a?.[0] ?? 0);
    expect(Math.min(...lons)).toBeLessThanOrEqual(121);
    expect(Math.max(...lons)).toBeGreaterThanOrEqual(123.5);
    for (const lon of lons) expect(Math.abs(lon * 2 - Math.round(lon * 2))).toBeLessThan(1e-9);
  });
});

describe('records on the map', () => {
  const row = (kind: QueueRow['kind'], levelIndex: number | null): QueueRow => ({
    id: 'x', kind, section: 'active', titles: { zh: '溢油', en: 'spill' }, detail: { zh: '', en: '' }, levelIndex, urgencyIndex: 1, position: [122, 30], sinceAt: at,
    dueAt: null, dueTitles: null, overdueCount: 0, simulated: false, sounding: false, nextAction: { code: '', key: '' }, streamVersion: 1, ownerTitles: null,
  });

  it('what was not graded is a ring with ?, never the colour of its urgency; only the selected one is named', () => {
    const [alert, incident] = incidentFeatures([row('alert', null), row('incident', 2)], 'incident/x', named).features;
    expect(alert?.properties).toMatchObject({ icon: 'incident-0', name: '' });
    expect(incident?.properties).toMatchObject({ icon: 'incident-2-big', name: '溢油' });
    expect(incidentFeatures([row('order', null)], '', named).features).toEqual([]);
  });

  it('every contour is filled, the outermost and the even chance are outlined', () => {
    expect(contourFeatures(frame(0)).features.map(({ properties }) => properties?.['outlined'])).toEqual([true, true, false]);
    expect(contourFeatures(undefined).features).toEqual([]);
  });

  it('milestones stand at +3, +6, +12, +24 h where the run has them, but not where the shown moment is', () => {
    const frames: ForecastFrames = { forecastId: 'f', particleCount: 0, frames: [0, 10_800, 12_600, 21_600].map((lead) => frame(lead)) };
    expect(milestoneFeatures(frames, 0).features.map(({ properties }) => properties?.['label'])).toEqual(['+3 h', '+6 h']);
    expect(milestoneFeatures(frames, 21_600).features.map(({ properties }) => properties?.['label'])).toEqual(['+3 h']);
  });

  it('a silent sensor is hollow by its own limit; one that reports by event never is', () => {
    const sensor = (updateContract: 'periodic' | 'event'): SensorNow => ({
      sensor: { id: 's', titles: { zh: '', en: '' }, quantity: 'q', unitCode: 'm', position: [122, 30], updateContract, staleAfterS: 15, validMinValue: 0, validMaxValue: 1, simulated: true },
      quality: 'live', lastGoodAt: at, reading: { sensorId: 's', readingValue: 1, observedAt: at, receivedAt: at, sourceId: 'x', simulated: true },
    });
    const icon = (contract: 'periodic' | 'event', ageS: number) => sensorFeatures([sensor(contract)], new Map<string, Reading>(), Date.parse(at) + ageS * 1000, () => '', named).features[0]?.properties?.['icon'] as string;
    expect([icon('periodic', 10), icon('periodic', 20), icon('event', 2000)]).toEqual(['sensor', 'sensor-stale', 'sensor']);
  });

  it('a unit stands where its own AIS says, else at its base, and at the scene once it has arrived', () => {
    const order = (state: Order['state'], unitMmsi: string | null): Order => ({
      id: 'o', incidentId: 'i', planId: null, optionId: null, task: { zh: '', en: '' }, items: [], unitRegisterId: 'vessels', unitId: 'u', unitTitles: { zh: '海清', en: 'HQ' }, unitMmsi, organisationId: 'org', organisationTitles: null,
      fromPosition: [121, 29], fromText: { zh: '', en: '' }, toPosition: [123, 31], departDueAt: at, arriveDueAt: at, state, issuedAt: at, issuedBy: 'x', steps: [], blockedReason: null, streamVersion: 1,
    });
    const heard = new Map<string, Vessel>([['412', { mmsi: '412', position: [122, 30], observedAt: at, receivedAt: at, sourceId: 's', simulated: true, courseDegTrue: 90 }]]);
    const marks = (simulated: boolean, staleMs: number | undefined) => `${simulated ? ' 模拟' : ''}${staleMs === undefined ? '' : ` ${staleMs / 60_000}`}`;
    const place = (o: Order, vessels: ReadonlyMap<string, Vessel> = heard, ageS = 60) => unitFeatures([o], vessels, { named, nowMs: Date.parse(at) + ageS * 1000, marks }).features[0];
    expect(place(order('under-way', '412'))).toMatchObject({ geometry: { coordinates: [122, 30] }, properties: { icon: 'unit', rotateDeg: 90 } });
    expect(place(order('issued', '999'))).toMatchObject({ geometry: { coordinates: [121, 29] }, properties: { icon: 'base' } });
    expect(place(order('on-scene', null))).toMatchObject({ geometry: { coordinates: [123, 31] }, properties: { icon: 'unit-still' } });
    expect(place(order('cancelled', '412'))).toBeUndefined();
    expect(place(order('under-way', '412'))?.properties?.['name']).toBe('海清 模拟');
    expect(place(order('under-way', '412'), heard, 900)?.properties).toMatchObject({ icon: 'unit-stale', name: '海清 模拟 15' });
    const { courseDegTrue: _unknown, ...silent } = heard.get('412')!;
    expect(place(order('under-way', '412'), new Map([['412', { ...silent, simulated: false }]]))?.properties).toMatchObject({ icon: 'unit-diamond', name: '海清' });
  });

  it('a ship that told neither heading nor course is a diamond without a vector, not an arrow to the north', () => {
    const ship = (part: Partial<Vessel>): Vessel => ({ mmsi: '1', position: [122, 30], observedAt: at, receivedAt: at, sourceId: 's', simulated: false, speedMps: 6, ...part });
    const drawn = (part: Partial<Vessel>, ageS = 60) => drawnVessels([ship(part)], Date.parse(at) + ageS * 1000)[0];
    expect(drawn({})).toMatchObject({ icon: 'other-diamond', headingDeg: undefined, aheadPosition: [122, 30] });
    expect(drawn({ courseDegTrue: 0 })).toMatchObject({ icon: 'other', headingDeg: 0 });
    expect(drawn({ courseDegTrue: 0 })?.aheadPosition[1]).toBeGreaterThan(30.01);
    expect(drawn({ unitId: 'u', simulated: true })?.icon).toBe('own-diamond-simulated');
    expect(drawn({ unitId: 'u', headingDegTrue: 90 }, 900)).toMatchObject({ icon: 'stale', own: true, stale: true });
  });
});
