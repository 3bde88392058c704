import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { addS, distanceM, instant, ok } from '@anlan/kernel';
import type { LonLat } from '@anlan/kernel';
import type { PlanInput, SocialSupply, StockSupply, Supply, SupplyTravel } from '@anlan/allocation';
import { checkPlan, rankPlans } from '@anlan/allocation';
import {
  buildScenario, cheapest, compareRuns, foamSolutionLPerMinute, gapGeoJson, greedyPlanner, leastShortageRatioHours, pairKey, planGreedily, reachGeoJson, reachOf, runStress, wayFor,
} from './index.ts';
import type { StressCase, StressFacts, StressGoods, StressPhase, StressResult, Way, WeatherState } from './index.ts';
import type { ForceUnitSupply } from './index.ts';

const NOW = instant('2026-11-24T02:00:00Z');
const BASE: LonLat = [122.15, 29.95];
const ISLAND: LonLat = [122.2, 30.2];
const name = (text: string) => ({ zh: text, en: text });
const calm: readonly WeatherState[] = [{ id: 'fair', titles: name('fair'), weightRatio: 1, windSpeedMps: 3, waveHeightM: 0.5, visibilityM: 9000, sourceText: 'test', confidence: 'demonstration' }];
const noGoods: StressGoods = { supplies: [], origins: [], sources: new Map(), left: [], assumed: [] };

const fire: StressCase = {
  id: 'D3', familyId: 'tank-fire', titles: name('D3'), position: ISLAND, sceneTitles: name('Yushan'), figures: { diameterM: 60, foamLPerMinutePerM2: 10.4, neighbourCount: 0 }, sourceText: 'D3', confidence: 'demonstration', demonstration: true,
};
const typhoon: StressCase = {
  id: 'D4', familyId: 'typhoon', titles: name('D4'), position: BASE, sceneTitles: name('town'), figures: { evacuatedCount: 0, pumpCount: 0 },
  places: [{ id: 'isle', titles: name('isle'), position: ISLAND, figures: { people: 0, generatorCount: 2, closeHours: 10, reopenHours: 50 } }],
  phases: [{ fromHours: 0, titles: name('before'), windSpeedMps: 8, waveHeightM: 1, visibilityM: 9000, shutWays: [] }], sourceText: 'D4', confidence: 'demonstration', demonstration: true,
};

function unit(id: string, code: string, quantityValue: number, leadS = 300): ForceUnitSupply {
  return { id, titles: name(id), position: BASE, leadS, loadS: 0, offers: [{ code, quantityValue, unitCode: 'L/min' }], source: { registerId: 'vehicles', ids: [id], titles: name(id), position: BASE, itemKindId: null } };
}

/** Straight at 10 m/s; shut ways are shut. */
function facts(units: readonly ForceUnitSupply[], changes: Partial<StressFacts> = {}): StressFacts {
  return {
    now: NOW, goods: noGoods, units, weatherStates: calm, planner: greedyPlanner, offers: null, notCounted: [], assumed: [],
    travel: { travel: async ({ scenes, origins, shutWays }) => ok(scenes.flatMap((scene) => origins.map((origin): SupplyTravel => (shutWays.length > 0
      ? { reachable: false, originId: origin.id, sceneId: scene.id, reason: [{ code: 'X', params: {} }] }
      : { reachable: true, originId: origin.id, sceneId: scene.id, travelS: distanceM(origin.position, scene.position) / 10, legs: [], reason: [] })))) },
    ...changes,
  };
}

async function run(cases: readonly StressCase[], world: StressFacts): Promise<StressResult> {
  const ran = await runStress(cases, world);
  if (!ran.ok) throw new Error(JSON.stringify(ran.refusal));
  return ran.value;
}

describe('scenario D3', () => {
  it('the foam for a tank of 60 m is 29,405 L/min', () => expect(foamSolutionLPerMinute(60, 10.4)).toBe(29_405));

  it('one large-flow unit of 25,000 L/min leaves 4,405 L/min short', async () => {
    const result = await run([fire], facts([unit('flow-1', 'large-flow', 25_000)]));
    const gap = result.scenarios[0]?.gaps.find(({ capabilityCode }) => capabilityCode === 'large-flow');
    expect(gap).toMatchObject({ shortAtDeadlineValue: 4405, worstShortValue: 4405, cause: 'not-enough', stateShareRatio: 1 });
  });

  it('two leave nothing short', async () => {
    const result = await run([fire], facts([unit('flow-1', 'large-flow', 25_000), unit('flow-2', 'large-flow', 25_000)]));
    expect(result.scenarios[0]?.gaps.map(({ capabilityCode }) => capabilityCode)).not.toContain('large-flow');
  });

  it('what no register holds is a gap that says so', async () => {
    const result = await run([fire], facts([]));
    expect(result.scenarios[0]?.gaps.every(({ cause }) => cause === 'none-held')).toBe(true);
    expect(gapGeoJson(result).features).toHaveLength(3);
  });
});

