// From a searched field to the route to one place: the way, its times as sailed step by step, and
// why: what it waited for, what it went round, and what is in the way where nothing leads there.

import type { LonLat } from '@anlan/kernel';
import { addMs, distanceM, instantFromMs, isoFromInstant, METRES_PER_NAUTICAL_MILE, nameParams } from '@anlan/kernel';
import type { CellPoint } from '../api/sea.ts';
import type { SeaFieldRequest, SeaFieldRoute, SeaPlace, SeaWorld } from '../api/sea-field.ts';
import type { Reason } from '../api/travel.ts';
import type { Found } from '../spi/engines.ts';
import type { DriftBlocks } from './drift-blocks.ts';
import type { FineAccess } from './fine-access.ts';
import { findFineAccess, openWaterIndexOf } from './fine-access.ts';
import type { Gates } from './gates.ts';
import type { Voyage, VoyageWait } from './sail.ts';
import { between, cellOf, sail } from './sail.ts';
import { tautFrameOf } from './taut-frame.ts';
import { legM, sees, tautPath, toFineLonLat } from './taut-path.ts';
import type { TautField } from './taut-search.ts';
import { searchTaut } from './taut-search.ts';
import type { TimedField, TimedStep } from './timed-search.ts';
import { MADE_GOOD_MPS_MIN } from './timed-search.ts';
import type { SeaWindow, SeaWindows } from './weather-windows.ts';

export interface WindowRun {
  readonly window: SeaWindow;
  /** Seconds at which the first water cell is left. */
  readonly fromS: number;
  readonly cellS: Float32Array;
  readonly taut?: TautField;
  readonly baseS?: Float32Array;
  readonly timed?: TimedField;
  /** Steps from a start that is not always open to the cell from which the taut field begins. */
  readonly lead?: readonly TimedStep[];
}

export interface FieldState {
  readonly world: SeaWorld;
  readonly request: SeaFieldRequest;
  readonly needM: number | undefined;
  readonly gates: Gates;
  readonly drift: DriftBlocks;
  readonly start: FineAccess;
  readonly windows: SeaWindows;
  readonly runs: WindowRun[];
  cellS: Float32Array;
  /** Taut field over plain water in metres (at 1 m/s), searched when a reason is asked for. */
  free?: TautField;
}

export function routeTo(state: FieldState, assumed: readonly Reason[], place: SeaPlace): Found<SeaFieldRoute> {
  const { world, request, cellS } = state;
  const access = findFineAccess(world.grid, place, request.toleranceM, (cell) => cellS[cell]! < Infinity);
  if (!access.ok) return { found: false, reason: blockedReasons(state, place) };
  const end = access.value;
  const run = state.runs.find(({ cellS: own, window }) => own[end.cellIndex]! <= window.untilS)!;
  const { path, voyage } = wayOf(state, run, end);
  const water = path.map((point) => toFineLonLat(world.grid, point));
  let totalM = state.start.offsetM + end.offsetM;
  for (let i = 1; i < water.length; i++) totalM += distanceM(water[i - 1]!, water[i]!);
  const { speedMps } = request.profile;
  const arriveS = voyage.arriveS + end.offsetM / speedMps;
  const waitS = run.window.fromS + voyage.waits.reduce((sum, { fromS, untilS }) => sum + untilS - fromS, 0);
  const offset: Reason[] = end.offsetM > 0 ? [{ code: 'MOVEMENT_ASSUMED_WATER_ACCESS', params: { ...nameParams('name', place.name), offsetM: Math.round(end.offsetM) } }] : [];
  const sailedS = arriveS - waitS;
  return {
    found: true,
    route: {
      departAt: addMs(request.departAt, Math.round(run.window.fromS * 1000)),
      arriveAt: addMs(request.departAt, Math.ceil(arriveS) * 1000),
      durationS: Math.ceil(arriveS),
      distanceM: totalM,
      waitS: Math.round(waitS),
      pathDeg: water.map(([lonDeg, latDeg]): LonLat => [Math.round(lonDeg * 1e6) / 1e6, Math.round(latDeg * 1e6) / 1e6]),
      reason: [
        { code: 'MOVEMENT_WAY_WATER', params: { nmi: Math.round((totalM / METRES_PER_NAUTICAL_MILE) * 10) / 10, minutes: Math.round(sailedS / 60) } },
        ...run.window.held,
        ...waitReasons(state, voyage),
        ...detourReasons(state, end, totalM - state.start.offsetM - end.offsetM),
      ],
      assumed: [...assumed, ...offset],
    },
  };
}

