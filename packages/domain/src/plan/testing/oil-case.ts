// One spill, one depot, one farm at risk: the case on which the tests of plan and dispatch plan.

import { addS, distanceM, instant, ok } from '@anlan/kernel';
import type { LonLat } from '@anlan/kernel';
import type { Fold } from '../../log/index.ts';
import { createSmallWorld, payloadFold, SCENE } from '../../readiness/testing/small-world.ts';
import type { SmallWorld } from '../../readiness/testing/small-world.ts';
import { testContext } from '../../register/testing/fake-memory.ts';
import { handleDrawPlan, planFold } from '../index.ts';
import type { PlanBody, TravelTimes } from '../index.ts';

export const NOW = instant('2026-11-24T02:00:00Z');
export const commander = testContext(['commander'], '2026-11-24T02:00:00Z', 'org-command', 'commander');
export const FARM: LonLat = [122.2, 29.9];
export const hours = (count: number) => addS(NOW, count * 3600);

/** Every way is open: load, then the straight line by sea at 6 m/s. */
const straight: TravelTimes = {
  travel: async (query) => ok({
    value: {
      travel: query.scenes.flatMap((scene) => query.origins.map((origin) => {
        const seaS = Math.ceil(distanceM(origin.position, scene.position) / 6);
        const leg = (kind: 'load' | 'sea', durationS: number, pathDeg: readonly LonLat[]) =>
          ({ kind, durationS, distanceM: kind === 'sea' ? seaS * 6 : 0, fromName: origin.name, toName: scene.name, pathDeg, speedMps: 6 });
        return {
          reachable: true as const, originId: origin.id, sceneId: scene.id, etaS: origin.loadS + seaS, leadS: 0, travelS: origin.loadS + seaS,
          legs: [leg('load', origin.loadS, [origin.position]), leg('sea', seaS, [origin.position, scene.position])], reason: [{ code: 'MOVEMENT_WAY_SEA', params: { nmi: 1, minutes: 1 } }], assumed: [],
        };
      })),
    },
    band: {}, assumed: [], warnings: [], modelVersion: 'movement-test', inputsHash: 'h', randomSeed: 0,
  }),
};

const forecast = (massKg = 125_000) => ({
  id: 'forecast-1', incidentId: 'incident-1', state: 'completed', requestedAt: NOW,
  input: { spill: { position: SCENE, startAt: NOW, durationS: 180, massKg, oilId: 'AD02002', radiusM: 50 }, wind: { kind: 'constant', speedMps: 7, windFromDegTrue: 0, sourceText: '' }, waterTemperatureK: 293.15, horizonS: 86_400 },
  summary: {
    massBudget: [[0, 0], [6, 0.19], [24, 0.24]].map(([at = 0, ratio = 0]) => ({ at: hours(at), evaporatedKg: massKg * ratio })), currentSpeedMpsMax: 1, indicative: true,
    arrivals: [{ siteId: 'farm', titles: { zh: '养殖场', en: 'Farm' }, priorityIndex: 1, probabilityRatio: 0.5, earliestAt: hours(4), medianAt: hours(5), position: FARM, shoreLengthM: 100 }],
  },
});

export type OilCase = SmallWorld & { readonly travel: TravelTimes };

/** `folds` besides those of records and plans. */
export async function createOilCase(massKg?: number, folds: readonly Fold[] = []): Promise<OilCase> {
  const world = await createSmallWorld([planFold, ...folds, payloadFold('incident'), payloadFold('forecast')]);
  const put = (stream: `incident:${string}` | `forecast:${string}`, payload: unknown) =>
    world.log.append({ realm: 'real', recordedAt: NOW, appends: [{ stream, expectedVersion: 0, events: [{ type: 'x', payload, happenedAt: NOW, actor: commander.actor, basis: [] }] }] });
  await put('incident:incident-1', { id: 'incident-1', state: 'confirmed', placeText: '岙山泊位', title: '溢油', position: SCENE, facts: [], owner: { organisationId: 'org-command', titles: { zh: '市应急管理局', en: 'Emergency bureau' } } });
  await put('forecast:forecast-1', forecast(massKg));
  return { ...world, travel: straight };
}

export async function drawPlan(world: OilCase): Promise<PlanBody> {
  const drawn = await handleDrawPlan(world, { incidentId: 'incident-1' }, commander);
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.refusal));
  const view = await world.views.find<PlanBody>('real', 'plan', drawn.value.id);
  if (view === undefined) throw new Error('no plan');
  return view.body;
}

/** What an option takes of one supply. */
export const totalOf = (plan: PlanBody, optionId: string, supplyId: string) =>
  (plan.options.find((option) => option.id === optionId)?.lines ?? []).filter((line) => line.supplyId === supplyId).reduce((sum, line) => sum + line.quantityValue, 0);
