// Single formulas of movement, callable by name (`anlan calc`).

import type { BboxDeg, Formula, FormulaValues, LonLat, Polygon, Result } from '@anlan/kernel';
import { defineFormula, distanceM, instantFromMs, lonLat, METRES_PER_NAUTICAL_MILE, ok, okFigures, refuse } from '@anlan/kernel';
import { edgeState } from './road/edges.ts';
import { buildSeaGrid } from './sea/grid.ts';
import { findSeaRoute } from './sea/ways.ts';

const END_INPUTS = [
  { name: 'fromLonDeg', text: 'Longitude of the start', kind: 'number', min: -180, max: 180 },
  { name: 'fromLatDeg', text: 'Latitude of the start', kind: 'number', min: -89, max: 89 },
  { name: 'toLonDeg', text: 'Longitude of the end', kind: 'number', min: -180, max: 180 },
  { name: 'toLatDeg', text: 'Latitude of the end', kind: 'number', min: -89, max: 89 },
] as const;

const geodesicDistance = defineFormula({
  id: 'movement.geodesic-distance',
  text: 'Shortest distance on the WGS 84 ellipsoid, land or not',
  source: 'T. Vincenty, Survey Review 23 (1975) 88-93, inverse',
  inputs: END_INPUTS,
  compute: (given) => {
    const between = ends(given);
    const lengthM = distanceM(between.from, between.to);
    return okFigures({ distanceM: lengthM, distanceNmi: lengthM / METRES_PER_NAUTICAL_MILE });
  },
});

const seaDistance = defineFormula({
  id: 'movement.sea-distance',
  text: 'Shortest way over water round the land polygons that are given',
  source: 'E. Dijkstra (1959) on a water grid of 16 neighbours, straightened; length after Vincenty (1975)',
  inputs: [
    ...END_INPUTS,
    { name: 'landPolygons', text: 'GeoJSON polygon coordinates of the land: [[[ [lonDeg, latDeg], … ]]]', kind: 'array' },
    { name: 'bboxDeg', text: 'West, south, east, north of the water to search', kind: 'array' },
    { name: 'cellM', text: 'Side of a cell', kind: 'number', min: 20, max: 5000 },
    { name: 'toleranceM', text: 'Farthest that an end may lie from open water', kind: 'number', min: 0, max: 20000 },
  ],
  compute: (given) => {
    const polygons = readPolygons(given.array('landPolygons'));
    const box = given.array('bboxDeg');
    if (!polygons.ok) return polygons;
    if (box.length !== 4 || !box.every((edge) => typeof edge === 'number')) return refuse('MOVEMENT_GRID_BOX_WRONG', { bboxDeg: String(box) });
    const grid = buildSeaGrid({ polygons: polygons.value, bboxDeg: box as unknown as BboxDeg, cellM: given.number('cellM') });
    if (!grid.ok) return grid;
    const { from, to } = ends(given);
    const route = findSeaRoute(grid.value, { from: { name: 'from', position: from }, to: { name: 'to', position: to }, toleranceM: given.number('toleranceM') });
    return route.ok ? okFigures({ ...route.value, distanceNmi: route.value.distanceM / METRES_PER_NAUTICAL_MILE }) : route;
  },
});

const sailingTime = defineFormula({
  id: 'movement.sailing-time',
  text: 'Time for a distance at a speed, rounded up to whole seconds',
  source: 't = d / v',
  inputs: [
    { name: 'distanceM', text: 'Distance', kind: 'number', min: 0, max: 40_000_000 },
    { name: 'speedMps', text: 'Speed through the water', kind: 'number', min: 0.5, max: 60 },
  ],
  compute: (given) => okFigures({ durationS: Math.ceil(given.number('distanceM') / given.number('speedMps')) }),
});

const bridgeSpeed = defineFormula({
  id: 'movement.bridge-speed',
  text: 'Speed over a bridge in a wind: normal, limited from a stage on, 0 when closed',
  source: 'Practice of the Zhoushan cross-sea bridges: closed at deck wind Bft 10 (24.5 m/s, Muifa 2011), 60 km/h stage; limits are data of the region pack',
  inputs: [
    { name: 'windSpeedMps', text: 'Mean wind at deck height', kind: 'number', min: 0, max: 120 },
    { name: 'speedMps', text: 'Normal speed', kind: 'number', min: 1, max: 60 },
    { name: 'slowFromWindMps', text: 'Wind from which the lower speed holds', kind: 'number', min: 0, max: 120 },
    { name: 'slowSpeedMps', text: 'Lower speed', kind: 'number', min: 0, max: 60 },
    { name: 'windLimitMps', text: 'Wind at which it closes', kind: 'number', min: 0, max: 120 },
  ],
  compute: (given) => {
    const stage = { windSpeedMpsMin: given.number('slowFromWindMps'), speedMpsMax: given.number('slowSpeedMps') };
    const edge = { fromNode: 'a', toNode: 'b', lengthM: 0, speedMps: given.number('speedMps'), windLimitMps: given.number('windLimitMps'), windStages: [stage] };
    const state = edgeState(edge, { departAt: instantFromMs(0), conditions: { windSpeedMps: given.number('windSpeedMps') }, closures: [] });
    return okFigures({ speedMps: state.speedMps, isClosed: state.speedMps === 0 });
  },
});

export const formulas: readonly Formula[] = [geodesicDistance, seaDistance, sailingTime, bridgeSpeed];

function ends(given: FormulaValues): { readonly from: LonLat; readonly to: LonLat } {
  return { from: [given.number('fromLonDeg'), given.number('fromLatDeg')], to: [given.number('toLonDeg'), given.number('toLatDeg')] };
}

function readPolygons(raw: readonly unknown[]): Result<readonly Polygon[]> {
  for (const polygon of raw) {
    if (!Array.isArray(polygon)) return refuse('MOVEMENT_POLYGON_UNREADABLE', { given: JSON.stringify(polygon).slice(0, 60) });
    for (const position of polygon.flat(1) as unknown[]) {
      const isPair = Array.isArray(position) && typeof position[0] === 'number' && typeof position[1] === 'number';
      if (!isPair || !lonLat(position[0] as number, position[1] as number).ok) {
        return refuse('MOVEMENT_POLYGON_UNREADABLE', { given: (JSON.stringify(position) ?? 'nothing').slice(0, 60) });
      }
    }
  }
  return ok(raw as readonly Polygon[]);
}
