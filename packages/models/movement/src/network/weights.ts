// What a road vehicle needs for every link. Links without any restriction have one duration. The
// others (bridge in a wind, limit of mass or height, closure) are special: their speed by time, with
// the reason, and the duration they would have if nothing were in the way.

import type { LocalName } from '@anlan/kernel';
import { nameParams } from '@anlan/kernel';
import type { BridgeStage, MovementClosure, RoadNetwork, RoadProfile } from '../api/network.ts';
import type { Reason } from '../api/travel.ts';
import type { MovementWeather } from '../spi/movement-weather.ts';
import { closedTimes, closesMode } from '../time/bad-times.ts';
import type { BadTime } from '../time/bad-times.ts';
import type { TimeFrame } from '../time/clock.ts';
import { clockText, secondsOf } from '../time/clock.ts';
import { touchesPolygon } from './geometry.ts';

export interface RoadConditions {
  readonly frame: TimeFrame;
  readonly weather?: MovementWeather | undefined;
  readonly closures: readonly MovementClosure[];
}

/** From `fromS` until the next step. Speed 0: nobody is let on; who is on it clears it at `clearMps`. */
export interface LinkStep {
  readonly fromS: number;
  readonly speedMps: number;
  readonly clearMps: number;
  readonly reason?: Reason;
}

export interface SpecialLink {
  readonly linkIndex: number;
  readonly lengthM: number;
  readonly steps: readonly LinkStep[];
  readonly calmS: number;
}

/** Durations without any restriction, whole milliseconds by arc. */
export function calmArcMs(network: RoadNetwork, profile: RoadProfile): Float64Array {
  const byLink = Float64Array.from(network.links, (link, i) => Math.ceil((1000 * link.lengthM) / Math.min(network.speedMps[i]!, profile.speedMpsMax)));
  return Float64Array.from(network.arcLink, (link) => byLink[link]!);
}

export function specialLinks(network: RoadNetwork, profile: RoadProfile, conditions: RoadConditions): readonly SpecialLink[] {
  const special: SpecialLink[] = [];
  network.links.forEach((_link, linkIndex) => {
    const steps = stepsOf(network, profile, conditions, linkIndex);
    if (steps === undefined) return;
    const { lengthM } = network.links[linkIndex]!;
    special.push({ linkIndex, lengthM, steps, calmS: Math.ceil((1000 * lengthM) / Math.min(network.speedMps[linkIndex]!, profile.speedMpsMax)) / 1000 });
  });
  return special;
}

/**
 * When the far end is reached. Waits where nobody is let on; on the link, speed depends on the clock
 * alone, so nobody overtakes (Ichoua, Gendreau, Potvin, European J. Operational Research 144 (2003)).
 */
export function crossAt({ steps, lengthM }: SpecialLink, readyS: number): { readonly enterS: number; readonly arriveS: number } {
  let i = 0;
  while (i + 1 < steps.length && steps[i + 1]!.fromS <= readyS) i++;
  while (i < steps.length && steps[i]!.speedMps === 0) i++;
  if (i === steps.length) return { enterS: Infinity, arriveS: Infinity };
  const enterS = Math.max(readyS, steps[i]!.fromS);
  let [atS, leftM] = [enterS, lengthM];
  for (; ; i++) {
    const step = steps[i]!;
    const speedMps = step.speedMps > 0 ? step.speedMps : step.clearMps;
    const endS = steps[i + 1]?.fromS ?? Infinity;
    if (atS + leftM / speedMps <= endS) return { enterS, arriveS: atS + Math.ceil((1000 * leftM) / speedMps - 1e-6) / 1000 };
    leftM -= (endS - atS) * speedMps;
    atS = endS;
  }
}

/** Reasons met by one who is ready at `readyS`, while waiting and on the link. */
export function reasonsOn({ steps }: SpecialLink, readyS: number, arriveS: number): readonly Reason[] {
  return steps.flatMap((step, i) => {
    const met = step.fromS < Math.min(arriveS, Number.MAX_VALUE) && (steps[i + 1]?.fromS ?? Infinity) > readyS;
    return met && step.reason !== undefined ? [step.reason] : [];
  });
}

