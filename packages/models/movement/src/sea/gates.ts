// When may a vessel be in a cell? Always, never, or in spans of time: depth and tide against draught
// and under-keel clearance, free height of bridges against air draught, closures with start and end.
// Cells with the same conditions share their spans. Depth is rounded down to 5 cm; the tide is
// sampled each minute; what lies beyond the horizon counts as shut.

import type { Instant, Polygon } from '@anlan/kernel';
import { instantFromMs, isoFromInstant, nameParams } from '@anlan/kernel';
import type { AirGap, FineSeaGrid, SeaProfile, SeaWorld } from '../api/sea-field.ts';
import type { Reason, SeaClosure } from '../api/travel.ts';
import { depthOfCells } from '../depth/depth-grid.ts';
import { frameOfFine } from './fine-raster.ts';
import { rasterisePolygon } from './rasterise.ts';
import type { TideTable } from './tide-table.ts';
import { spansOf, tideTable } from './tide-table.ts';

/** Start and end of each span in seconds from departure, in order: s0, e0, s1, e1, … */
export type Spans = Float64Array;

export interface Gates {
  /** 0 always open, 1 never, 2 in spans. */
  readonly kind: Uint8Array;
  readonly timedCount: number;
  /** Cells that are open at any time: 1 is not; same array for the same conditions. */
  readonly mask: Uint8Array;
  spans(cell: number): Spans;
  /** Why the cell is shut at the time, with until when if it opens again. */
  why(cell: number, atS: number): Reason | undefined;
}

type Overlay = { readonly closure: SeaClosure } | { readonly bridge: AirGap };

export function gatesOf(world: SeaWorld, profile: SeaProfile, departAt: Instant, needM: number | undefined, lastWindowS: number): Gates {
  const { grid } = world;
  const isDepthAsked = world.depth !== undefined && needM !== undefined;
  const isTideAsked = isDepthAsked || (profile.airDraughtM !== undefined && (world.bridges?.length ?? 0) > 0);
  const tide = tideTable(isTideAsked ? world.tide : undefined, departAt, lastWindowS + HORIZON_S);
  const depthM = isDepthAsked ? depthOfCells(grid, world.depth!) : undefined;
  const { layer, sets } = overlayLayer(grid, overlaysOf(world, profile, departAt, tide));
  if (depthM === undefined && layer === undefined) return { kind: grid.land, timedCount: 0, mask: grid.land, spans: () => ALWAYS, why: () => undefined };
  const { kind, classIndex, classes, timedCount } = classify(grid, { tide, profile, departAt, needM, depthM, layer, sets });
  const spans = (cell: number): Spans => (kind[cell] === 2 ? classes[classIndex[cell]!]! : kind[cell] === 0 ? ALWAYS : NEVER);
  return { kind, timedCount, mask: sameMask(grid, kind), spans, why: (cell, atS) => whyShut({ tide, profile, departAt, needM, depthM, set: sets[layer?.[cell] ?? 0]!, spans }, cell, atS) };
}

interface Conditions {
  readonly tide: TideTable;
  readonly profile: SeaProfile;
  readonly departAt: Instant;
  readonly needM: number | undefined;
  readonly depthM: Float32Array | undefined;
  readonly layer: Uint16Array | undefined;
  readonly sets: readonly (readonly Overlay[])[];
}

/** Kind of every cell; timed cells with the same conditions share a class and its spans. */
function classify(grid: FineSeaGrid, { tide, profile, departAt, needM, depthM, layer, sets }: Conditions): { kind: Uint8Array; classIndex: Uint16Array; classes: Spans[]; timedCount: number } {
  const kind = new Uint8Array(grid.land.length);
  const classIndex = new Uint16Array(grid.land.length);
  const [floorStep, ceilStep] = [Math.floor(tide.lowM / DEPTH_STEP_M), Math.floor(tide.highM / DEPTH_STEP_M)];
  const width = ceilStep - floorStep + 1;
  const known = new Int32Array(sets.length * width).fill(-1);
  const classes: Spans[] = [];
  let timedCount = 0;
  for (let cell = 0; cell < kind.length; cell++) {
    const step = depthM === undefined ? floorStep : Math.max(floorStep, riseStep(needM!, depthM[cell]!));
    const set = layer === undefined ? 0 : layer[cell]!;
    if (grid.land[cell] === 1 || !(step <= ceilStep)) {
      kind[cell] = 1;
      continue;
    }
    if (step === floorStep && set === 0) continue;
    const key = set * width + step - floorStep;
    if (known[key]! < 0) {
      const rise = step === floorStep ? -Infinity : step * DEPTH_STEP_M;
      known[key] = classes.push(spansOf(tide, (heightM, atS) => heightM >= rise && sets[set]!.every((overlay) => isOpen(overlay, profile, departAt, heightM, atS)))) - 1;
    }
    kind[cell] = classes[known[key]!]!.length === 0 ? 1 : 2;
    if (kind[cell] === 1) continue;
    classIndex[cell] = known[key]!;
    timedCount++;
  }
  return { kind, classIndex, classes, timedCount };
}

/** Steps of 5 cm that the tide must stand at; NaN where the depth is not known, which is never enough. */
function riseStep(needM: number, depthM: number): number {
  return Math.ceil((needM - depthM) / DEPTH_STEP_M - 1e-6);
}

function overlaysOf(world: SeaWorld, profile: SeaProfile, departAt: Instant, tide: TideTable): Overlay[] {
  const untilAt = departAt + tide.horizonS * 1000;
  const closures = world.closures.filter(({ fromAt, untilAt: endAt }) => (endAt === undefined || endAt > departAt) && (fromAt === undefined || fromAt < untilAt));
  const airM = profile.airDraughtM;
  const bridges = airM === undefined ? [] : (world.bridges ?? []).filter(({ clearanceM }) => clearanceM - tide.highM < airM);
  return [...closures.map((closure) => ({ closure })), ...bridges.map((bridge) => ({ bridge }))];
}

