// The road engine: one network, contracted once for each set of durations, and kept. Links that
// change with time or are restricted are masked out; the multimodal search adds them as arcs of
// their own. So a query is quick, and a bridge that closes at 14:20 is still exact.

import type { RoadNetwork, RoadPath, RoadProfile, RoadStep } from '../api/network.ts';
import type { LonLat } from '@anlan/kernel';
import { canonicalJson } from '@anlan/kernel';
import { createQueries } from './climb.ts';
import type { RoadQueries } from './climb.ts';
import { contractNetwork } from './contract.ts';
import { calmArcMs, linkName } from './weights.ts';

export interface Roads {
  readonly network: RoadNetwork;
  /** Contracted for the speed of the vehicle, without the masked links; a second call finds it ready. */
  queries(profile: RoadProfile, masked: readonly number[]): RoadQueries;
  /** Durations, whole milliseconds by arc; masked links are shut. */
  arcMs(profile: RoadProfile, masked: readonly number[]): Float64Array;
}

export function createRoads(network: RoadNetwork): Roads {
  const kept = new Map<string, RoadQueries>();
  const arcMs = (profile: RoadProfile, masked: readonly number[]): Float64Array => {
    const shut = new Set(masked);
    const ms = calmArcMs(network, profile);
    if (shut.size > 0) network.arcLink.forEach((link, arc) => shut.has(link) && (ms[arc] = Infinity));
    return ms;
  };
  const queries = (profile: RoadProfile, masked: readonly number[]): RoadQueries => {
    const key = `${profile.speedMpsMax} ${[...masked].sort((a, b) => a - b).join(' ')}`;
    const found = kept.get(key);
    if (found !== undefined) return found;
    const made = createQueries(contractNetwork(network, arcMs(profile, masked)));
    if (kept.size >= KEPT_COUNT_MAX) kept.delete(kept.keys().next().value!);
    kept.set(key, made);
    return made;
  };
  return { network, queries, arcMs };
}

/** What people read of a list of arcs: names, lengths, the line on the map. */
export function pathOfArcs(network: RoadNetwork, arcs: readonly number[], secondsOfArc: (arc: number) => number): Omit<RoadPath, 'reason'> {
  const start = arcs[0];
  const nodes = start === undefined ? [] : [network.tail[start]!, ...arcs.map((arc) => network.head[arc]!)];
  return {
    durationS: arcs.reduce((sum, arc) => sum + secondsOfArc(arc), 0),
    lengthM: arcs.reduce((sum, arc) => sum + network.links[network.arcLink[arc]!]!.lengthM, 0),
    nodeIds: nodes.map((node) => network.nodes[node]!.id),
    steps: stepsOf(network, arcs, secondsOfArc),
    pathDeg: lineOf(network, arcs),
  };
}

function stepsOf(network: RoadNetwork, arcs: readonly number[], secondsOfArc: (arc: number) => number): readonly RoadStep[] {
  const steps: RoadStep[] = [];
  for (const arc of arcs) {
    const linkIndex = network.arcLink[arc]!;
    const { lengthM, bridgeId, name: given } = network.links[linkIndex]!;
    // A link without a name is part of the road before it, unless a bridge begins.
    const name = given === undefined && bridgeId === undefined ? undefined : linkName(network, linkIndex);
    const last = steps.at(-1);
    if (last !== undefined && (name === undefined || canonicalJson(name) === canonicalJson(last.name)) && last.bridgeId === bridgeId) {
      steps[steps.length - 1] = { ...last, lengthM: last.lengthM + lengthM, durationS: last.durationS + secondsOfArc(arc) };
    } else steps.push({ name: name ?? UNNAMED, lengthM, durationS: secondsOfArc(arc), ...(bridgeId === undefined ? {} : { bridgeId }) });
  }
  return steps;
}

function lineOf(network: RoadNetwork, arcs: readonly number[]): readonly LonLat[] {
  const [start] = arcs;
  if (start === undefined) return [];
  const line: LonLat[] = [network.nodes[network.tail[start]!]!.position];
  for (const arc of arcs) {
    const via = network.links[network.arcLink[arc]!]!.viaDeg ?? [];
    line.push(...(network.arcBack[arc] === 1 ? [...via].reverse() : via), network.nodes[network.head[arc]!]!.position);
  }
  return line;
}

const UNNAMED = { zh: '无名道路', en: 'unnamed road' } as const;
/** Contracted networks kept at once: a few vehicle speeds, with and without a closure. */
const KEPT_COUNT_MAX = 6;
