// An extract becomes a road network: ways are cut where they meet, corners between are kept for the
// map, lengths are geodesic. Ferry routes are named and left out: an extract knows no timetable, and
// length by speed is wrong by hours. Bounded in and counted out.

import type { LonLat, Result } from '@anlan/kernel';
import { distanceM, ok, refuse } from '@anlan/kernel';
import type { NetworkInput, NetworkLink, NetworkNode } from '@anlan/movement';
import { decodeGeoJson } from './decode-geojson.ts';
import { decodePbf } from './decode-pbf.ts';
import { decodeXml } from './decode-xml.ts';
import type { OsmElements, OsmWay } from './elements.ts';
import { createJunk } from './elements.ts';
import type { RoadTags } from './tags.ts';
import { roadTags } from './tags.ts';

export interface RoadExtract {
  readonly network: NetworkInput;
  /** Ferry routes of the extract, without times: give them a timetable to use them. */
  readonly ferryRoutes: readonly { readonly id: string; readonly name: string; readonly pathDeg: readonly LonLat[] }[];
  readonly wayCount: number;
  readonly junkCount: number;
  /** By what was wrong: node, way, geometry, missing-node, maxspeed … */
  readonly junk: Readonly<Record<string, number>>;
}

/** The format is told by the end of the name: .osm, .xml, .pbf, .geojson, .json. */
export function readRoadExtract(bytes: Uint8Array, fileName: string): Result<RoadExtract> {
  const decode = DECODERS.find(([end]) => fileName.toLowerCase().endsWith(end))?.[1];
  if (decode === undefined) return refuse('OSM_TYPE_UNKNOWN', { name: fileName.slice(-60) });
  const elements = decode(bytes);
  return elements.ok ? extractOf(elements.value) : elements;
}

function extractOf({ ways, placeById, junk: junkBefore }: OsmElements): Result<RoadExtract> {
  const junk = createJunk();
  Object.assign(junk.counts, junkBefore);
  const roads: Road[] = [];
  const ferryRoutes: RoadExtract['ferryRoutes'][number][] = [];
  for (const way of ways) {
    const known = way.nodeIds.filter((id) => placeById.has(id));
    if (known.length < way.nodeIds.length) junk.add('missing-node');
    if (known.length < 2) continue;
    if (way.tags['route'] === 'ferry') ferryRoutes.push({ id: way.id, name: way.tags['name'] ?? way.id, pathDeg: known.map((id) => placeById.get(id)!) });
    else {
      const tags = roadTags(way.tags, junk.add);
      // A way cut by the edge of the extract is kept as its longest stretch would be guesswork: only whole ways.
      if (tags !== undefined && known.length === way.nodeIds.length) roads.push({ way, tags });
    }
  }
  if (roads.length === 0) return refuse('OSM_NO_ROADS', { wayCount: ways.length });
  const network = networkOf(roads, placeById);
  const junkCount = Object.values(junk.counts).reduce((sum, count) => sum + count, 0);
  return ok({ network, ferryRoutes, wayCount: ways.length, junkCount, junk: junk.counts });
}

interface Road {
  readonly way: OsmWay;
  readonly tags: RoadTags;
}

function networkOf(roads: readonly Road[], placeById: ReadonlyMap<string, LonLat>): NetworkInput {
  const useCount = new Map<string, number>();
  for (const { way } of roads) {
    way.nodeIds.forEach((id, i) => useCount.set(id, (useCount.get(id) ?? 0) + (i === 0 || i === way.nodeIds.length - 1 ? 2 : 1)));
  }
  const links: NetworkLink[] = [];
  const used = new Set<string>();
  for (const road of roads) {
    let from = 0;
    for (let i = 1; i < road.way.nodeIds.length; i++) {
      if ((useCount.get(road.way.nodeIds[i]!) ?? 0) < 2) continue;
      const link = linkOf(road, { from, to: i, part: links.length }, placeById);
      used.add(link.fromNode).add(link.toNode);
      links.push(link);
      from = i;
    }
  }
  const nodes = [...used].map((id): NetworkNode => ({ id, position: placeById.get(id)! }));
  return { nodes, links, bridges: [] };
}

function linkOf({ way, tags }: Road, cut: { from: number; to: number; part: number }, placeById: ReadonlyMap<string, LonLat>): NetworkLink {
  const ids = way.nodeIds.slice(cut.from, cut.to + 1);
  const line = ids.map((id) => placeById.get(id)!);
  const path = tags.direction === 'backward' ? [...line].reverse() : line;
  const [first, last] = tags.direction === 'backward' ? [ids.at(-1)!, ids[0]!] : [ids[0]!, ids.at(-1)!];
  const name = way.tags['name'] ?? way.tags['ref'];
  const structure = name ?? `way ${way.id}`;
  const lengthM = path.slice(1).reduce((sum, position, i) => sum + distanceM(path[i]!, position), 0);
  return {
    id: `${way.id}:${cut.from}-${cut.to}`, fromNode: first, toNode: last, lengthM, classCode: tags.classCode, viaDeg: path.slice(1, -1),
    ...(name === undefined ? {} : { name }), ...(tags.speedMps === undefined ? {} : { speedMps: tags.speedMps }),
    ...(tags.direction === 'both' ? {} : { oneWay: true as const }),
    ...(tags.isBridge ? { bridgeId: structure } : {}), ...(tags.isTunnel ? { tunnelId: structure } : {}),
    ...(tags.massKgMax === undefined ? {} : { massKgMax: tags.massKgMax }), ...(tags.heightMMax === undefined ? {} : { heightMMax: tags.heightMMax }),
    ...(tags.hazmatForbidden ? { hazmatForbidden: true as const } : {}),
  };
}

const DECODERS: readonly (readonly [string, (bytes: Uint8Array) => Result<OsmElements>])[] = [
  ['.pbf', decodePbf], ['.osm', decodeXml], ['.xml', decodeXml], ['.geojson', decodeGeoJson], ['.json', decodeGeoJson],
];