describe('scenario D4', () => {
  const near = unit('gen-1', 'generator', 1);
  const slow = unit('gen-2', 'generator', 1, 9 * 3600);

  it('what is ready in time is placed before the island is cut off, what is not is unmet until it reopens', async () => {
    const [outcome] = (await run([typhoon], facts([near, slow]))).scenarios;
    const [first, second] = outcome?.lines ?? [];
    expect(first).toMatchObject({ supplyId: 'gen-1', beforeClosure: true });
    expect(first?.arriveHours).toBeLessThan(10);
    // Nine hours and the way of some forty-seven minutes would end before the closure; an hour more would not.
    expect(second).toMatchObject({ supplyId: 'gen-2', beforeClosure: true });
    const late = (await run([typhoon], facts([near, { ...slow, leadS: 9.9 * 3600 }]))).scenarios[0];
    expect(late?.gaps[0]).toMatchObject({ shortAtDeadlineValue: 1, firstShortHours: 10 });
    expect(late?.lines.find(({ supplyId }) => supplyId === 'gen-2')).toMatchObject({ beforeClosure: false });
    expect(late?.lines.find(({ supplyId }) => supplyId === 'gen-2')?.arriveHours).toBeGreaterThan(50);
    expect(late?.lines.map(({ supplyId }) => supplyId)).toEqual(['gen-1', 'gen-2']);
  });

  it('nothing arrives while the island is cut off', async () => {
    const [outcome] = (await run([typhoon], facts([near, slow, { ...slow, id: 'gen-3', leadS: 20 * 3600 }]))).scenarios;
    for (const { arriveHours } of outcome?.lines ?? []) expect(arriveHours <= 10 || arriveHours > 50).toBe(true);
  });
});

describe('ways over time', () => {
  const phases: readonly StressPhase[] = [0, 4, 8].map((fromHours) => ({ fromHours, titles: name('p'), windSpeedMps: 1, waveHeightM: 0, visibilityM: 1, shutWays: [] }));
  const row = (travelS: number | null): ReadonlyMap<string, SupplyTravel> => new Map([[pairKey('o', 's'), travelS === null ? { reachable: false, originId: 'o', sceneId: 's', reason: [{ code: 'SHUT', params: {} }] } : { reachable: true, originId: 'o', sceneId: 's', travelS, legs: [], reason: [] }]]);

  it('what would be under way when its way shuts waits for the next opening', () => {
    const timeline = { phases, rows: [row(3600), row(null), row(3600)], closures: [], horizonHours: 24 };
    expect(wayFor(timeline, { originId: 'o', leadS: 0 }, 's')).toMatchObject({ reachable: true, travelS: 3600 });
    expect(wayFor(timeline, { originId: 'o', leadS: 3.5 * 3600 }, 's')).toMatchObject({ reachable: true, travelS: 5.5 * 3600 });
  });

  it('S-454: a closure never makes an arrival earlier', () => {
    fc.assert(fc.property(
      fc.array(fc.option(fc.integer({ min: 60, max: 20_000 }), { nil: null }), { minLength: 3, maxLength: 3 }), fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 10 }),
      (times, leadS, fromHours, lengthHours) => {
        const timeline = { phases, rows: times.map((one) => row(one)), closures: [], horizonHours: 24 };
        const closure = { id: 'c', titles: name('c'), sceneIds: ['s'], fromHours, untilHours: fromHours + lengthHours, sourceText: 'test' };
        const arrive = (found: SupplyTravel): number => (found.reachable ? found.travelS : Infinity);
        expect(arrive(wayFor({ ...timeline, closures: [closure] }, { originId: 'o', leadS }, 's'))).toBeGreaterThanOrEqual(arrive(wayFor(timeline, { originId: 'o', leadS }, 's')));
      }), { numRuns: 300 });
  });
});

