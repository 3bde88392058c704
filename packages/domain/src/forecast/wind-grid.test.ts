import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addS, instant, isoFromInstant, metresPerDegree, windVector } from '@anlan/kernel';
import type { Instant, LonLat } from '@anlan/kernel';
import { createFakeMemory, testContext, testIds } from '../register/testing/fake-memory.ts';
import { forcingFold, handlePlaceForcing, handleRemoveForcing, listForcings, reachBboxDeg, readWindGrid, WIND_GRID_FORMAT, windGridCovers, windNear, windSpeedMpsMaxOf } from './index.ts';
import type { CurrentReach } from './index.ts';

const FROM = instant('2026-11-24T00:00:00Z');
const planes = (value: number): number[][][] => Array.from({ length: 3 }, () => Array.from({ length: 2 }, () => [value, value, value]));
const { eastMps, northMps } = windVector(8, 270);
const file = (part: object = {}): object => ({
  format: WIND_GRID_FORMAT, sourceText: { zh: '气象台 9 公里', en: 'Met office 9 km' }, lonDeg: [122, 122.5, 123], latDeg: [29.5, 30.5],
  times: [0, 24, 48].map((h) => isoFromInstant(addS(FROM, h * 3600))), eastMps: planes(eastMps), northMps: planes(northMps), ...part,
});
const good = () => {
  const read = readWindGrid(file());
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const BERTH: LonLat = [122.158, 29.943];
const duty = testContext(['duty'], '2026-11-24T02:00:00Z');

describe('wind files', () => {
  it('a whole file becomes a field of the model, and says where it blows from', () => {
    expect(good()).toMatchObject({ kind: 'gridded', grid: { westDeg: 122, southDeg: 29.5, stepLonDeg: 0.5, stepLatDeg: 1, columnCount: 3, rowCount: 2 }, times: [FROM, addS(FROM, 86_400), addS(FROM, 172_800)] });
    const near = windNear(good(), BERTH, FROM);
    expect(near.speedMps).toBeCloseTo(8, 5);
    expect(near.windFromDegTrue).toBeCloseTo(270, 3);
  });

  it.each([
    [{ format: 'grib' }, 'FORCING_FORMAT_UNKNOWN'], [{ sourceText: { zh: '', en: '' } }, 'FORCING_MEMBER_WRONG'], [{ lonDeg: [122, 122.5, 122.9] }, 'FORCING_AXIS_UNEVEN'], [{ latDeg: [30.5, 29.5] }, 'FORCING_AXIS_UNEVEN'],
    [{ lonDeg: [122, 181] }, 'FORCING_MEMBER_WRONG'], [{ times: ['2026-11-24T00:00:00Z'] }, 'FORCING_MEMBER_WRONG'], [{ times: ['2026-11-24', '2026-11-25', '2026-11-26'] }, 'FORCING_MEMBER_WRONG'],
    [{ times: [...(file() as { times: string[] }).times].reverse() }, 'FORCING_MEMBER_WRONG'], [{ eastMps: planes(61) }, 'FORCING_VALUE_WRONG'], [{ northMps: planes(Number.NaN) }, 'FORCING_VALUE_WRONG'],
    [{ eastMps: planes(1).slice(1) }, 'FORCING_MEMBER_WRONG'], [{ northMps: [...planes(1), ...planes(1)] }, 'FORCING_MEMBER_WRONG'],
    [{ lonDeg: Array.from({ length: 400 }, (_unused, i) => i / 10), latDeg: Array.from({ length: 400 }, (_unused, i) => i / 10) }, 'FORCING_TOO_LARGE'],
  ])('%o is refused', (part, code) => {
    expect(readWindGrid(file(part))).toMatchObject({ ok: false, refusal: { code } });
  });

  it('whatever is given is read or refused, never thrown', () => {
    fc.assert(fc.property(fc.anything(), fc.constantFrom('lonDeg', 'latDeg', 'times', 'eastMps', 'northMps', 'sourceText', 'format'), (value, name) => {
      expect(typeof readWindGrid(value).ok).toBe('boolean');
      expect(typeof readWindGrid(file({ [name]: value })).ok).toBe('boolean');
    }));
  });

  it('it covers a run only when whole time and all the water that oil may reach lie inside', () => {
    const still = { speedMpsMax: 0, bboxDeg: [122, 29.5, 123, 30.5] as const };
    const covers = (fromAt: Instant, untilAt: Instant, position = BERTH, current: CurrentReach = still) => windGridCovers(good(), { position, radiusM: 50, fromAt, untilAt }, current);
    expect(covers(FROM, addS(FROM, 172_800))).toBe(true);
    expect(covers(addS(FROM, -1), addS(FROM, 3600))).toBe(false);
    expect(covers(FROM, addS(FROM, 172_801))).toBe(false);
    expect(covers(FROM, addS(FROM, 3600), [123.1, 30])).toBe(false);
    const open = { speedMpsMax: 2, bboxDeg: [120, 28, 125, 32] as const };
    expect(covers(FROM, addS(FROM, 3600), BERTH, open)).toBe(true);
    expect(covers(FROM, addS(FROM, 6 * 3600), BERTH, open)).toBe(false);
  });

  it('what a run may reach is current and wind with their errors, its walk and its radius, cut at the known current', () => {
    const span = { position: BERTH, radiusM: 100, fromAt: FROM, untilAt: addS(FROM, 10_000) };
    const [westDeg, southDeg, eastDeg, northDeg] = reachBboxDeg(span, { speedMpsMax: 1, bboxDeg: [122.1, 29, 124, 31] }, 10);
    expect(westDeg).toBe(122.1);
    expect((northDeg - southDeg) / 2 * metresPerDegree(BERTH[1]).latM).toBeCloseTo(100 + (1.4 + 0.04 * 14) * 10_000 + 2 * 200, 3);
    expect(eastDeg).toBeGreaterThan(122.35);
    expect(windSpeedMpsMaxOf(good())).toBeCloseTo(8, 5);
  });

  it('the limit holds when a dozen files are placed at the same moment', async () => {
    const memory = createFakeMemory([forcingFold]);
    const deps = { ...memory, ids: testIds(), artefacts: { put: async () => 'sha256-wind', get: async () => undefined } };
    const answers = await Promise.all(Array.from({ length: 12 }, () => handlePlaceForcing(deps, { file: file(), bytes: new Uint8Array(1) }, duty)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(8);
    expect(new Set(answers.map((one) => (one.ok ? 'placed' : one.refusal.code)))).toEqual(new Set(['placed', 'FORCING_TOO_MANY']));
    expect(await listForcings(deps.views, duty)).toHaveLength(8);
    expect(await handleRemoveForcing(deps, { id: 'shelf' }, duty)).toMatchObject({ refusal: { code: 'FORCING_UNKNOWN' } });
  });

  it('S-451: placed by whoever may, listed, removed once; earlier runs keep citing it', async () => {
    const memory = createFakeMemory([forcingFold]);
    const deps = { ...memory, ids: testIds(), artefacts: { put: async () => 'sha256-wind', get: async () => undefined } };
    const place = (context = duty) => handlePlaceForcing(deps, { file: file(), bytes: new Uint8Array(1) }, context);
    expect(await place(testContext(['responder']))).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
    const placed = await place();
    const id = placed.ok ? placed.value.id : '';
    expect(await listForcings(deps.views, duty)).toMatchObject([{ id, artefactId: 'sha256-wind', nodeCount: 6, timeCount: 3, bboxDeg: [122, 29.5, 123, 30.5], untilAt: addS(FROM, 172_800) }]);
    expect(await handleRemoveForcing(deps, { id }, duty)).toMatchObject({ ok: true });
    expect(await handleRemoveForcing(deps, { id }, duty)).toMatchObject({ refusal: { code: 'FORCING_UNKNOWN' } });
    expect(await listForcings(deps.views, duty)).toEqual([]);
    for (let i = 0; i < 8; i++) expect(await place()).toMatchObject({ ok: true });
    expect(await place()).toMatchObject({ refusal: { code: 'FORCING_TOO_MANY' } });
  });
});
