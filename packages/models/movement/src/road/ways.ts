// The road side as an engine: one Dijkstra (1959) from the far end over reversed edges answers for
// every node. When a way is shut or slowed, a second search in calm weather tells which edges are
// to blame, so that no row says "unreachable" without a name.

import type { LocalName, LonLat, Result } from '@anlan/kernel';
import { assert, canonicalJson, nameParams, ok, refuse } from '@anlan/kernel';
import type { RoadEdge, RoadGraph, RoadNode, RoadRoute } from '../api/road.ts';
import type { Reason } from '../api/travel.ts';
import type { Found, RoadWays } from '../spi/engines.ts';
import type { EdgeState, RoadSituation } from './edges.ts';
import { edgeState } from './edges.ts';

/** Refuses unknown nodes and edges without length or speed. */
export function createRoadWays(graph: RoadGraph, toNode: string, situation: RoadSituation): Result<RoadWays> {
  const checked = checkGraph(graph);
  if (!checked.ok) return checked;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  if (!nodes.has(toNode)) return refuse('MOVEMENT_ROAD_NODE_UNKNOWN', { nodeId: toNode });
  const arcs = arcsByHead(graph, situation);
  const now = searchBack(arcs, toNode, (state) => state.speedMps);
  const calm = searchBack(arcs, toNode, (_state, edge) => edge.speedMps);
  const from = (nodeId: string): Found<RoadRoute> => {
    if (!nodes.has(nodeId)) return { found: false, reason: [{ code: 'MOVEMENT_ROAD_NODE_UNKNOWN', params: { nodeId } }] };
    const toBlame = reasonsAlong(calm, nodeId);
    if (!now.has(nodeId)) {
      const none: Reason = { code: 'MOVEMENT_NO_ROAD_WAY', params: { ...nameParams('fromNode', nodeName(nodes, nodeId)), ...nameParams('toNode', nodeName(nodes, toNode)) } };
      return { found: false, reason: toBlame.length > 0 ? toBlame : [none] };
    }
    return { found: true, route: routeFrom(now, nodeId, { nodes, reason: toBlame }) };
  };
  return ok({ from });
}

interface Arc {
  readonly edge: RoadEdge;
  readonly tail: string;
  readonly state: EdgeState;
}

/** Best known way from a node to the fixed end. */
interface Label {
  readonly durationS: number;
  readonly next: { readonly arc: Arc; readonly nodeId: string } | undefined;
}

function checkGraph(graph: RoadGraph): Result<true> {
  const ids = new Set(graph.nodes.map((node) => node.id));
  for (const edge of graph.edges) {
    for (const nodeId of [edge.fromNode, edge.toNode]) if (!ids.has(nodeId)) return refuse('MOVEMENT_ROAD_NODE_UNKNOWN', { nodeId });
    if (edge.lengthM >= 0 && edge.speedMps > 0 && Number.isFinite(edge.lengthM / edge.speedMps)) continue;
    const { fromNode, toNode, lengthM, speedMps } = edge;
    return refuse('MOVEMENT_ROAD_EDGE_WRONG', { fromNode, toNode, lengthM: String(lengthM), speedMps: String(speedMps) });
  }
  return ok(true);
}

function arcsByHead(graph: RoadGraph, situation: RoadSituation): Map<string, Arc[]> {
  const arcs = new Map<string, Arc[]>();
  const add = (head: string, arc: Arc): void => {
    const list = arcs.get(head);
    if (list === undefined) arcs.set(head, [arc]);
    else list.push(arc);
  };
  for (const edge of graph.edges) {
    const state = edgeState(edge, situation);
    add(edge.toNode, { edge, tail: edge.fromNode, state });
    if (edge.oneWay !== true) add(edge.fromNode, { edge, tail: edge.toNode, state });
  }
  return arcs;
}

function searchBack(arcs: Map<string, Arc[]>, toNode: string, speedOf: (state: EdgeState, edge: RoadEdge) => number): Map<string, Label> {
  const settled = new Map<string, Label>();
  const open = new Map<string, Label>([[toNode, { durationS: 0, next: undefined }]]);
  while (open.size > 0) {
    let [nearest, label]: [string, Label] = ['', { durationS: Infinity, next: undefined }];
    for (const [nodeId, each] of open) if (each.durationS < label.durationS) [nearest, label] = [nodeId, each];
    open.delete(nearest);
    settled.set(nearest, label);
    for (const arc of arcs.get(nearest) ?? []) {
      const speedMps = speedOf(arc.state, arc.edge);
      if (speedMps <= 0 || settled.has(arc.tail)) continue;
      const durationS = label.durationS + arc.edge.lengthM / speedMps;
      if (durationS < (open.get(arc.tail)?.durationS ?? Infinity)) open.set(arc.tail, { durationS, next: { arc, nodeId: nearest } });
    }
  }
  return settled;
}

function reasonsAlong(labels: Map<string, Label>, fromNode: string): Reason[] {
  const reasons = new Map<string, Reason>();
  for (let at = labels.get(fromNode); at?.next !== undefined; at = labels.get(at.next.nodeId)) {
    const reason = at.next.arc.state.reason;
    if (reason !== undefined) reasons.set(canonicalJson(reason), reason);
  }
  return [...reasons.values()];
}

function routeFrom(labels: Map<string, Label>, fromNode: string, extra: { nodes: Map<string, RoadNode>; reason: readonly Reason[] }): RoadRoute {
  const nodeIds = [fromNode];
  let distanceM = 0;
  for (let at = labels.get(fromNode); at?.next !== undefined; at = labels.get(at.next.nodeId)) {
    nodeIds.push(at.next.nodeId);
    distanceM += at.next.arc.edge.lengthM;
  }
  const pathDeg = nodeIds.map((id): LonLat => {
    const node = extra.nodes.get(id);
    assert(node !== undefined, `a settled node is a node of the graph: ${id}`);
    return node.position;
  });
  return { durationS: labels.get(fromNode)?.durationS ?? 0, distanceM, nodeIds, pathDeg, reason: extra.reason };
}

function nodeName(nodes: Map<string, RoadNode>, id: string): LocalName {
  return nodes.get(id)?.name ?? id;
}