/** The taut way where it is as early as any; else the chain of cells, pulled straight where that is not later. */
function wayOf(state: FieldState, run: WindowRun, end: FineAccess): { readonly path: readonly CellPoint[]; readonly voyage: Voyage } {
  const { grid } = state.world;
  const common = { grid, gates: state.gates, drift: state.drift, fromS: run.fromS };
  const centreOf = ({ cellIndex }: TimedStep): CellPoint => [(cellIndex % grid.widthCount) + 0.5, Math.floor(cellIndex / grid.widthCount) + 0.5];
  const lead = run.lead ?? [];
  const leadPath = lead.slice(0, -1).map(centreOf);
  if (run.taut !== undefined && (run.timed === undefined || run.baseS![end.cellIndex]! <= run.cellS[end.cellIndex]! + 0.1)) {
    const path = tautPath(run.taut, end.at);
    let lengthM = 0;
    for (let i = 1; i < path.length; i++) lengthM += legM(run.taut.frame, path[i - 1]!, path[i]!);
    const leaveS = lead.at(-1)?.atS ?? run.fromS;
    return { path: thin([...leadPath, ...path]), voyage: { arriveS: leaveS + lengthM / state.request.profile.speedMps, waits: chainWaits(state, lead, run.fromS) } };
  }
  const steps = run.timed!.chain(end.cellIndex);
  const centres = steps.map(centreOf);
  const isFromStart = steps[0]!.cellIndex === state.start.cellIndex;
  const chain: CellPoint[] = isFromStart ? [state.start.at, ...centres.slice(1)] : [...leadPath, ...tautPath(run.taut!, centres[0]!), ...centres.slice(1)];
  const leadCount = chain.length - steps.length;
  const straight = pull(state, chain, chain.map((_point, i) => steps[Math.max(0, i - leadCount)]!.atS));
  const pulled = sail({ ...common, path: straight });
  if (pulled !== undefined && pulled.arriveS <= run.cellS[end.cellIndex]! + GRACE_S) return { path: straight, voyage: pulled };
  return { path: thin(chain), voyage: { arriveS: run.cellS[end.cellIndex]!, waits: [...(isFromStart ? [] : chainWaits(state, lead, run.fromS)), ...chainWaits(state, steps, run.fromS)] } };
}

/** Waits of a chain: at the berth until it is open, then what a step took longer than the sailing, at the cell that it led to. */
function chainWaits({ world, drift, request, start }: FieldState, steps: readonly TimedStep[], leaveS: number): VoyageWait[] {
  const waits: VoyageWait[] = [];
  const [berth] = steps;
  if (berth?.cellIndex === start.cellIndex && berth.atS > leaveS) waits.push({ kind: 'shut', cellIndex: berth.cellIndex, fromS: leaveS, untilS: berth.atS });
  for (let i = 1; i < steps.length; i++) {
    const [from, to] = [steps[i - 1]!, steps[i]!];
    const { widthCount } = world.grid;
    const [row, toRow] = [Math.floor(from.cellIndex / widthCount), Math.floor(to.cellIndex / widthCount)];
    const [eastM, northM] = [(to.cellIndex - toRow * widthCount - from.cellIndex + row * widthCount) * world.grid.rowLonM[row]!, (toRow - row) * world.grid.rowLatM[row]!];
    const lengthM = Math.hypot(eastM, northM);
    const madeGoodMps = Math.max(MADE_GOOD_MPS_MIN, world.current === undefined ? request.profile.speedMps : drift.madeGoodMps(from.cellIndex, to.atS, eastM / lengthM, northM / lengthM));
    const lastS = lengthM / madeGoodMps;
    if (to.atS - from.atS - lastS < WAIT_S_MIN) continue;
    const kind = drift.madeGoodMps(from.cellIndex, from.atS, eastM / lengthM, northM / lengthM) < MADE_GOOD_MPS_MIN ? 'current' : 'shut';
    waits.push({ kind, cellIndex: to.cellIndex, fromS: from.atS, untilS: to.atS - lastS });
  }
  return waits;
}

/** Without the points in the middle of straight runs. */
function thin(chain: readonly CellPoint[]): CellPoint[] {
  return chain.filter((point, i) => {
    const [before, after] = [chain[i - 1], chain[i + 1]];
    if (before === undefined || after === undefined) return true;
    return Math.abs((point[0] - before[0]) * (after[1] - point[1]) - (point[1] - before[1]) * (after[0] - point[0])) > 1e-9;
  });
}

/** Pulls the string where land allows it and every cell on the leg is open when it is passed. */
function pull({ world, gates, start }: FieldState, chain: readonly CellPoint[], times: readonly number[]): CellPoint[] {
  const frame = tautFrameOf(world.grid);
  const isClear = (i: number, j: number): boolean => {
    const [from, to] = [chain[i]!, chain[j]!];
    if (!sees(frame, from, to)) return false;
    const count = Math.max(1, Math.ceil(Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) * 2));
    for (let step = 0; step < count; step++) {
      const share = (step + 0.5) / count;
      const cell = cellOf(world.grid, between(from, to, share));
      if (gates.kind[cell] === 0 || cell === start.cellIndex) continue;
      const atS = times[i]! + (times[j]! - times[i]!) * share;
      const spans = gates.spans(cell);
      let isOpen = false;
      for (let k = 0; k < spans.length; k += 2) isOpen ||= atS >= spans[k]! && atS <= spans[k + 1]!;
      if (!isOpen) return false;
    }
    return true;
  };
  const out = [chain[0]!];
  for (let i = 0; i < chain.length - 1; ) {
    let next = i + 1;
    for (let reach = PULL_COUNT_MAX; reach >= 1; reach = Math.floor(reach / 2)) {
      while (next + reach < chain.length && isClear(i, next + reach)) next += reach;
    }
    out.push(chain[next]!);
    i = next;
  }
  return out;
}

