// Records to typed arrays (compressed sparse rows). Refuses unknown nodes, absurd lengths and
// speeds; counts links whose speed is that of their class, so that a result can say so.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { NetworkInput, NetworkLink, RoadClass, RoadNetwork } from '../api/network.ts';

export function buildNetwork(input: NetworkInput): Result<RoadNetwork> {
  const { nodes, links, bridges } = input;
  const nodeIndexById = new Map(nodes.map((node, i) => [node.id, i]));
  const wrong = firstWrong(input, nodeIndexById);
  if (wrong !== undefined) return wrong;
  const ends = links.map((link) => [nodeIndexById.get(link.fromNode)!, nodeIndexById.get(link.toNode)!] as const);
  const first = new Int32Array(nodes.length + 1);
  links.forEach((link, i) => {
    first[ends[i]![0] + 1]!++;
    if (link.oneWay !== true) first[ends[i]![1] + 1]!++;
  });
  for (let n = 0; n < nodes.length; n++) first[n + 1]! += first[n]!;
  const arcCount = first[nodes.length]!;
  const [head, tail, arcLink, next] = [new Int32Array(arcCount), new Int32Array(arcCount), new Int32Array(arcCount), first.slice()];
  const arcBack = new Uint8Array(arcCount);
  links.forEach((link, i) => {
    const [from, to] = ends[i]!;
    const arc = next[from]!++;
    head[arc] = to;
    tail[arc] = from;
    arcLink[arc] = i;
    if (link.oneWay === true) return;
    const back = next[to]!++;
    head[back] = from;
    tail[back] = to;
    arcLink[back] = i;
    arcBack[back] = 1;
  });
  const bridgeIndex = new Map(bridges.map((bridge, i) => [bridge.bridgeId, i]));
  return ok({
    nodes, links, bridges, nodeIndexById, first, head, tail, arcLink, arcBack,
    speedMps: Float64Array.from(links, (link) => link.speedMps ?? CLASS_SPEED_MPS[link.classCode]),
    bridgeOfLink: Int32Array.from(links, (link) => (link.bridgeId === undefined ? -1 : (bridgeIndex.get(link.bridgeId) ?? -1))),
    islandIndex: islands(links, ends, nodes.length),
    nodeLonDeg: Float64Array.from(nodes, (node) => node.position[0]),
    nodeLatDeg: Float64Array.from(nodes, (node) => node.position[1]),
    classSpeedCount: links.filter((link) => link.speedMps === undefined).length,
  });
}

function firstWrong(input: NetworkInput, nodeIndexById: ReadonlyMap<string, number>): ReturnType<typeof refuse> | undefined {
  if (nodeIndexById.size !== input.nodes.length) return refuse('MOVEMENT_NETWORK_NODE_TWICE', { nodeCount: input.nodes.length, differentCount: nodeIndexById.size });
  for (const { id, fromNode, toNode, lengthM, speedMps = 1 } of input.links) {
    for (const nodeId of [fromNode, toNode]) if (!nodeIndexById.has(nodeId)) return refuse('MOVEMENT_ROAD_NODE_UNKNOWN', { nodeId });
    const possible = lengthM >= 0 && lengthM <= LENGTH_M_MAX && speedMps > 0 && speedMps <= SPEED_MPS_MAX;
    if (!possible) return refuse('MOVEMENT_NETWORK_LINK_WRONG', { linkId: id, lengthM: String(lengthM), speedMps: String(speedMps) });
  }
  return undefined;
}

/** Union of nodes over links that are no bridge and no tunnel. */
function islands(links: readonly NetworkLink[], ends: readonly (readonly [number, number])[], nodeCount: number): Int32Array {
  const parent = Int32Array.from({ length: nodeCount }, (_each, i) => i);
  const find = (start: number): number => {
    let at = start;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  links.forEach((link, i) => {
    if (link.bridgeId === undefined && link.tunnelId === undefined) parent[find(ends[i]![0])] = find(ends[i]![1]);
  });
  const numbers = new Map<number, number>();
  return parent.map((_each, node) => {
    const root = find(node);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
}

/**
 * Speed of a class where a link states none, m/s. Assumption of ours: design speeds of JTG B01-2014
 * (100, 80, 60, 40, 30, 20 km/h by class), one step down for junctions; trucks are held by their own limit.
 */
export const CLASS_SPEED_MPS: Readonly<Record<RoadClass, number>> = {
  motorway: 27.8, trunk: 22.2, primary: 16.7, secondary: 13.9, tertiary: 11.1, local: 8.3, service: 5.6, track: 4.2,
};

/** Longer than any link of a road map, m. */
const LENGTH_M_MAX = 500_000;
/** Faster than any road vehicle, m/s. */
const SPEED_MPS_MAX = 70;
