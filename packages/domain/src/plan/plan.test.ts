import { describe, it, expect } from 'vitest';
import fc from 'fast-check';
import { distanceM, instant } from '@anlan/kernel';
import type { LonLat } from '@anlan/kernel';
import { buildSeaGrid } from '@anlan/movement';
import { handleAuditAgreement } from '../readiness/index.ts';
import { DEPOT, SCENE } from '../readiness/testing/small-world.ts';
import { registers } from '../registers.ts';
import { handleSeedRecords } from '../register/index.ts';
import { testContext } from '../register/testing/fake-memory.ts';
import { createTravelTimes, handleChooseOption, handleDrawPlan } from './index.ts';
import type { PlanBody, PlanVessel, TravelQuery } from './index.ts';
import { simplifyPath } from './simplify-path.ts';
import { commander, createOilCase, drawPlan, FARM, hours, NOW, totalOf } from './testing/oil-case.ts';

describe('plan: drawn from a forecast', () => {
  it('S-450: demand, ranked options, the reason of each line, and what stays unmet and when', async () => {
    const plan = await drawPlan(await createOilCase());
    expect(plan.demand.map((line) => line.id)).toEqual(['site-boom-farm', 'sweep', 'skimmer', 'storage', 'sorbent']);
    expect(plan.demand[0]).toMatchObject({ titles: { zh: '养殖场防护围油栏' }, unitCode: 'm', position: FARM, urgency: 'critical', deadlineAt: hours(3) });
    expect(plan.demand.every((line) => line.working.sourceText !== '' && line.purpose.code !== '')).toBe(true);
    expect(plan.options.map((option) => option.rankIndex)).toEqual(plan.options.map((_, i) => i + 1));
    expect(plan.options.every((option) => option.checked && option.decidedBy.code !== '')).toBe(true);
    const lines = plan.options.flatMap((option) => option.lines);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect([line.reason.code !== '', line.quantityValue > 0, line.departAt <= line.arriveAt]).toEqual([true, true, true]);
    // There is no storage anywhere in the small world: that is a result, not a refusal.
    for (const option of plan.options) expect(option.unmet.find((one) => one.demandId === 'storage')).toMatchObject({ unitCode: 'm3' });
    expect(plan.warnings.map((one) => one.code)).toContain('PLAN_WARN_FORECAST_INDICATIVE');
    expect(JSON.stringify(plan).length).toBeLessThan(200_000);
  });

  it('S-450: need against the three reserves by capability, with the first hour of shortage, re-computable', async () => {
    const plan = await drawPlan(await createOilCase());
    const storage = plan.sufficiency.find((line) => line.capabilityCode === 'storage');
    const first = storage?.curve.find((point) => point.needValue > point.stockValue + point.socialValue + point.capacityValue);
    expect(first).toBeDefined();
    expect(storage?.firstShortHours).toBeCloseTo(((first?.at ?? 0) - NOW) / 3_600_000, 9);
    const boom = plan.sufficiency.find((line) => line.capabilityCode === 'boom-open');
    expect(boom?.curve.at(-1)).toMatchObject({ stockValue: 1000, socialValue: 600, capacityValue: 0 });
    for (const line of plan.sufficiency) for (const point of line.curve) expect(Math.min(point.stockValue, point.socialValue, point.capacityValue)).toBeGreaterThanOrEqual(0);
  });

  it('S-448: an agreement counts as audited; S-449: production comes with its ramp', async () => {
    const world = await createOilCase(2_000_000);
    await handleAuditAgreement(world, { agreementId: 'agreement-1', foundValue: 150, note: '清点' }, testContext(['reserve'], '2026-11-24T01:00:00Z'));
    const plan = await drawPlan(world);
    for (const option of plan.options) expect(totalOf(plan, option.id, 'agreement-1')).toBeLessThanOrEqual(150);
    const sorbent = plan.options.find((option) => option.id === 'earliest')?.lines.filter((line) => line.supplyId === 'capacity-1') ?? [];
    // 2 h start-up, 100/h for 4 h then 300/h; goods leave every 6 h: 1000 after 8 h, the cap of 2000 after 14 h.
    expect(sorbent.map((line) => [(line.departAt - NOW) / 3_600_000, line.quantityValue])).toEqual([[8, 1000], [14, 1000]]);
  });

  it('S-001: a plan belongs to the owner that the incident has when it is drawn', async () => {
    expect((await drawPlan(await createOilCase())).owner).toEqual({ organisationId: 'org-command', titles: { zh: '市应急管理局', en: 'Emergency bureau' } });
  });

  it('names reserves and sites in both languages wherever a sentence names them', async () => {
    const plan = await drawPlan(await createOilCase(2_000_000));
    const said = [...plan.assumed, ...plan.warnings, ...plan.demand.map((line) => line.purpose), ...plan.options.flatMap((option) => option.lines.flatMap((line) => [line.reason, ...line.moreReasons]))];
    expect(said.filter(({ params }) => 'nameEn' in params).length).toBeGreaterThan(1);
    const english = said.flatMap(({ params }) => Object.entries(params)).filter(([name, value]) => !name.endsWith('Zh') && name !== 'sourceText' && /\p{Script=Han}/u.test(String(value)));
    expect(english).toEqual([]);
    expect(plan.demand[0]?.purpose.params).toMatchObject({ nameZh: '养殖场', nameEn: 'Farm' });
  });

  it('a spill at an oil berth is named after the berth, in both languages', async () => {
    const world = await createOilCase();
    const seeded = await handleSeedRecords({ ...world, registers }, [{ registerId: 'facilities', records: [{ id: 'berth-1', values: { name: { zh: '岙山30万吨级泊位', en: 'Aoshan 300 kt berth' }, kindCode: 'oil-terminal', position: SCENE, berthBoomM: 800 } }] }], testContext(['admin']));
    expect(seeded).toEqual({ ok: true, value: expect.anything() });
    const plan = await drawPlan(world);
    expect(plan.demand.find((line) => line.id === 'berth-boom')?.purpose.params).toEqual({ nameZh: '岙山30万吨级泊位', nameEn: 'Aoshan 300 kt berth', lengthM: 800 });
  });

  it('a supply that does not count is named with its reason', async () => {
    const world = await createOilCase();
    const late = { ...commander, now: instant('2027-08-01T00:00:00Z') };
    const drawn = await handleDrawPlan(world, { incidentId: 'incident-1' }, late);
    const id = drawn.ok ? drawn.value.id : '';
    const plan = (await world.views.find<PlanBody>('real', 'plan', id))?.body;
    expect(plan?.notReachable).toMatchObject([{ supplyId: 'lot-boom', reason: { code: 'READINESS_LOT_INSPECTION_LAPSED' } }, { supplyId: 'lot-skimmer' }]);
  });

  it('the carrier bears the load and is on one trip at a time', async () => {
    const plan = await drawPlan(await createOilCase());
    for (const option of plan.options) {
      const trips = new Map<string, { fromAt: number; untilAt: number }>();
      for (const line of option.lines.filter((one) => one.carrierId === 'boat-1')) trips.set(`${line.departAt} ${line.arriveAt}`, { fromAt: line.departAt, untilAt: line.arriveAt });
      const list = [...trips.values()].toSorted((a, b) => a.fromAt - b.fromAt);
      for (const [i, trip] of list.entries()) expect(trip.fromAt).toBeGreaterThanOrEqual(list[i - 1]?.untilAt ?? 0);
    }
    expect(plan.options.flatMap((option) => option.lines).some((line) => line.carrierId === 'boat-1')).toBe(true);
  });

  it('the same records and forecast give the same plan', async () => {
    expect(await drawPlan(await createOilCase())).toEqual(await drawPlan(await createOilCase()));
  });

  it('nothing to plan on is refused by name', async () => {
    const world = await createOilCase();
    const code = async (command: { incidentId: string; forecastId?: string }, context = commander) => { const drawn = await handleDrawPlan(world, command, context); return drawn.ok ? 'drawn' : drawn.refusal.code; };
    expect(await code({ incidentId: 'incident-9' })).toBe('PLAN_INCIDENT_UNKNOWN');
    expect(await code({ incidentId: 'incident-1', forecastId: 'forecast-9' })).toBe('PLAN_FORECAST_UNKNOWN');
    expect(await code({ incidentId: 'incident-1' }, testContext(['responder']))).toBe('ACCESS_DENIED');
  });
});

