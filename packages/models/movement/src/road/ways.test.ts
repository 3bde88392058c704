import { instant } from '@anlan/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoadClosure, RoadEdge, RoadGraph } from '../api/road.ts';
import type { Conditions } from '../api/travel.ts';
import { createRoadWays } from './ways.ts';

const DEPART_AT = instant('2026-11-23T02:00:00Z');
const nodes = ['city', 'west', 'east', 'port'].map((id, i) => ({ id, name: id.toUpperCase(), position: [122 + i / 100, 30] as const }));
const bridge: RoadEdge = { fromNode: 'west', toNode: 'port', lengthM: 10_000, speedMps: 25, bridgeId: 'xihoumen', name: '西堠门大桥', windLimitMps: 24.5, windStages: [{ windSpeedMpsMin: 17.2, speedMpsMax: 16.7 }] };
const graph: RoadGraph = {
  nodes,
  edges: [
    { fromNode: 'city', toNode: 'west', lengthM: 5000, speedMps: 20 },
    bridge,
    { fromNode: 'city', toNode: 'east', lengthM: 20_000, speedMps: 20 },
    { fromNode: 'east', toNode: 'port', lengthM: 20_000, speedMps: 20, oneWay: true },
  ],
};

function from(nodeId: string, conditions: Conditions, extra: { graph?: RoadGraph; closures?: RoadClosure[]; toNode?: string } = {}) {
  const ways = createRoadWays(extra.graph ?? graph, extra.toNode ?? 'port', { departAt: DEPART_AT, conditions, closures: extra.closures ?? [] });
  if (!ways.ok) return ways;
  return ways.value.from(nodeId);
}

describe('a way by road', () => {
  it('is the quickest in calm weather', () => {
    expect(from('city', {})).toMatchObject({ found: true, route: { durationS: 250 + 400, distanceM: 15_000, nodeIds: ['city', 'west', 'port'], reason: [] } });
  });

  it('goes round a bridge closed by wind and says so: wind 26 ≥ 24.5', () => {
    const found = from('city', { windSpeedMps: 26 });
    const reason = [{ code: 'MOVEMENT_ROAD_WIND_CLOSED', params: { name: '西堠门大桥', windSpeedMps: 26, windLimitMps: 24.5 } }];
    expect(found).toMatchObject({ found: true, route: { durationS: 2000, reason } });
  });

  it('is slower on a bridge in its lower stage, at the limit itself closed', () => {
    expect(from('west', { windSpeedMps: 17.2 })).toMatchObject({ found: true, route: { durationS: 10_000 / 16.7, reason: [{ code: 'MOVEMENT_ROAD_WIND_SLOW' }] } });
    expect(from('west', { windSpeedMps: 24.5 })).toMatchObject({ found: true, route: { durationS: 2250 } });
  });

  it('is blocked with the names of the edges that block it', () => {
    const island: RoadGraph = { nodes, edges: [graph.edges[0]!, bridge] };
    const closures: RoadClosure[] = [{ id: 'c1', bridgeId: 'xihoumen', sourceText: '高速交警', untilAt: instant('2026-11-23T03:00:00Z') }];
    expect(from('city', { windSpeedMps: 30 }, { graph: island })).toEqual({
      found: false, reason: [{ code: 'MOVEMENT_ROAD_WIND_CLOSED', params: { name: '西堠门大桥', windSpeedMps: 30, windLimitMps: 24.5 } }],
    });
    expect(from('city', {}, { graph: island, closures })).toEqual({ found: false, reason: [{ code: 'MOVEMENT_ROAD_CLOSED', params: { name: '西堠门大桥', sourceText: '高速交警' } }] });
    expect(from('east', {}, { graph: island })).toEqual({ found: false, reason: [{ code: 'MOVEMENT_NO_ROAD_WAY', params: { fromNode: 'EAST', toNode: 'PORT' } }] });
  });

  it('ignores a closure that is over or not yet in force', () => {
    const over: RoadClosure = { id: 'c', bridgeId: 'xihoumen', sourceText: 'x', untilAt: DEPART_AT };
    const later: RoadClosure = { id: 'd', bridgeId: 'xihoumen', sourceText: 'x', fromAt: instant('2026-11-23T02:00:00.001Z') };
    expect(from('city', {}, { closures: [over, later] })).toMatchObject({ route: { durationS: 650 } });
  });

  it('keeps to one-way roads', () => {
    expect(from('port', {}, { toNode: 'east' })).toMatchObject({ route: { nodeIds: ['port', 'west', 'city', 'east'] } });
  });

  it.each([
    ['MOVEMENT_ROAD_NODE_UNKNOWN', { nodes, edges: [{ fromNode: 'city', toNode: 'nowhere', lengthM: 1, speedMps: 1 }] }],
    ['MOVEMENT_ROAD_EDGE_WRONG', { nodes, edges: [{ fromNode: 'city', toNode: 'east', lengthM: 1, speedMps: 0 }] }],
  ])('refuses a graph with %s', (code, wrong) => {
    expect(from('city', {}, { graph: wrong })).toMatchObject({ ok: false, refusal: { code } });
  });

  it('never gets quicker when an edge is closed or the wind rises', () => {
    const edge = fc.record({ fromNode: fc.constantFrom('city', 'west', 'east', 'port'), toNode: fc.constantFrom('city', 'west', 'east', 'port'), lengthM: fc.integer({ min: 100, max: 50_000 }), speedMps: fc.integer({ min: 5, max: 30 }), windLimitMps: fc.integer({ min: 10, max: 30 }) });
    const duration = (found: ReturnType<typeof from>): number => ('found' in found && found.found ? found.route.durationS : Infinity);
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 10 }), fc.nat({ max: 9 }), fc.integer({ min: 0, max: 35 }), fc.integer({ min: 0, max: 10 }), (list, closedIndex, windSpeedMps, moreMps) => {
        const edges = list.map((each, i) => ({ ...each, id: `e${i}` }));
        const closures: RoadClosure[] = [{ id: 'c', edgeId: `e${closedIndex}`, sourceText: 'x' }];
        const before = duration(from('city', { windSpeedMps }, { graph: { nodes, edges } }));
        expect(duration(from('city', { windSpeedMps }, { graph: { nodes, edges }, closures }))).toBeGreaterThanOrEqual(before);
        expect(duration(from('city', { windSpeedMps: windSpeedMps + moreMps }, { graph: { nodes, edges } }))).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 200, seed: 20261123 },
    );
  });
});