interface Random {
  readonly needs: readonly { readonly sceneIndex: number; readonly hours: number; readonly amount: number }[];
  readonly supplies: readonly { readonly amount: number; readonly leadHours: number; readonly travelHours: readonly (number | null)[]; readonly social: boolean }[];
}

const randomWorld = (sceneCount: number): fc.Arbitrary<Random> => fc.record({
  needs: fc.array(fc.record({ sceneIndex: fc.integer({ min: 0, max: sceneCount - 1 }), hours: fc.integer({ min: 0, max: 20 }), amount: fc.integer({ min: 1, max: 100 }) }), { minLength: 1, maxLength: 5 }),
  supplies: fc.array(fc.record({
    amount: fc.integer({ min: 0, max: 120 }), leadHours: fc.integer({ min: 0, max: 12 }), social: fc.boolean(),
    travelHours: fc.array(fc.option(fc.integer({ min: 0, max: 14 }), { nil: null }), { minLength: sceneCount, maxLength: sceneCount }),
  }), { maxLength: 6 }),
});

/** One capability asked for at several scenes; each scene's needs are one cumulative demand. */
function inputOf({ needs, supplies }: Random): PlanInput {
  const scenes = [...new Set(needs.map(({ sceneIndex }) => sceneIndex))];
  const demands = scenes.map((scene): PlanInput['demands'][number] => {
    const mine = needs.filter(({ sceneIndex }) => sceneIndex === scene).toSorted((a, b) => a.hours - b.hours);
    const hours = [...new Set(mine.map((one) => one.hours))];
    const need = hours.map((hour) => ({ at: addS(NOW, hour * 3600), quantityValue: mine.filter((one) => one.hours <= hour).reduce((sum, { amount }) => sum + amount, 0), unitCode: 'u' }));
    return {
      id: `d${scene}`, sceneId: `s${scene}`, capabilityCode: `d${scene}`, accepts: [{ capabilityCode: 'k', effectRatio: 1 }], unitCode: 'u', urgency: 'critical', need, deadlineAt: need[0]?.at ?? NOW, adequateValue: 0,
      purpose: { code: 'X', params: {} }, working: { formulaId: 'given', inputs: {}, sourceText: '' },
    };
  });
  const list = supplies.map(({ amount, leadHours, social }, i): Supply => {
    const base = { id: `p${i}`, name: `p${i}`, originId: `p${i}`, itemKindId: 'k', capabilityCode: 'k', unitCode: 'u', effectValue: 1, stepValue: 0, leadS: leadHours * 3600, requires: [] };
    return social
      ? { ...base, reserve: 'social', countedValue: amount, acceptanceRatio: null } satisfies SocialSupply
      : { ...base, reserve: 'stock', floorValue: 0, lots: [{ lotId: `l${i}`, quantityValue: amount, expiresAt: null, inspection: 'passed', inspectionValidUntilAt: null }] } satisfies StockSupply;
  });
  const travel = supplies.flatMap(({ travelHours }, i) => scenes.map((scene): SupplyTravel => {
    const hours = travelHours[scene] ?? null;
    return hours === null ? { reachable: false, originId: `p${i}`, sceneId: `s${scene}`, reason: [] } : { reachable: true, originId: `p${i}`, sceneId: `s${scene}`, travelS: hours * 3600, legs: [], reason: [] };
  }));
  return { now: NOW, horizonS: 24 * 3600, demands, supplies: list, travel };
}

const plannedShortage = (input: PlanInput): number => {
  const planned = planGreedily(input);
  if (!planned.ok) throw new Error(planned.refusal.code);
  return planned.value.shortageRatioHours;
};

