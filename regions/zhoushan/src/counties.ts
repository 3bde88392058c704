// Which county a place belongs to, from the pack's tagged islands. On land the island says it; the
// one island that two counties share goes by its nearest named place. At sea it is the county of the
// nearest tagged shore within the territorial sea's 12 M, and said to be so: waters have no county
// border here. Outside, and on the shores of other cities, there is none.

import type { LonLat } from '@anlan/kernel';
import { bboxContains, distanceM, polygonContains } from '@anlan/kernel';
import { readJson } from './files.ts';
import { loadLandPolygons } from './land.ts';
import type { LandPolygon } from './land.ts';
import { loadPlaces } from './places.ts';
import type { RegionPlace } from './places.ts';

export interface County {
  /** GB/T 2260. */
  readonly divisionCode: string;
  readonly titles: { readonly zh: string; readonly en: string };
  /** on-land: the island's own county · nearest-place: an island that two counties share · nearest-shore: at sea. */
  readonly basis: 'on-land' | 'nearest-place' | 'nearest-shore';
}

/** null: outside the four counties. Approximate, like the coast it rests on. */
export function countyAt(position: LonLat): County | null {
  const { land, titlesByCode } = (known ??= load());
  const around = land.filter(({ bboxDeg, polygon }) => bboxContains(bboxDeg, position) && polygonContains(polygon, position));
  const here = around.find(({ districtCode }) => districtCode !== undefined) ?? around[0]; // Layers overlap.
  const shore = here ?? nearestShore(land, position);
  if (shore?.districtCode === undefined) return null;
  const sharing = shore.shared.toSorted((a, b) => distanceM(a.position, position) - distanceM(b.position, position))[0];
  const divisionCode = sharing?.districtCode ?? shore.districtCode;
  const titles = titlesByCode.get(divisionCode);
  if (titles === undefined) return null;
  return { divisionCode, titles, basis: here === undefined ? 'nearest-shore' : sharing === undefined ? 'on-land' : 'nearest-place' };
}

interface CountyLand extends LandPolygon {
  /** Named places on it, when they belong to more than one county. */
  readonly shared: readonly RegionPlace[];
}

interface Known {
  readonly land: readonly CountyLand[];
  readonly titlesByCode: ReadonlyMap<string, County['titles']>;
}

let known: Known | undefined;

function load(): Known {
  const settled = loadPlaces().filter((place) => place.districtCode !== null && SETTLED_KINDS.includes(place.kind));
  const land = loadLandPolygons().filter(({ layer }) => layer !== 'reclamation').map((polygon): CountyLand => {
    const on = settled.filter(({ position }) => bboxContains(polygon.bboxDeg, position) && polygonContains(polygon.polygon, position));
    return { ...polygon, shared: new Set(on.map(({ districtCode }) => districtCode)).size > 1 ? on : [] };
  });
  const { features } = readJson<{ features: readonly { readonly properties: { readonly districtCode: string; readonly nameZh: string; readonly nameEn: string } }[] }>('basemap/districts.geojson');
  return { land, titlesByCode: new Map(features.map(({ properties: p }) => [p.districtCode, { zh: p.nameZh, en: p.nameEn }])) };
}

/** The land of the nearest corner of a coast; corners lie some hundred metres apart, which is close enough here. */
function nearestShore(land: readonly CountyLand[], position: LonLat): CountyLand | undefined {
  let nearest: CountyLand | undefined;
  let leastM = SHORE_M_MAX;
  for (const polygon of land) {
    const [westDeg, southDeg, eastDeg, northDeg] = polygon.bboxDeg;
    const rim: LonLat = [Math.min(eastDeg, Math.max(westDeg, position[0])), Math.min(northDeg, Math.max(southDeg, position[1]))];
    if (distanceM(rim, position) >= leastM) continue;
    for (const corner of polygon.polygon[0] ?? []) {
      const awayM = distanceM(corner, position);
      if (awayM >= leastM) continue;
      leastM = awayM;
      nearest = polygon;
    }
  }
  return nearest;
}

/** 12 nautical miles, the breadth of the territorial sea (UNCLOS Art. 3). */
const SHORE_M_MAX = 12 * 1852;
/** Places that stand for the people around them; islands and fairways do not tell a border. */
const SETTLED_KINDS: readonly string[] = ['town', 'government', 'hospital', 'fire_station'];