function stepsOf(network: RoadNetwork, profile: RoadProfile, conditions: RoadConditions, linkIndex: number): readonly LinkStep[] | undefined {
  const calmMps = Math.min(network.speedMps[linkIndex]!, profile.speedMpsMax);
  const limit = profileLimit(network, profile, linkIndex);
  if (limit !== undefined) return [{ fromS: -Infinity, speedMps: 0, clearMps: calmMps, reason: limit }];
  const shut = linkClosures(network, conditions, linkIndex);
  const bridge = network.bridges[network.bridgeOfLink[linkIndex]!];
  const stages = conditions.weather === undefined ? [] : (bridge?.stages ?? []).filter((stage) => stage.kinds.includes(profile.kind));
  if (shut.length === 0 && stages.length === 0) return undefined;
  const { frame } = conditions;
  const windTimes = stages.length === 0 ? [] : conditions.weather!.steps.map((step) => secondsOf(frame, step.at));
  const times = [...new Set([-Infinity, ...windTimes, ...shut.flatMap(({ fromS, untilS }) => [fromS, untilS])])].filter(Number.isFinite).sort((a, b) => a - b);
  const name = linkName(network, linkIndex);
  const steps: LinkStep[] = [-Infinity, ...times].map((fromS) => {
    const closed = shut.find((each) => each.fromS <= fromS && fromS < each.untilS) ?? (fromS === -Infinity ? shut.find((each) => each.fromS === -Infinity) : undefined);
    const wind = windStep(stages, { conditions, fromS, calmMps, name });
    if (closed !== undefined) return { fromS, speedMps: 0, clearMps: wind.clearMps, reason: closed.reason };
    return { fromS, ...wind };
  });
  const merged = steps.filter((step, i) => i === 0 || step.speedMps !== steps[i - 1]!.speedMps || step.reason?.code !== steps[i - 1]!.reason?.code);
  if (merged.every((step) => step.reason === undefined)) return undefined;
  return merged.map((step, i) => withUntil(frame, step, merged[i + 1]?.fromS ?? Infinity));
}

/** A limit of the link that this vehicle breaks at any time. */
function profileLimit(network: RoadNetwork, profile: RoadProfile, linkIndex: number): Reason | undefined {
  const link = network.links[linkIndex]!;
  const breaks = { mass: profile.massKg > (link.massKgMax ?? Infinity), height: profile.heightM > (link.heightMMax ?? Infinity), hazmat: profile.hazmat && link.hazmatForbidden === true };
  if (!breaks.mass && !breaks.height && !breaks.hazmat) return undefined;
  const name = nameParams('name', linkName(network, linkIndex));
  if (breaks.mass) return { code: 'MOVEMENT_LINK_MASS', params: { ...name, massKg: profile.massKg, massLimitKg: link.massKgMax ?? 0 } };
  if (breaks.height) return { code: 'MOVEMENT_LINK_HEIGHT', params: { ...name, heightM: profile.heightM, heightLimitM: link.heightMMax ?? 0 } };
  return { code: 'MOVEMENT_LINK_HAZMAT', params: name };
}

function linkClosures(network: RoadNetwork, { frame, closures }: RoadConditions, linkIndex: number): readonly BadTime[] {
  if (closures.length === 0) return [];
  const link = network.links[linkIndex]!;
  const path = (): readonly (readonly [number, number])[] => [network.nodes[network.nodeIndexById.get(link.fromNode)!]!.position, ...(link.viaDeg ?? []), network.nodes[network.nodeIndexById.get(link.toNode)!]!.position];
  return closedTimes(frame, closures, 'road', (closure) => {
    if (closure.linkId === link.id || (closure.bridgeId !== undefined && closure.bridgeId === link.bridgeId)) return true;
    return closure.polygon !== undefined && closesMode(closure, 'road') && touchesPolygon(path(), closure.polygon);
  });
}

function windStep(stages: readonly BridgeStage[], at: { conditions: RoadConditions; fromS: number; calmMps: number; name: LocalName }): Omit<LinkStep, 'fromS'> {
  const steps = at.conditions.weather?.steps ?? [];
  const current = steps.findLast((step) => secondsOf(at.conditions.frame, step.at) <= at.fromS) ?? steps[0];
  const windSpeedMps = current?.windSpeedMps;
  if (windSpeedMps === undefined) return { speedMps: at.calmMps, clearMps: at.calmMps };
  const reached = stages.filter((stage) => windSpeedMps >= stage.windSpeedMpsMin);
  const clearMps = reached.reduce((least, stage) => (stage.speedMpsMax > 0 ? Math.min(least, stage.speedMpsMax) : least), at.calmMps);
  const strongest = reached.reduce<BridgeStage | undefined>((most, stage) => (most === undefined || stage.speedMpsMax < most.speedMpsMax ? stage : most), undefined);
  if (strongest === undefined || strongest.speedMpsMax >= at.calmMps) return { speedMps: at.calmMps, clearMps };
  const params = { ...nameParams('name', at.name), windSpeedMps, windLimitMps: strongest.windSpeedMpsMin, beaufort: strongest.beaufortCode };
  if (strongest.speedMpsMax === 0) return { speedMps: 0, clearMps, reason: { code: 'MOVEMENT_BRIDGE_WIND_CLOSED', params } };
  return { speedMps: strongest.speedMpsMax, clearMps, reason: { code: 'MOVEMENT_BRIDGE_WIND_SLOW', params: { ...params, speedKmPerHour: Math.round(strongest.speedMpsMax * 3.6) } } };
}

function withUntil(frame: TimeFrame, step: LinkStep, untilS: number): LinkStep {
  if (step.reason === undefined || 'until' in step.reason.params) return step;
  return { ...step, reason: { ...step.reason, params: { ...step.reason.params, until: clockText(frame, untilS) } } };
}

export function linkName(network: RoadNetwork, linkIndex: number): LocalName {
  const link = network.links[linkIndex]!;
  if (link.name !== undefined) return link.name;
  const bridge = network.bridges[network.bridgeOfLink[linkIndex]!];
  return bridge?.name ?? link.id;
}