function waitReasons({ world, gates, drift, request }: FieldState, { waits }: Voyage): Reason[] {
  const longest = new Map<string, Reason>();
  for (const { kind, cellIndex, fromS, untilS } of waits.toSorted((a, b) => b.untilS - b.fromS - a.untilS + a.fromS)) {
    if (untilS - fromS < WAIT_S_MIN) break;
    const untilAt = isoFromInstant(instantFromMs(request.departAt + Math.round(untilS) * 1000));
    const currentMps = Math.round(drift.currentMps(cellIndex, fromS) * 100) / 100;
    const reason = kind === 'shut' ? gates.why(cellIndex, fromS) : world.current === undefined ? undefined : { code: 'MOVEMENT_CURRENT_UNTIL', params: { currentMps, speedMps: request.profile.speedMps, untilAt } };
    if (reason !== undefined && !longest.has(reason.code)) longest.set(reason.code, reason);
  }
  return [...longest.values()];
}

/** What lies on the way that plain water would allow, when the way taken is clearly longer. */
function detourReasons(state: FieldState, end: FineAccess, sailedM: number): Reason[] {
  if (state.gates.timedCount === 0 && state.gates.mask === state.world.grid.land) return [];
  const free = freeField(state);
  const freeM = free.cellS[end.cellIndex]!;
  if (sailedM < freeM * DETOUR_RATIO + DETOUR_M) return [];
  const why = inTheWay(state, tautPath(free, end.at));
  const detour = { code: 'MOVEMENT_DETOUR', params: { nmi: Math.round(((sailedM - freeM) / METRES_PER_NAUTICAL_MILE) * 10) / 10 } };
  return why.length === 0 ? [] : [detour, ...why];
}

function blockedReasons(state: FieldState, place: SeaPlace): readonly Reason[] {
  const { world, request, windows, runs } = state;
  const openWater = openWaterIndexOf(world.grid, world.grid.land);
  const end = findFineAccess(world.grid, place, request.toleranceM, (cell) => openWater[cell] === openWater[state.start.cellIndex]);
  if (!end.ok) {
    const other = findFineAccess(world.grid, place, request.toleranceM, (cell) => world.grid.land[cell] === 0);
    return [other.ok ? { code: 'MOVEMENT_NO_WATER_WAY', params: { ...nameParams('name', place.name), cellM: world.grid.cellM } } : end.refusal];
  }
  if (runs.length === 0) return windows.shut;
  const lateS = Math.min(...runs.map(({ cellS, window }) => cellS[end.value.cellIndex]! - window.fromS));
  if (lateS < Infinity) return [{ code: 'MOVEMENT_WINDOW_SHORT', params: { hours: Math.round(lateS / 360) / 10 } }, ...windows.windows.flatMap(({ held }) => held).slice(0, 2), ...windows.shut];
  const why = inTheWay(state, tautPath(freeField(state), end.value.at));
  return why.length > 0 ? why : [{ code: 'MOVEMENT_NO_WATER_WAY', params: { ...nameParams('name', place.name), cellM: world.grid.cellM } }];
}

/** The first closure and bridge, and the shallowest place, that are shut when a way over plain water passes them. */
function inTheWay({ world, gates, start, runs, request }: FieldState, path: readonly CellPoint[]): Reason[] {
  const found = new Map<string, Reason>();
  let previous = start.cellIndex;
  let passS = runs[0]?.fromS ?? 0;
  for (let i = 1; i < path.length; i++) {
    const [from, to] = [path[i - 1]!, path[i]!];
    const count = Math.max(1, Math.ceil(Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) * 2));
    const stepS = legM(tautFrameOf(world.grid), from, to) / count / request.profile.speedMps;
    for (let step = 0; step < count; step++, passS += stepS) {
      const cell = cellOf(world.grid, between(from, to, (step + 0.5) / count));
      if (cell === previous || gates.kind[cell] === 0 || world.grid.land[cell] === 1) continue;
      previous = cell;
      const why = gates.why(cell, passS);
      const known = why === undefined ? undefined : found.get(why.code);
      if (why !== undefined && (known === undefined || Number(why.params['depthM']) < Number(known.params['depthM']))) found.set(why.code, why);
    }
  }
  return [...found.values()].slice(0, REASON_COUNT_MAX);
}

function freeField(state: FieldState): TautField {
  state.free ??= searchTaut(tautFrameOf(state.world.grid), { start: state.start.at, speedMps: 1, fromS: 0 });
  return state.free;
}

/** A way pulled straight may be later than the search by the length of a cell. */
const GRACE_S = 30;
const PULL_COUNT_MAX = 256;
/** Shorter waits are not worth a sentence. */
const WAIT_S_MIN = 60;
const DETOUR_RATIO = 1.02;
const DETOUR_M = 500;
const REASON_COUNT_MAX = 3;
