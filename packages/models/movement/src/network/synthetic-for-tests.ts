// A made-up road network of any size for tests and benches: towns on a jittered lattice with holes,
// arterials every 8 streets, a motorway every 40, streets cut by bends. Not a place on Earth.

import { randomUnit } from '@anlan/kernel';
import type { NetworkInput, NetworkLink, NetworkNode, RoadClass } from '../api/network.ts';

export function syntheticNetwork(options: { readonly sideCount: number; readonly bendCount: number; readonly seed: number }): NetworkInput {
  const { sideCount, bendCount, seed } = options;
  const nodes: NetworkNode[] = [];
  const links: NetworkLink[] = [];
  for (let y = 0; y < sideCount; y++) {
    for (let x = 0; x < sideCount; x++) {
      const jitter = (k: number): number => 0.6 * (randomUnit(seed, x, y, k) - 0.5);
      nodes.push({ id: `n${y * sideCount + x}`, position: [121.5 + 0.002 * (x + jitter(1)), 29.5 + 0.0018 * (y + jitter(2))] });
    }
  }
  const street = (from: number, to: number, lane: number, key: number): void => {
    const classCode: RoadClass = lane % 40 === 0 ? 'motorway' : lane % 8 === 0 ? 'primary' : 'local';
    if (classCode === 'local' && randomUnit(seed, key, 0, 7) < 0.15) return;
    const parts = Array.from({ length: bendCount }, (_bend, i) => {
      nodes.push({ id: `b${key}-${i}`, position: between(nodes[from]!, nodes[to]!, (i + 1) / (bendCount + 1)) });
      return nodes.length - 1;
    });
    const oneWay = classCode === 'local' && randomUnit(seed, key, 0, 8) < 0.1;
    [from, ...parts, to].forEach((node, i, all) => {
      const next = all[i + 1];
      if (next === undefined) return;
      const lengthM = Math.round((190 * (0.9 + 0.5 * randomUnit(seed, key, i, 9))) / (bendCount + 1));
      links.push({ id: `l${key}-${i}`, name: `s${lane}`, fromNode: nodes[node]!.id, toNode: nodes[next]!.id, lengthM, classCode, ...(oneWay ? { oneWay: true as const } : {}) });
    });
  };
  for (let y = 0; y < sideCount; y++) {
    for (let x = 0; x < sideCount; x++) {
      const at = y * sideCount + x;
      if (x + 1 < sideCount) street(at, at + 1, y, 2 * at);
      if (y + 1 < sideCount) street(at, at + sideCount, x, 2 * at + 1);
    }
  }
  return { nodes, links, bridges: [] };
}

function between(a: NetworkNode, b: NetworkNode, share: number): readonly [number, number] {
  return [a.position[0] + share * (b.position[0] - a.position[0]), a.position[1] + share * (b.position[1] - a.position[1])];
}
