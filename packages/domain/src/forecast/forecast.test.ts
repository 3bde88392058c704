import { describe, it, expect } from 'vitest';
import { AdapterError, addS, instant, isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { LonLat } from '@anlan/kernel';
import { runDrift } from '@anlan/drift';
import type { Fact, IncidentBody } from '../incident/index.ts';
import type { Sensor } from '../signal/index.ts';
import { createFakeMemory, later, testContext, testIds } from '../register/testing/fake-memory.ts';
import { payloadFold } from '../readiness/testing/small-world.ts';
import {
  decideForecastInput, driftCaseFor, forecastFold, forecastRequestFor, handleCancelForecast, handleRequestForecast, handleRunForecast, pickStationTemperature, pickStationWind, summariseDrift,
} from './index.ts';
import type { ForecastBody, ForecastChoice, ForecastInput, ForecastOutcome, ForecastRunner, ForecastSummary, KnownSurroundings, StationWind } from './index.ts';

const NOW = instant('2026-11-24T02:00:00Z');
const T0 = instant('2026-11-24T01:20:00Z');
const BERTH: LonLat = [122.158, 29.943];
const duty = testContext(['duty'], '2026-11-24T02:00:00Z');
const system = { ...duty, actor: { kind: 'system', id: 'system', name: '系统', roles: [], organisationId: '' } } as const;
const OIL = 'AD02002';

const fact = (code: Fact['code'], factValue: number | null, more: Partial<Fact> = {}): Fact => ({
  id: `${code}-${factValue ?? more.text ?? ''}`, code, factValue, unitCode: null, text: '', position: null, happenedAt: T0, recordedAt: T0, by: '值班员', verified: true, supersedesFactId: null, ...more,
});
const D1: readonly Fact[] = [
  fact('oil', null, { text: OIL }), fact('spilled-mass', 125_000), fact('release-duration', 180), fact('release-started', null), fact('wind-speed', 7), fact('wind-from', 0), fact('water-temperature', 20),
];
const incidentWith = (facts: readonly Fact[], state = 'confirmed') => ({ id: 'incident-1', state, position: BERTH, happenedAt: T0, facts } as unknown as IncidentBody);
const station: StationWind = { speedMps: 9, windFromDegTrue: 45, observedAt: T0, sourceText: { zh: '岙山风速', en: 'Aoshan wind' } };
const known: KnownSurroundings = { stationWind: undefined, windGrids: [], currentReach: () => ({ speedMpsMax: 2, bboxDeg: [121, 29, 123.5, 31] }), stationTemperature: undefined, usualWater: { temperatureK: 290, sourceText: '月平均' }, water: { isWater: ([lonDeg]) => lonDeg > 122 } };

const decide = (facts: readonly Fact[], choice: ForecastChoice = {}, surroundings: Partial<KnownSurroundings> = {}) =>
  decideForecastInput(incidentWith(facts), choice, { ...known, ...surroundings }, { randomSeed: 11, now: NOW });
const good = (facts: readonly Fact[], choice?: ForecastChoice, surroundings?: Partial<KnownSurroundings>): ForecastInput => {
  const decided = decide(facts, choice, surroundings);
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return decided.value;
};
const codes = (input: ForecastInput) => input.assumed.map((one) => one.code);
const without = (...gone: readonly string[]) => D1.filter((one) => !gone.includes(one.code));

describe('forecast: the input is written out', () => {
  it('takes everything from the facts when they are all there', () => {
    const input = good(D1);
    expect(input).toMatchObject({ spill: { position: BERTH, startAt: T0, durationS: 180, massKg: 125_000, oilId: OIL }, wind: { kind: 'constant', speedMps: 7, windFromDegTrue: 0 }, horizonS: 90_000, aheadS: 86_400, particleCount: 10_000, randomSeed: 11 });
    expect(input.waterTemperatureK).toBeCloseTo(293.15, 9);
    expect(codes(input)).toEqual(['FORECAST_ASSUMED_RADIUS', 'FORECAST_ASSUMED_PAST_AS_NOW']);
  });

  it('a missing oil or amount is refused by name, an unknown oil by the model', () => {
    expect(decide([])).toMatchObject({ refusal: { code: 'FORECAST_SPILL_INCOMPLETE', params: { missing: 'oil, spilled-mass, spilled-volume' } } });
    expect(decide(without('spilled-mass'))).toMatchObject({ refusal: { code: 'FORECAST_SPILL_INCOMPLETE', params: { missing: 'spilled-mass, spilled-volume' } } });
    expect(decide(D1, { spill: { oilId: 'no-such-oil' } })).toMatchObject({ refusal: { code: 'DRIFT_OIL_UNKNOWN' } });
  });

  it('a volume becomes a mass by the density of the oil, and says so', () => {
    const input = good([...without('spilled-mass'), fact('spilled-volume', 145)]);
    expect(input.spill.massKg).toBeGreaterThan(145 * 780);
    expect(input.spill.massKg).toBeLessThan(145 * 1000);
    expect(codes(input)).toContain('FORECAST_MASS_FROM_VOLUME');
  });

  it('a corrected fact counts, the corrected one does not', () => {
    const wrong = fact('spilled-mass', 1, { id: 'wrong' });
    expect(good([wrong, fact('spilled-mass', 125_000, { id: 'right', supersedesFactId: 'wrong' }), ...without('spilled-mass')]).spill.massKg).toBe(125_000);
  });

  it('missing wind is never a silent zero: a live station, else calm by name', () => {
    const windless = without('wind-speed', 'wind-from');
    expect(good(windless, {}, { stationWind: station })).toMatchObject({ wind: { kind: 'station', speedMps: 9, windFromDegTrue: 45 } });
    expect(codes(good(windless, {}, { stationWind: station }))).toContain('FORECAST_ASSUMED_STATION_WIND');
    expect(good(windless)).toMatchObject({ wind: { kind: 'none-assumed-calm' } });
    expect(codes(good(windless))).toContain('FORECAST_ASSUMED_CALM');
    expect(good(without('wind-from')).wind.kind).toBe('none-assumed-calm');
  });

  it('an old told wind gives way to a live station, and persists by name without one', () => {
    const old = [...without('wind-speed', 'wind-from'), fact('wind-speed', 7, { happenedAt: addS(NOW, -4 * 3600) }), fact('wind-from', 0, { happenedAt: addS(NOW, -4 * 3600) })];
    expect(good(old, {}, { stationWind: station }).wind.speedMps).toBe(9);
    expect(codes(good(old))).toContain('FORECAST_ASSUMED_WIND_PERSISTS');
    expect(good(old, { wind: { speedMps: 3, windFromDegTrue: 270 } }, { stationWind: station }).wind).toMatchObject({ kind: 'constant', speedMps: 3 });
  });

  it('a wind file that covers place and time is used by name; one that does not is passed over by name', () => {
    const wind = { kind: 'gridded', grid: { westDeg: 121, southDeg: 29, stepLonDeg: 2.5, stepLatDeg: 2, columnCount: 2, rowCount: 2 }, times: [T0, addS(NOW, 90_000)], eastMps: new Float32Array(8).fill(-5), northMps: new Float32Array(8), sourceText: { zh: '气象台', en: 'Met' } } as const;
    const grids = (untilAt = addS(NOW, 90_000)) => [{ forcingId: 'forcing-1', artefactId: 'sha256-w', wind: { ...wind, times: [T0, untilAt] } }];
    const input = good(D1, {}, { windGrids: grids() });
    expect(input.wind).toMatchObject({ kind: 'gridded', speedMps: 5, windFromDegTrue: 90, sourceText: '气象台 Met', grid: { forcingId: 'forcing-1', artefactId: 'sha256-w' } });
    expect(codes(input)).toContain('FORECAST_WIND_GRID_USED');
    expect(input.assumed).toContainEqual({ code: 'FORECAST_WIND_TOLD_SET_ASIDE', params: { speedMps: 7, windFromDegTrue: 0, observedAt: isoFromInstant(T0), source: '气象台 Met' } });
    expect(codes(good(without('wind-speed'), {}, { windGrids: grids() }))).not.toContain('FORECAST_WIND_TOLD_SET_ASIDE');
    const short = good(D1, {}, { windGrids: grids(addS(NOW, 3600)) });
    expect(short.wind).toMatchObject({ kind: 'constant', sourceText: 'fact' });
    expect(codes(short)).toContain('FORECAST_WIND_GRID_NOT_COVERING');
    expect(good(D1, { wind: { speedMps: 3, windFromDegTrue: 0 } }, { windGrids: grids() }).wind.sourceText).toBe('chosen');
    expect(driftCaseFor(input, { current: { kind: 'assume-still-water' }, coast: { kind: 'assume-open-water' }, sites: [], windGrid: grids()[0]!.wind }).wind).toMatchObject({ kind: 'gridded' });
  });

  it('a wind file of little more than the release is passed over by name: oil lost at its rim is no all-clear', () => {
    const tiny = { kind: 'gridded', grid: { westDeg: 122.15, southDeg: 29.935, stepLonDeg: 0.02, stepLatDeg: 0.02, columnCount: 2, rowCount: 2 }, times: [T0, addS(NOW, 90_000)], eastMps: new Float32Array(8).fill(-5), northMps: new Float32Array(8), sourceText: { zh: '气象台', en: 'Met' } } as const;
    const input = good(D1, {}, { windGrids: [{ forcingId: 'forcing-1', artefactId: 'sha256-w', wind: tiny }] });
    expect(input.wind).toMatchObject({ kind: 'constant', speedMps: 7, sourceText: 'fact' });
    expect(codes(input)).toContain('FORECAST_WIND_GRID_NOT_COVERING');
    expect(codes(input)).not.toContain('FORECAST_WIND_TOLD_SET_ASIDE');
  });

  it('every other stand-in is named as well', () => {
    const input = good(without('release-duration', 'release-started', 'water-temperature'));
    expect(codes(input)).toEqual(['FORECAST_ASSUMED_WATER_TEMPERATURE', 'FORECAST_ASSUMED_RELEASE_START', 'FORECAST_ASSUMED_INSTANT_RELEASE', 'FORECAST_ASSUMED_RADIUS', 'FORECAST_ASSUMED_PAST_AS_NOW']);
    expect(input.waterTemperatureK).toBe(290);
  });

  it('a spill on land, a start too far ahead and figures out of range are refused', () => {
    expect(decide(D1, { spill: { position: [121.9, 30] } })).toMatchObject({ refusal: { code: 'FORECAST_POSITION_ON_LAND' } });
    expect(decide(D1, { spill: { startAt: addS(NOW, 90_000) } })).toMatchObject({ refusal: { code: 'FORECAST_STARTS_TOO_LATE' } });
    const range = (choice: ForecastChoice) => { const decided = decide(D1, choice); return decided.ok ? 'taken' : `${decided.refusal.code} ${decided.refusal.params['name']}`; };
    expect(range({ horizonS: 80 * 3600 })).toBe('FORECAST_INPUT_OUT_OF_RANGE horizonS');
    expect(range({ horizonS: 5000 })).toBe('FORECAST_INPUT_OUT_OF_RANGE horizonS');
    expect(range({ wind: { speedMps: 61, windFromDegTrue: 0 } })).toBe('FORECAST_INPUT_OUT_OF_RANGE windSpeedMps');
    expect(range({ spill: { massKg: 0 } })).toBe('FORECAST_INPUT_OUT_OF_RANGE massKg');
    expect(range({ spill: { durationS: 90_001 } })).toBe('FORECAST_INPUT_OUT_OF_RANGE durationS');
    expect(range({ particleCount: 50_001 })).toBe('FORECAST_INPUT_OUT_OF_RANGE particleCount');
    expect(range({ memberCount: 51 })).toBe('FORECAST_INPUT_OUT_OF_RANGE memberCount');
    expect(range({ particleCount: 10, memberCount: 4 })).toBe('FORECAST_INPUT_OUT_OF_RANGE particleCount');
    expect(range({ horizonS: 6 * 3600 })).toBe('taken');
  });

  it('a release hours ago is run from its start and still reaches a day beyond now, and says so', () => {
    const old = good([...without('release-started'), fact('release-started', null, { happenedAt: addS(NOW, -5.2 * 3600) })]);
    expect(old).toMatchObject({ aheadS: 86_400, horizonS: 86_400 + 5.5 * 3600 });
    expect(codes(old)).toContain('FORECAST_ASSUMED_PAST_AS_NOW');
    for (const agoS of [0, 1799, 1800, 1801, 7200, 72 * 3600]) {
      const input = good(D1, { spill: { startAt: addS(NOW, -agoS) } });
      expect(addS(input.spill.startAt, input.horizonS)).toBeGreaterThan(addS(NOW, 86_400 - 1800));
      if (agoS >= 1800) expect(addS(input.spill.startAt, input.horizonS)).toBeGreaterThanOrEqual(addS(NOW, 86_400));
    }
    expect(good(D1, { horizonS: 6 * 3600, spill: { startAt: addS(NOW, 3600) } })).toMatchObject({ aheadS: 6 * 3600, horizonS: 6 * 3600 });
  });

  it('a release more than three days ago is refused with what to do', () => {
    expect(decide(D1, { spill: { startAt: addS(NOW, -72 * 3600 - 1) } })).toMatchObject({ refusal: { code: 'FORECAST_STARTS_TOO_EARLY', params: { limitHours: 72 } } });
    const pastLongRun = decide(D1, { horizonS: 72 * 3600, spill: { startAt: addS(NOW, -72 * 3600) } });
    expect(pastLongRun).toMatchObject({ refusal: { code: 'FORECAST_INPUT_OUT_OF_RANGE', params: { name: 'runS' } } });
  });

  it('a verified spill calls for a forecast; an unverified or unmeasured one does not', () => {
    expect(forecastRequestFor(incidentWith(D1))).toEqual({ incidentId: 'incident-1' });
    expect(forecastRequestFor(incidentWith(D1, 'verifying'))).toBeNull();
    expect(forecastRequestFor(incidentWith(without('oil')))).toBeNull();
    expect(forecastRequestFor(incidentWith(D1, 'closed'))).toBeNull();
  });
});

describe('forecast: stations', () => {
  const sensor = (id: string, quantity: string, unitCode: string, position: LonLat, staleAfterS = 600): Sensor =>
    ({ id, titles: { zh: id, en: id }, quantity, unitCode, position, updateContract: 'periodic', staleAfterS, validMinValue: 0, validMaxValue: 360, simulated: false });
  const reading = (sensorId: string, readingValue: number, observedAt = NOW) => ({ sensorId, readingValue, observedAt, receivedAt: observedAt, sourceId: 's', simulated: false });
  const sensors = [
    sensor('far', 'wind-speed', 'm/s', [122.3, 29.95]), sensor('far-from', 'wind-from', 'degTrue', [122.3, 29.95]),
    sensor('near', 'wind-speed', 'm/s', [122.158, 29.945]), sensor('near-from', 'wind-from', 'degTrue', [122.158, 29.945]), sensor('temperature', 'water-temperature', 'degC', BERTH),
  ];

  it('the nearest live mast with both speed and direction speaks', () => {
    const all = [reading('near', 7), reading('near-from', 360), reading('far', 9), reading('far-from', 90), reading('temperature', 12)];
    expect(pickStationWind({ sensors, readings: all }, BERTH, NOW)).toMatchObject({ speedMps: 7, windFromDegTrue: 0 });
    expect(pickStationWind({ sensors, readings: all.filter((one) => one.sensorId !== 'near-from') }, BERTH, NOW)).toMatchObject({ speedMps: 9 });
    expect(pickStationWind({ sensors, readings: [reading('near', 7, addS(NOW, -700)), reading('near-from', 0)] }, BERTH, NOW)).toBeUndefined();
    expect(pickStationWind({ sensors, readings: all }, [125, 29], NOW)).toBeUndefined();
    expect(pickStationTemperature({ sensors, readings: all }, BERTH, NOW)?.temperatureK).toBeCloseTo(285.15, 9);
  });
});

const summary = { modelVersion: 'drift-test', inputsHash: 'h' } as ForecastSummary;
const outcome: ForecastOutcome = { summary, bytes: new Uint8Array([1, 2, 3]), mediaType: 'application/json' };

function room(runner: ForecastRunner = { run: async () => ok(outcome) }) {
  const memory = createFakeMemory([forecastFold, payloadFold('incident')]);
  const kept: Uint8Array[] = [];
  return {
    ...memory, ids: testIds(), runner, kept, water: known.water, clock: { now: () => addS(NOW, 2) },
    surroundings: { usualWater: known.usualWater, latestWind: async () => undefined, latestWaterTemperature: async () => undefined, windGrids: async () => [], currentReach: known.currentReach },
    artefacts: { put: async (bytes: Uint8Array) => { kept.push(bytes); return 'sha256-x'; }, get: async () => undefined },
  };
}

async function requested(world: ReturnType<typeof room>, state = 'confirmed'): Promise<string> {
  const { events: _none, ...body } = { events: [], ...incidentWith(D1, state) };
  await world.log.append({ realm: 'real', recordedAt: T0, appends: [{ stream: 'incident:incident-1', expectedVersion: 0, events: [{ type: 'x', payload: body, happenedAt: T0, actor: duty.actor, basis: [] }] }] });
  const asked = await handleRequestForecast(world, { incidentId: 'incident-1' }, duty);
  if (!asked.ok) throw new Error(asked.refusal.code);
  return asked.value.id;
}
const body = async (world: ReturnType<typeof room>, id: string) => (await world.views.find<ForecastBody>('real', 'forecast', id))?.body;

describe('forecast: request and run', () => {
  it('records the request, runs it, keeps the large part and records what came out', async () => {
    const world = room();
    const id = await requested(world);
    expect(await body(world, id)).toMatchObject({ state: 'requested', incidentId: 'incident-1', input: { spill: { massKg: 125_000 } } });
    expect(await handleRunForecast(world, { forecastId: id }, system)).toMatchObject({ ok: true });
    expect(await body(world, id)).toMatchObject({ state: 'completed', artefactId: 'sha256-x', completedAt: addS(NOW, 2), summary: { modelVersion: 'drift-test' } });
    expect(world.kept).toEqual([outcome.bytes]);
    expect(await handleRunForecast(world, { forecastId: id }, system)).toMatchObject({ refusal: { code: 'FORECAST_NOT_WAITING' } });
  });

  it('a refusal of the model and a broken run are recorded; a store that is away leaves it requested', async () => {
    const refusing = room({ run: async () => refuse('DRIFT_CURRENT_MISSING') });
    const first = await requested(refusing);
    await handleRunForecast(refusing, { forecastId: first }, system);
    expect(await body(refusing, first)).toMatchObject({ state: 'failed', failureCode: 'DRIFT_CURRENT_MISSING' });
    const dying = room({ run: async () => { throw new RangeError('x'); } });
    const second = await requested(dying);
    await handleRunForecast(dying, { forecastId: second }, system);
    expect(await body(dying, second)).toMatchObject({ state: 'failed', failureCode: 'FORECAST_RUN_DIED', failureParams: { name: 'RangeError' } });
    const away = room({ run: async () => { throw new AdapterError('POOL_AWAY', { retryable: true }); } });
    const third = await requested(away);
    await expect(handleRunForecast(away, { forecastId: third }, system)).rejects.toThrow('POOL_AWAY');
    expect(await body(away, third)).toMatchObject({ state: 'requested' });
  });

  it('a forecast cancelled while it runs stays cancelled', async () => {
    const world = room({ run: async (_input, { signal }) => { await handleCancelForecast(world, { forecastId: id, reason: '重复' }, later(duty, 1)); expect(signal).toEqual({ aborted: false }); return ok(outcome); } });
    const id: string = await requested(world);
    expect(await handleRunForecast(world, { forecastId: id }, system, { signal: { aborted: false } })).toMatchObject({ refusal: { code: 'FORECAST_NOT_WAITING', params: { state: 'cancelled' } } });
    expect(await body(world, id)).toMatchObject({ state: 'cancelled', summary: null });
    expect(await handleCancelForecast(world, { forecastId: id, reason: 'x' }, duty)).toMatchObject({ refusal: { code: 'FORECAST_NOT_WAITING' } });
  });

  it('S-451: who may ask, and for which incident', async () => {
    const world = room();
    const id = await requested(world);
    expect(await handleRequestForecast(world, { incidentId: 'incident-1' }, testContext(['responder']))).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
    expect(await handleRunForecast(world, { forecastId: id }, duty)).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
    expect(await handleRequestForecast(world, { incidentId: 'incident-9' }, duty)).toMatchObject({ refusal: { code: 'FORECAST_INCIDENT_UNKNOWN' } });
    const closed = room();
    await expect(requested(closed, 'closed')).rejects.toThrow('FORECAST_INCIDENT_OVER');
  });
});

describe('forecast: with the model', () => {
  it('the summary of a real run closes its budget and names site, assumptions and seed', () => {
    const input = { ...good(D1), horizonS: 6 * 3600, particleCount: 200, memberCount: 2 };
    const sites = [{ siteId: 'farm', titles: { zh: '养殖场', en: 'Farm' }, priorityIndex: 1, position: [122.158, 29.923] as LonLat, shoreLengthM: 600, reachRadiusM: 1500, area: null }];
    const given = driftCaseFor(input, { current: { kind: 'constant', eastMps: 0.2, northMps: -0.1, sourceText: { zh: '试', en: 'test' } }, coast: { kind: 'assume-open-water' }, sites });
    const run = runDrift(given);
    if (!run.ok) throw new Error(JSON.stringify(run.refusal));
    const made = summariseDrift(run.value, input, sites);
    for (const point of made.massBudget) {
      const sum = point.pendingKg + point.afloatKg + point.evaporatedKg + point.strandedKg + point.outsideKg;
      expect(sum / input.spill.massKg).toBeCloseTo(1, 9);
    }
    expect(made.arrivals).toMatchObject([{ siteId: 'farm', titles: { zh: '养殖场' }, shoreLengthM: 600 }]);
    expect(made.meanDriftNorthM).toBeLessThan(0);
    expect(made.assumed.map((one) => one.code)).toContain('FORECAST_ASSUMED_RADIUS');
    expect(made).toMatchObject({ randomSeed: 11, modelVersion: run.value.modelVersion });
    expect(made.evaporatedRatioBand[0]).toBeGreaterThan(0);
    expect(made.evaporatedRatioBand[1]).toBeLessThan(0.5);
  });
});
