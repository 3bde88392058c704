// The sea side as an engine: one search from the scene, stopped when every place asked for is
// reached, then a straightened route per place. The places must be announced so that the search
// may stop early; asking for another is a programmer's error.

import type { LocalName, LonLat, Result } from '@anlan/kernel';
import { assert, canonicalJson, distanceM, nameParams, ok } from '@anlan/kernel';
import type { CellPoint, SeaGrid, SeaRoute, WaterAccess } from '../api/sea.ts';
import type { Found, SeaWays } from '../spi/engines.ts';
import { findWaterAccess } from './access.ts';
import { cellIndex, toLonLat } from './grid.ts';
import type { SeaTree } from './search.ts';
import { cellsToSource, searchSea } from './search.ts';
import { straighten } from './straighten.ts';

export interface SeaWaysRequest {
  readonly scene: Place;
  readonly places: readonly Place[];
  readonly toleranceM: number;
}

export interface Place {
  readonly name: LocalName;
  readonly position: LonLat;
}

/** One search for many pairs. Refuses when the scene itself has no open water within the tolerance. */
export function createSeaWays(grid: SeaGrid, request: SeaWaysRequest): Result<SeaWays> {
  const scene = findWaterAccess(grid, { ...request.scene, toleranceM: request.toleranceM });
  if (!scene.ok) return scene;
  const sceneAccess = scene.value;
  const accessByKey = new Map<string, Result<WaterAccess>>();
  for (const place of request.places) {
    const wanted = { ...place, toleranceM: request.toleranceM, openWaterIndex: sceneAccess.openWaterIndex };
    accessByKey.set(keyOf(place.position), findWaterAccess(grid, wanted));
  }
  const targets = [...accessByKey.values()].flatMap((access) => (access.ok ? [cellIndex(grid, access.value.at)] : []));
  const tree = knownTree(grid, cellIndex(grid, sceneAccess.at), targets);
  const from = (place: Place): Found<SeaRoute> => {
    const access = accessByKey.get(keyOf(place.position));
    assert(access !== undefined, `the place was not announced to the search: ${canonicalJson(place.name)}`);
    if (!access.ok) return { found: false, reason: [{ ...access.refusal, params: { ...access.refusal.params, ...nameParams('name', place.name) } }] };
    return { found: true, route: routeOf(tree, { place, access: access.value, scene: request.scene, sceneAccess }) };
  };
  return ok({ from });
}

/**
 * Scenes return: the sensitive sites of a region are scenes of every plan. A tree that has settled
 * every cell asked for answers as a new search would, since a search runs the same way until it stops.
 */
function knownTree(grid: SeaGrid, sourceIndex: number, targets: readonly number[]): SeaTree {
  const kept = keptTrees.get(grid) ?? new Map<number, SeaTree>();
  keptTrees.set(grid, kept);
  const known = kept.get(sourceIndex);
  const tree = known !== undefined && targets.every((cell) => known.settled[cell] === 1) ? known : searchSea(grid, sourceIndex, targets);
  kept.delete(sourceIndex);
  kept.set(sourceIndex, tree);
  if (kept.size > KEPT_TREE_COUNT) kept.delete(kept.keys().next().value!);
  return tree;
}

/** One pair, for a single question. */
export function findSeaRoute(grid: SeaGrid, request: { readonly from: Place; readonly to: Place; readonly toleranceM: number }): Result<SeaRoute> {
  const ways = createSeaWays(grid, { scene: request.to, places: [request.from], toleranceM: request.toleranceM });
  if (!ways.ok) return ways;
  const found = ways.value.from(request.from);
  if (found.found) return ok(found.route);
  const [reason] = found.reason;
  assert(reason !== undefined, 'a blocked sea way has a reason');
  return { ok: false, refusal: reason };
}

function routeOf(tree: SeaTree, ends: { place: Place; access: WaterAccess; scene: Place; sceneAccess: WaterAccess }): SeaRoute {
  const { grid } = tree;
  const cells = cellsToSource(tree, cellIndex(grid, ends.access.at));
  assert(cells.length > 0, 'cells of one open water are connected');
  const centres = cells.map((cell): CellPoint => [(cell % grid.widthCount) + 0.5, Math.floor(cell / grid.widthCount) + 0.5]);
  const chain = [ends.access.at, ...centres.slice(1, -1), ends.sceneAccess.at];
  const water = straighten(grid, chain).map((point) => toLonLat(grid, point));
  const pathDeg = water.map((position): LonLat => [roundDeg(position[0]), roundDeg(position[1])]);
  let totalM = ends.access.offsetM + ends.sceneAccess.offsetM;
  for (let i = 1; i < water.length; i++) totalM += distanceM(water[i - 1]!, water[i]!);
  return { distanceM: totalM, pathDeg, fromOffsetM: ends.access.offsetM, toOffsetM: ends.sceneAccess.offsetM };
}

function keyOf(position: LonLat): string {
  return `${position[0]},${position[1]}`;
}

/** 1e-6° is 0.1 m: paths stay short as text. */
function roundDeg(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Per grid, the last used last. */
const keptTrees = new WeakMap<SeaGrid, Map<number, SeaTree>>();
/** The scenes of some plans; about 4 MB each on the grid of the archipelago. */
const KEPT_TREE_COUNT = 16;
