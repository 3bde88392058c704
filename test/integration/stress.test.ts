// Stress runs on a whole server with its seed records: asked for, told, recorded, shown, compared.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); }, 120_000);
afterAll(() => server.stop());

async function finished(id: string) {
  for (;;) {
    const run = await server.call('duty', 'getStressRun', { params: { id } });
    expect(run.statusCode).toBe(200);
    if (run.body.state !== 'running') return run.body;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

describe('readiness stress test', () => {
  let firstId = '';

  it('the library has D1 to D5, the families with their figures, and weather that adds up to one', async () => {
    const { body } = await server.call('reserve', 'getStressLibrary');
    expect(body.cases.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['D1', 'D2', 'D3', 'D4', 'D5']));
    expect(body.families).toHaveLength(6);
    expect(body.weatherStates.reduce((sum: number, { weightRatio }: { weightRatio: number }) => sum + weightRatio, 0)).toBeCloseTo(1, 9);
  });

  it('D3 and D4 run against the registers; every gap says what, where, when and how much, and the run is marked as demonstration', async () => {
    const asked = await server.call('duty', 'requestStress', { body: { caseIds: ['D3', 'D4'] } });
    expect(asked.statusCode).toBe(200);
    firstId = asked.body.id;
    const run = await finished(firstId);
    expect(run).toMatchObject({ state: 'completed', demonstration: true, failure: null });
    const [fire, typhoon] = run.result.scenarios;
    expect(fire.demands.find(({ capabilityCode }: { capabilityCode: string }) => capabilityCode === 'large-flow').need[0].quantityValue).toBe(29_405);
    const closedAt = new Map(typhoon.closures.flatMap(({ sceneIds, fromHours, untilHours }: { sceneIds: string[]; fromHours: number; untilHours: number }) => sceneIds.map((id) => [id, [fromHours, untilHours] as const])));
    const toIslands = typhoon.lines.filter(({ sceneId }: { sceneId: string }) => closedAt.has(sceneId));
    expect(toIslands.length).toBeGreaterThan(0);
    for (const { sceneId, arriveHours } of toIslands) {
      const [from, until] = closedAt.get(sceneId) as readonly [number, number];
      expect(arriveHours <= from || arriveHours > until).toBe(true);
    }
    for (const { gaps } of run.result.scenarios) for (const gap of gaps) expect(gap.worstShortValue).toBeGreaterThan(0);
  }, 120_000);

  it('the gap map is GeoJSON with a point for each gap, the list has the run, a comparison with itself finds nothing', async () => {
    const run = await finished(firstId);
    const { body: map } = await server.call('industry', 'getStressGeoJson', { params: { id: firstId } });
    expect(map.features).toHaveLength(run.result.scenarios.flatMap(({ gaps }: { gaps: unknown[] }) => gaps).length);
    const { body: rows } = await server.call('reserve', 'listStressRuns');
    expect(rows[0]).toMatchObject({ id: firstId, caseIds: ['D3', 'D4'], gapCount: map.features.length });
    const { body: compared } = await server.call('duty', 'compareStressRuns', { params: { id: firstId }, query: { beforeId: firstId } });
    expect(compared).toMatchObject({ sameInputs: true });
    expect(compared.changes.every(({ change }: { change: string }) => change === 'same')).toBe(true);
  });

  it('a run of one own case with figures that do not hold, an unknown scenario and an unknown planner are refused before anything is recorded', async () => {
    const own = { id: 'mine', familyId: 'tank-fire', titles: { zh: '试', en: 'try' }, position: [122.1, 30], sceneTitles: { zh: '试', en: 'try' }, figures: { diameterM: 900 }, sourceText: 'test', confidence: 'demonstration', demonstration: true };
    expect((await server.call('duty', 'requestStress', { body: { cases: [own] } })).body.code).toBe('STRESS_FIGURE_OUT_OF_RANGE');
    expect((await server.call('duty', 'requestStress', { body: { caseIds: ['D9'] } })).body.code).toBe('STRESS_SCENARIO_UNKNOWN');
    expect((await server.call('duty', 'requestStress', { body: { caseIds: ['D3'], plannerId: 'oracle' } })).body.code).toBe('STRESS_PLANNER_UNKNOWN');
    expect((await server.call('enterprise', 'requestStress', { body: { caseIds: ['D3'] } })).statusCode).toBe(403);
    expect((await server.call('duty', 'listStressRuns')).body.map(({ id }: { id: string }) => id)).toEqual([firstId]);
  });

  it('the optimising planner is never short for longer than the greedy one, by share', async () => {
    const greedy = (await finished(firstId)).result.scenarios;
    const asked = await server.call('duty', 'requestStress', { body: { caseIds: ['D3', 'D4'], plannerId: 'optimised' } });
    const { state, result } = await finished(asked.body.id);
    expect(state).toBe('completed');
    for (const [i, one] of result.scenarios.entries()) {
      expect(one.shortageRatioHours).toBeLessThanOrEqual(greedy[i].shortageRatioHours * 1.01 + 0.01);
      expect(one.shortageRatioHours).toBeGreaterThanOrEqual(one.leastShortageRatioHours - 0.01);
    }
  }, 120_000);

  it('S-003: a spill of 5,000 t names what closes its gaps, what it costs and which local products could', async () => {
    const own = {
      id: 'large', familyId: 'oil-spill', titles: { zh: '大规模溢油', en: 'large spill' }, position: [122.158, 29.943], sceneTitles: { zh: '泊位', en: 'berth' }, figures: { massTonnes: 5000 }, sourceText: 'test', confidence: 'demonstration', demonstration: true,
      phases: [{ fromHours: 0, titles: { zh: '平静', en: 'calm' }, windSpeedMps: 3, waveHeightM: 0.5, visibilityM: 9000, shutWays: [] }],
    };
    const { body: { id } } = await server.call('duty', 'requestStress', { body: { cases: [own] } });
    const { gaps } = (await finished(id)).result.scenarios[0];
    const closed = gaps.filter(({ closing }: { closing: { costFen: number | null; leftValue: number } | null }) => closing !== null && (closing.costFen ?? 0) > 0);
    expect(closed.length).toBeGreaterThan(0);
    for (const { closing, worstShortValue } of closed) expect(closing.parts.reduce((sum: number, { quantityValue }: { quantityValue: number }) => sum + quantityValue, 0) + closing.leftValue).toBeGreaterThanOrEqual(worstShortValue - 1e-6);
    expect(gaps.some(({ candidates }: { candidates: unknown[] }) => candidates.length > 0)).toBe(true);
  }, 120_000);

  it('a run is ended by hand and stays without a result', async () => {
    const asked = await server.call('duty', 'requestStress', { body: { caseIds: ['D1', 'D2', 'D3', 'D4', 'D5'] } });
    expect((await server.call('duty', 'cancelStress', { params: { id: asked.body.id } })).statusCode).toBe(200);
    expect(await finished(asked.body.id)).toMatchObject({ state: 'cancelled', result: null });
    expect((await server.call('duty', 'cancelStress', { params: { id: asked.body.id } })).body.code).toBe('STRESS_NOT_RUNNING');
    expect((await server.call('duty', 'getStressGeoJson', { params: { id: asked.body.id } })).body.code).toBe('STRESS_NOT_COMPLETED');
  });

  it('S-212: reach gives rings for 6, 12 and 24 h and hours to the ports, marked as indicative', async () => {
    const { body } = await server.call('duty', 'getReach');
    expect(body.indicative).toBe(true);
    expect(body.units[0].shares.map(({ hours }: { hours: number }) => hours)).toEqual([6, 12, 24]);
    const shares = body.units[0].shares.map(({ portRatio }: { portRatio: number }) => portRatio);
    expect(shares).toEqual([...shares].sort((a: number, b: number) => a - b));
    expect((await server.call('duty', 'getReach', { query: { hours: '6,900' } })).body.code).toBe('STRESS_REACH_HOURS');
  });
});