function isOpen(overlay: Overlay, profile: SeaProfile, departAt: Instant, heightM: number, atS: number): boolean {
  if ('bridge' in overlay) return overlay.bridge.clearanceM - heightM >= (profile.airDraughtM ?? 0);
  const at = departAt + atS * 1000;
  const { fromAt, untilAt } = overlay.closure;
  return (fromAt !== undefined && at < fromAt) || (untilAt !== undefined && at >= untilAt);
}

/** One number a cell: which set of overlays lies over it; set 0 is none. */
function overlayLayer(grid: FineSeaGrid, overlays: readonly Overlay[]): { readonly layer: Uint16Array | undefined; readonly sets: readonly (readonly Overlay[])[] } {
  const sets: Overlay[][] = [[]];
  if (overlays.length === 0) return { layer: undefined, sets };
  const layer = new Uint16Array(grid.land.length);
  const scratch = new Uint8Array(grid.land.length);
  for (const overlay of overlays) {
    const polygon: Polygon = 'closure' in overlay ? overlay.closure.polygon : [bandOf(overlay.bridge)];
    rasterisePolygon(scratch, frameOfFine(grid), polygon);
    const joined = new Map<number, number>();
    for (let cell = scratch.indexOf(1); cell >= 0; cell = scratch.indexOf(1, cell + 1)) {
      let next = joined.get(layer[cell]!);
      if (next === undefined) {
        next = sets.push([...sets[layer[cell]!]!, overlay]) - 1;
        joined.set(layer[cell]!, next);
      }
      layer[cell] = next;
    }
    scratch.fill(0);
  }
  return { layer, sets };
}

/** A line there and back: the raster marks every cell that it touches. */
function bandOf({ lineDeg }: AirGap): readonly (readonly [number, number])[] {
  return [...lineDeg, ...lineDeg.toReversed()];
}

interface Shut {
  readonly tide: TideTable;
  readonly profile: SeaProfile;
  readonly departAt: Instant;
  readonly needM: number | undefined;
  readonly depthM: Float32Array | undefined;
  readonly set: readonly Overlay[];
  readonly spans: (cell: number) => Spans;
}

function whyShut(shut: Shut, cell: number, atS: number): Reason | undefined {
  const heightM = shut.tide.heightAtS(atS);
  const opens = shut.spans(cell).find((edge, i) => i % 2 === 0 && edge > atS);
  const until = opens === undefined ? {} : { untilAt: isoFromInstant(instantFromMs(shut.departAt + Math.round(opens * 1000))) };
  const shutBy = shut.set.find((overlay) => !isOpen(overlay, shut.profile, shut.departAt, heightM, atS));
  if (shutBy !== undefined && 'closure' in shutBy) {
    const { name, sourceText } = shutBy.closure;
    return { code: opens === undefined ? 'MOVEMENT_SEA_CLOSED' : 'MOVEMENT_SEA_CLOSED_UNTIL', params: { ...nameParams('name', name), sourceText, ...until } };
  }
  if (shutBy !== undefined) {
    const figures = { ...nameParams('name', shutBy.bridge.name), clearanceM: metre(shutBy.bridge.clearanceM - heightM), airDraughtM: shut.profile.airDraughtM ?? 0 };
    return { code: opens === undefined ? 'MOVEMENT_AIR_DRAUGHT' : 'MOVEMENT_AIR_DRAUGHT_UNTIL', params: { ...figures, ...until } };
  }
  if (shut.depthM === undefined || shut.needM === undefined) return undefined;
  const depthM = shut.depthM[cell]!;
  if (Number.isNaN(depthM)) return { code: 'MOVEMENT_DEPTH_UNKNOWN', params: {} };
  if (depthM + heightM >= shut.needM) return undefined;
  return { code: opens === undefined ? 'MOVEMENT_DEPTH_SHORT' : 'MOVEMENT_DEPTH_UNTIL', params: { depthM: metre(depthM + heightM), needM: metre(shut.needM), ...until } };
}

/** Equal masks are one array, so that what is worked out for a mask is kept. */
function sameMask(grid: FineSeaGrid, kind: Uint8Array): Uint8Array {
  const mask = new Uint8Array(kind.length);
  let hash = 0;
  for (let cell = 0; cell < kind.length; cell++) {
    if (kind[cell] === 0) continue;
    mask[cell] = 1;
    hash = (Math.imul(hash, 31) + cell) | 0;
  }
  const kept = masks.get(grid.land) ?? [];
  const same = kept.find((one) => one.hashCode === hash && isSame(one.mask, mask));
  if (same !== undefined) return same.mask;
  masks.set(grid.land, [...kept.slice(1 - MASK_COUNT_MAX), { hashCode: hash, mask }]);
  return mask;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function metre(value: number): number {
  return Math.round(value * 100) / 100;
}

const ALWAYS: Spans = Float64Array.from([0, Infinity]);
const NEVER: Spans = new Float64Array(0);
const masks = new WeakMap<Uint8Array, readonly { readonly hashCode: number; readonly mask: Uint8Array }[]>();
/** Masks kept per grid: 2.4 MB each, and 13 MB of what is worked out for them. */
const MASK_COUNT_MAX = 8;
/** How far ahead of the last departure the water is looked at: a lunar day with both its tides, and five hours. */
const HORIZON_S = 30 * 3600;
/** Depths are rounded down to this, metres. */
const DEPTH_STEP_M = 0.05;