describe('plan: chosen and sent', () => {
  it('S-451: commander, duty and dispatcher choose; an unknown option is refused', async () => {
    const world = await createOilCase();
    const plan = await drawPlan(world);
    const choose = async (optionId: string, context = commander) => { const chosen = await handleChooseOption(world, { planId: plan.id, optionId }, context); return chosen.ok ? 'chosen' : chosen.refusal.code; };
    expect(await choose('earliest', testContext(['responder']))).toBe('ACCESS_DENIED');
    expect(await choose('no-such')).toBe('PLAN_OPTION_UNKNOWN');
    const [first] = plan.options;
    expect(await choose(first?.id ?? '')).toBe('chosen');
    expect(await choose(first?.id ?? '')).toBe('PLAN_ALREADY_CHOSEN');
    expect((await world.views.find<PlanBody>('real', 'plan', plan.id))?.body).toMatchObject({ chosenOptionId: first?.id, chosenBy: 'commander' });
  });
});

describe('plan: travel over the sea grid', () => {
  const boat = (id: string, position: LonLat, speedMps: number): PlanVessel => ({ id, position, speedMps, musterDurationS: 600, payloadKg: 1e4, windSpeedMpsMax: 15, waveHeightMMax: 2 });
  const grid = buildSeaGrid({ polygons: [[[[122.2, 29.9], [122.21, 29.9], [122.21, 30.0], [122.2, 30.0], [122.2, 29.9]]]], bboxDeg: [122, 29.8, 122.4, 30.1], cellM: 250 });
  const world = { sea: grid.ok ? grid.value : undefined, road: { nodes: [], edges: [] }, quays: [], roadClosures: [], seaClosures: [] } as never;
  const query = (fleet: readonly PlanVessel[]): TravelQuery => ({
    departAt: NOW, scenes: [{ id: 'scene', name: '现场', position: [122.3, 29.95] }], origins: [{ id: 'depot', name: '库', position: DEPOT, loadS: 1800 }], fleet, conditions: { windSpeedMps: 7 },
  });
  const row = async (fleet: readonly PlanVessel[]) => {
    const times = await createTravelTimes(world).travel(query(fleet));
    if (!times.ok) throw new Error(JSON.stringify(times.refusal));
    return times.value.value.travel[0];
  };

  it('goes round the land, with the middle vessel that lies there', async () => {
    const found = await row([boat('slow', DEPOT, 4), boat('middle', DEPOT, 6), boat('fast', DEPOT, 12), boat('far', [122.4, 30], 30)]);
    if (found?.reachable !== true) throw new Error('blocked');
    const sea = found.legs.find((leg) => leg.kind === 'sea');
    expect(sea?.speedMps).toBe(6);
    expect(sea?.distanceM).toBeGreaterThan(distanceM(DEPOT, [122.3, 29.95]) * 1.05);
    expect(found.travelS).toBeGreaterThanOrEqual(1800 + (sea?.distanceM ?? 0) / 6);
  });

  it('a place without a vessel and without a road is blocked, and says why', async () => {
    const found = await row([]);
    expect(found).toMatchObject({ reachable: false });
    expect(found?.reason.length).toBeGreaterThan(0);
  });
});

describe('plan: thin paths', () => {
  it('keeps both ends and stays within the tolerance of the path', () => {
    const bend: LonLat[] = [[122, 30], [122.01, 30.0001], [122.02, 30], [122.02, 30.02]];
    expect(simplifyPath(bend, { toleranceM: 100, pointCountMax: 16 })).toEqual([[122, 30], [122.02, 30], [122.02, 30.02]]);
    expect(simplifyPath([[122, 30]], { toleranceM: 100, pointCountMax: 16 })).toEqual([[122, 30]]);
  });

  it('property: never more points than asked, always the same ends', () => {
    const paths = fc.array(fc.tuple(fc.integer({ min: 121_500, max: 122_500 }), fc.integer({ min: 29_500, max: 30_500 })).map(([x, y]): LonLat => [x / 1000, y / 1000]), { minLength: 2, maxLength: 60 });
    fc.assert(fc.property(paths, fc.integer({ min: 2, max: 20 }), (path, pointCountMax) => {
      const thin = simplifyPath(path, { toleranceM: 50, pointCountMax });
      expect(thin.length).toBeLessThanOrEqual(pointCountMax);
      expect([thin[0], thin.at(-1)]).toEqual([path[0], path.at(-1)]);
    }));
  });
});
