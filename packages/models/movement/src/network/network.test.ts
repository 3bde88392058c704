import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkInput, RoadNetwork, RoadProfile } from '../api/network.ts';
import { buildNetwork } from './build.ts';
import { createQueries } from './climb.ts';
import { contractNetwork } from './contract.ts';
import { arcsTo, createTree, searchFrom } from './dijkstra.ts';
import { createRoads, pathOfArcs } from './roads.ts';
import { syntheticNetwork } from './synthetic-for-tests.ts';

const CAR: RoadProfile = { id: 'car', kind: 'car', speedMpsMax: 33, massKg: 1800, heightM: 1.6, lengthM: 4.5, hazmat: false };

function networkOf(input: NetworkInput): RoadNetwork {
  const built = buildNetwork(input);
  if (!built.ok) throw new Error(built.refusal.code);
  return built.value;
}

const nodeName = fc.integer({ min: 0, max: 14 }).map((n) => `n${n}`);
const anyLink = fc.record({ fromNode: nodeName, toNode: nodeName, lengthM: fc.integer({ min: 0, max: 5000 }), speedMps: fc.integer({ min: 1, max: 30 }), oneWay: fc.boolean() });
const anyNetwork = fc.array(anyLink, { maxLength: 60 }).map((links): NetworkInput => ({
  nodes: Array.from({ length: 15 }, (_node, i) => ({ id: `n${i}`, position: [122 + 0.01 * i, 30] as const })),
  links: links.map(({ oneWay, ...link }, i) => ({ id: `l${i}`, classCode: 'local', ...link, ...(oneWay ? { oneWay: true as const } : {}) })),
  bridges: [],
}));

describe('the contracted network', () => {
  it('gives the durations of Dijkstra to the millisecond for every pair, one by one and as a matrix', () => {
    fc.assert(
      fc.property(anyNetwork, (input) => {
        const network = networkOf(input);
        const arcMs = createRoads(network).arcMs(CAR, []);
        const queries = createQueries(contractNetwork(network, arcMs));
        const all = network.nodes.map((_node, i) => i);
        const matrix = queries.matrixMs(all, all);
        const tree = createTree(network);
        for (const from of all) {
          searchFrom(network, arcMs, { from, tree });
          for (const to of all) {
            expect(queries.durationMs(from, to)).toBe(tree.durationMs[to]);
            expect(matrix[from * all.length + to]).toBe(tree.durationMs[to]);
          }
        }
      }),
      { numRuns: 150, seed: 20261124 },
    );
  });

  it('unpacks to arcs that follow one another and add up', () => {
    const network = networkOf(syntheticNetwork({ sideCount: 30, bendCount: 1, seed: 3 }));
    const roads = createRoads(network);
    const [arcMs, queries] = [roads.arcMs(CAR, []), roads.queries(CAR, [])];
    const tree = createTree(network);
    for (let i = 0; i < 40; i++) {
      const [from, to] = [(i * 7919) % network.nodes.length, (i * 104_729 + 11) % network.nodes.length];
      searchFrom(network, arcMs, { from, tree, targets: [to] });
      const arcs = queries.arcs(from, to);
      expect(arcs === undefined).toBe(arcsTo(network, tree, to) === undefined);
      if (arcs === undefined || arcs.length === 0) continue;
      expect(arcs.reduce((sum, arc) => sum + arcMs[arc]!, 0)).toBe(tree.durationMs[to]);
      expect([network.tail[arcs[0]!], network.head[arcs.at(-1)!]]).toEqual([from, to]);
      arcs.slice(1).forEach((arc, k) => expect(network.tail[arc]).toBe(network.head[arcs[k]!]));
    }
  });

  it('a masked link never shortens a way, and says nothing about others', () => {
    const network = networkOf(syntheticNetwork({ sideCount: 12, bendCount: 0, seed: 5 }));
    const roads = createRoads(network);
    fc.assert(
      fc.property(fc.nat({ max: network.links.length - 1 }), fc.nat({ max: 143 }), fc.nat({ max: 143 }), (link, from, to) => {
        expect(roads.queries(CAR, [link]).durationMs(from, to)).toBeGreaterThanOrEqual(roads.queries(CAR, []).durationMs(from, to));
      }),
      { numRuns: 40, seed: 20261124 },
    );
  });

  it('names each road of a way once, and a bridge apart', () => {
    const nodes = ['a', 'b', 'c', 'd'].map((id, i) => ({ id, position: [122 + 0.01 * i, 30] as const }));
    const network = networkOf({
      nodes, bridges: [],
      links: [
        { id: '1', name: '环岛路', fromNode: 'a', toNode: 'b', lengthM: 1000, classCode: 'primary', speedMps: 10 },
        { id: '2', name: '环岛路', fromNode: 'c', toNode: 'b', lengthM: 500, classCode: 'primary', speedMps: 10, viaDeg: [[122.018, 30.001]] },
        { id: '3', name: '大桥', bridgeId: 'br', fromNode: 'c', toNode: 'd', lengthM: 2000, classCode: 'trunk', speedMps: 20 },
      ],
    });
    const arcs = createRoads(network).queries(CAR, []).arcs(0, 3)!;
    const path = pathOfArcs(network, arcs, (arc) => network.links[network.arcLink[arc]!]!.lengthM / 10);
    expect(path.steps.map(({ name, lengthM }) => [name, lengthM])).toEqual([['环岛路', 1500], ['大桥', 2000]]);
    expect(path.pathDeg).toHaveLength(5);
    expect(path.nodeIds).toEqual(['a', 'b', 'c', 'd']);
    expect([...network.islandIndex]).toEqual([0, 0, 0, 1]);
  });

  it.each([
    ['MOVEMENT_ROAD_NODE_UNKNOWN', { toNode: 'x' }],
    ['MOVEMENT_NETWORK_LINK_WRONG', { lengthM: -1 }],
    ['MOVEMENT_NETWORK_LINK_WRONG', { speedMps: Number.NaN }],
  ])('refuses with %s', (code, change) => {
    const link = { id: '1', fromNode: 'a', toNode: 'a', lengthM: 1, classCode: 'local' as const, ...change };
    expect(buildNetwork({ nodes: [{ id: 'a', position: [122, 30] }], links: [link], bridges: [] })).toMatchObject({ ok: false, refusal: { code } });
  });
});