describe('invariants', () => {
  const more = (world: Random, at: number, by: number): Random => ({ ...world, supplies: world.supplies.map((one, i) => (i === at % Math.max(1, world.supplies.length) ? { ...one, amount: one.amount + by } : one)) });
  const closed = (world: Random, at: number, scene: number): Random => ({
    ...world, supplies: world.supplies.map((one, i) => (i === at % Math.max(1, world.supplies.length) ? { ...one, travelHours: one.travelHours.map((hours, j) => (j === scene ? null : hours)) } : one)),
  });

  it('more stock never raises the least shortage, a closure never lowers it, over several scenes', () => {
    fc.assert(fc.property(randomWorld(3), fc.nat(), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 2 }), (world, at, by, scene) => {
      const least = leastShortageRatioHours(inputOf(world));
      expect(leastShortageRatioHours(inputOf(more(world, at, by)))).toBeLessThanOrEqual(least + 1e-6);
      expect(leastShortageRatioHours(inputOf(closed(world, at, scene)))).toBeGreaterThanOrEqual(least - 1e-6);
    }), { numRuns: 200 });
  });

  it('no plan is below the least shortage, and at one scene the plan by arrival reaches it', () => {
    fc.assert(fc.property(randomWorld(3), (world) => {
      const input = inputOf(world);
      expect(plannedShortage(input)).toBeGreaterThanOrEqual(leastShortageRatioHours(input) - 1e-6);
    }), { numRuns: 100 });
    fc.assert(fc.property(randomWorld(1), (world) => {
      const input = inputOf(world);
      const ranked = rankPlans(input);
      if (!ranked.ok) throw new Error(ranked.refusal.code);
      const earliest = ranked.value.value.options.find(({ id }) => id === 'earliest');
      expect(earliest === undefined ? false : checkPlan(earliest, input).isRight).toBe(true);
      expect(earliest?.figures.shortageAreaRatioHours).toBeCloseTo(leastShortageRatioHours(input), 5);
    }), { numRuns: 100 });
  });

  it('at one scene more stock never raises the shortage of the plan itself, a closure never lowers it', () => {
    fc.assert(fc.property(randomWorld(1), fc.nat(), fc.integer({ min: 0, max: 100 }), (world, at, by) => {
      const planned = plannedShortage(inputOf(world));
      expect(plannedShortage(inputOf(more(world, at, by)))).toBeLessThanOrEqual(planned + 1e-6);
      expect(plannedShortage(inputOf(closed(world, at, 0)))).toBeGreaterThanOrEqual(planned - 1e-6);
    }), { numRuns: 150 });
  });

  it('a run with a closure more is never short for fewer hours', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 40 }), async (leads, closeHours, lengthHours) => {
      const units = leads.map((hours, i) => unit(`gen-${i}`, 'generator', 1, hours * 3600));
      const island = typhoon.places?.[0];
      if (island === undefined) throw new Error('no island');
      const at = (untilHours: number): StressCase => ({ ...typhoon, places: [{ ...island, figures: { ...island.figures, closeHours, reopenHours: untilHours } }] });
      const short = (result: StressResult): number => result.scenarios[0]?.shortageRatioHours ?? Number.NaN;
      const brief = short(await run([at(closeHours + 0.001)], facts(units)));
      expect(short(await run([at(closeHours + lengthHours)], facts(units)))).toBeGreaterThanOrEqual(brief - 1e-6);
    }), { numRuns: 60 });
  });
});

describe('closing a gap', () => {
  const way = (fixedFen: number, unitFen: number, maxValue: number, stepValue = 0): Way => ({ kind: 'way', fixedFen, unitFen, maxValue, stepValue, part: { kind: 'stock', itemKindId: 'k', ofRegisterId: null, ofId: null, titles: name('w'), position: BASE, unitCode: 'u', arriveHours: 1 } });

  it('S-450: takes the cheapest mix, whole steps and fixed prices included', () => {
    // 100 of rent at 2 and the rest by purchase at 10; a works for 500 would be dearer than 60 bought.
    const mix = cheapest([way(0, 10, Infinity, 20), way(0, 2, 100, 20), way(1000, 0, 500)], 150);
    expect(mix).toMatchObject({ costFen: 800, leftValue: 0 });
    expect(mix.parts.map(({ quantityValue }) => quantityValue)).toEqual([100, 60]);
  });

  it('is never dearer than the best single way, on random ways', () => {
    fc.assert(fc.property(fc.array(fc.record({ fixed: fc.nat(1000), unit: fc.nat(50), max: fc.integer({ min: 1, max: 200 }) }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 150 }), (ways, needed) => {
      const mix = cheapest(ways.map(({ fixed, unit: one, max }) => way(fixed, one, max)), needed);
      for (const { fixed, unit: one, max } of ways) if (max >= needed) expect(mix.costFen).toBeLessThanOrEqual(fixed + one * needed + 1);
      expect(mix.leftValue).toBeCloseTo(Math.max(0, needed - ways.reduce((sum, { max }) => sum + max, 0)), 6);
    }), { numRuns: 200 });
  });

  it('a missing price is named and not used as zero', async () => {
    const foam = { itemKindId: 'foam-3', capabilityCode: 'foam', titles: name('foam'), unitCode: 'm3', stepValue: 1, handlingDurationS: 600, purchaseFen: null };
    const offers = { items: [foam], agreements: [], contracts: [], depots: [{ id: 'd', titles: name('depot'), position: BASE }], siteFen: null };
    const gapOf = async (purchaseFen: number | null) => (await run([fire], facts([], { offers: { ...offers, items: [{ ...foam, purchaseFen }] } }))).scenarios[0]?.gaps.find(({ capabilityCode }) => capabilityCode === 'foam')?.closing;
    expect(await gapOf(null)).toMatchObject({ parts: [], costFen: null, unpriced: [{ kind: 'stock', missing: { code: 'STRESS_NO_PURCHASE_PRICE' } }, { kind: 'siting' }] });
    // 57.34 m³ in whole cubic metres at 15,000.00 yuan.
    expect(await gapOf(1_500_000)).toMatchObject({ costFen: 58 * 1_500_000, leftValue: 0, parts: [{ kind: 'stock', quantityValue: 58 }] });
  });
});

describe('runs', () => {
  it('a run that is no longer wanted ends with a refusal and no result', async () => {
    let asked = 0;
    expect(await runStress([fire, typhoon], facts([]), { isWanted: () => asked++ < 1 })).toMatchObject({ ok: false, refusal: { code: 'STRESS_CANCELLED' } });
  });

  it('progress ends at one and the same inputs give the same result and hash', async () => {
    const seen: number[] = [];
    const first = await runStress([fire, typhoon], facts([unit('flow-1', 'large-flow', 25_000)]), { onProgress: (ratio) => seen.push(ratio) });
    const second = await runStress([fire, typhoon], facts([unit('flow-1', 'large-flow', 25_000)]));
    expect(seen.at(-1)).toBe(1);
    expect(second).toEqual(first);
  });

  it('compared with an earlier run a second unit closes the gap', async () => {
    const before = await run([fire], facts([unit('flow-1', 'large-flow', 25_000)]));
    const after = await run([fire], facts([unit('flow-1', 'large-flow', 25_000), unit('flow-2', 'large-flow', 25_000)]));
    const changes = compareRuns(before, after).changes;
    expect(changes.find(({ demandId }) => demandId === 'large-flow@D3')).toMatchObject({ change: 'closed' });
    expect(changes.find(({ demandId }) => demandId === 'foam@D3')).toMatchObject({ change: 'same' });
  });

  it('figures out of range, unknown figures and missing places are refused with their names', () => {
    expect(buildScenario({ ...fire, figures: { diameterM: 500 } }, NOW)).toMatchObject({ refusal: { code: 'STRESS_FIGURE_OUT_OF_RANGE', params: { name: 'diameterM' } } });
    expect(buildScenario({ ...fire, figures: { heightM: 5 } }, NOW)).toMatchObject({ refusal: { code: 'STRESS_FIGURE_UNKNOWN' } });
    expect(buildScenario({ ...typhoon, places: [] }, NOW)).toMatchObject({ refusal: { code: 'STRESS_PLACES_MISSING' } });
  });

  it('what was not given stands in and is named', () => {
    const built = buildScenario({ ...fire, figures: {} }, NOW);
    expect(built.ok && built.value.assumed.map(({ params }) => params['name'])).toContain('diameterM');
  });
});

describe('reach', () => {
  const ship = { registerId: 'vessels' as const, id: 'v', titles: name('ship'), position: BASE, speedMps: (18 * 1852) / 3600, musterDurationS: 0, radiusM: null };

  it('S-212: at 18 kn the ring of 10 hours lies 180 nautical miles away', () => {
    const [ring] = reachOf(ship, [], [10]).rings;
    expect((ring?.radiusM ?? 0) / 1852).toBeCloseTo(180, 6);
    for (const position of ring?.ring ?? []) expect(distanceM(BASE, position) / 1852).toBeCloseTo(180, -1);
  });

  it('an aircraft goes no farther than its radius, and a port beyond it has no hours', () => {
    const far = { id: 'far', titles: name('far'), position: [119, 26] as LonLat, sourceText: 'test' };
    const air = reachOf({ ...ship, registerId: 'aircraft', speedMps: 70, radiusM: 200_000 }, [far], [24]);
    expect(air.rings[0]?.radiusM).toBe(200_000);
    expect(air.ports[0]?.reachHours).toBeNull();
    const geo = reachGeoJson([air, reachOf(ship, [far], [24])]).features as readonly { readonly properties: Record<string, unknown> }[];
    expect(geo.at(-1)?.properties).toMatchObject({ kind: 'port', firstUnitId: 'v', indicative: true });
  });
});
