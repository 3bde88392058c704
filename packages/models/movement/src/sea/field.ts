// The door of the sea engine: what holds for one vessel and one departure, searched once, asked for
// any place. Without current the cells that are always open get exact lengths at any angle (taut
// search); timed cells are searched on from there; with current all is searched in time. Weather is
// laid over as windows: a vessel leaves only when it arrives before the window ends.

import type { Result } from '@anlan/kernel';
import { nameParams, ok, refuse } from '@anlan/kernel';
import type { CellPoint } from '../api/sea.ts';
import type { SeaField, SeaFieldRequest, SeaProfile, SeaWorld } from '../api/sea-field.ts';
import { driftBlocks } from './drift-blocks.ts';
import { assumptionsOf, needOf } from './field-assumed.ts';
import type { FieldState, WindowRun } from './field-route.ts';
import { routeTo } from './field-route.ts';
import { findFineAccess, openWaterIndexOf } from './fine-access.ts';
import { gatesOf } from './gates.ts';
import { tautFrameOf } from './taut-frame.ts';
import { toFineCell } from './taut-path.ts';
import { searchTaut } from './taut-search.ts';
import { searchTimed } from './timed-search.ts';
import type { SeaWindow } from './weather-windows.ts';
import { seaWindows } from './weather-windows.ts';

/** Refuses figures out of range and a start without water; a place out of reach is not a refusal but a reason. */
export function searchSeaField(world: SeaWorld, request: SeaFieldRequest): Result<SeaField> {
  const wrong = figuresWrong(request);
  if (wrong !== undefined) return wrong;
  const { grid } = world;
  const { profile, departAt, from } = request;
  const needM = needOf(profile);
  const windows = seaWindows(profile, world.weather, departAt);
  const lastWindowS = windows.windows.slice(0, WINDOW_COUNT_MAX).at(-1)?.fromS ?? 0;
  const gates = gatesOf(world, profile, departAt, needM, lastWindowS);
  const openWater = openWaterIndexOf(grid, grid.land);
  const start = findFineAccess(grid, from, request.toleranceM, (cell) => openWater[cell]! > 0 && gates.kind[cell] !== 1);
  if (!start.ok) {
    const dry = findFineAccess(grid, from, request.toleranceM, (cell) => openWater[cell]! > 0);
    return dry.ok ? refuse('MOVEMENT_START_SHUT', { ...nameParams('name', from.name), toleranceM: request.toleranceM, draughtM: profile.draughtM ?? 0 }) : start;
  }
  const drift = driftBlocks(grid, world.current, departAt, profile.speedMps);
  const state: FieldState = { world, request, needM, gates, drift, start: start.value, windows, runs: [], cellS: new Float32Array(0) };
  for (const window of windows.windows.slice(0, WINDOW_COUNT_MAX)) {
    const run = runWindow(state, window, state.runs[0]);
    state.runs.push(run);
    if (takeOver(state, run) === 0) break;
  }
  if (state.runs.length === 0) state.cellS = new Float32Array(grid.land.length).fill(Infinity);
  const assumed = assumptionsOf(world, request, start.value, () => drift.unknownCount());
  const field: SeaField = {
    grid,
    departAt,
    cellS: state.cellS,
    assumed,
    arriveAtS(position) {
      const [x, y] = toFineCell(grid, position);
      if (!(x >= 0 && y >= 0 && x < grid.widthCount && y < grid.heightCount)) return null;
      const atS = state.cellS[Math.floor(y) * grid.widthCount + Math.floor(x)]!;
      return atS === Infinity ? null : atS;
    },
    to: (place) => routeTo(state, assumed, place),
  };
  return ok(field);
}

/** One departure; the taut field of the first window serves all. */
function runWindow(state: FieldState, window: SeaWindow, first: WindowRun | undefined): WindowRun {
  const { world, request, gates, drift, start } = state;
  const { speedMps } = request.profile;
  const hasCurrent = world.current !== undefined;
  const common = { grid: world.grid, gates, drift, speedMps, hasCurrent, startCellIndex: start.cellIndex, fromS: window.fromS + start.offsetM / speedMps, untilS: window.untilS };
  const lead = hasCurrent || gates.kind[start.cellIndex] === 0 ? undefined : searchTimed({ ...common, untilOpen: true });
  if (hasCurrent || (lead !== undefined && lead.openCellIndex === undefined)) {
    const timed = searchTimed(common);
    return { window, fromS: common.fromS, timed, cellS: timed.cellS };
  }
  const frame = tautFrameOf(gates.mask === world.grid.land ? world.grid : { ...world.grid, land: gates.mask });
  const { widthCount } = world.grid;
  const steps = lead?.chain(lead.openCellIndex!);
  const origin = steps?.at(-1);
  const from: CellPoint = origin === undefined ? start.at : [(origin.cellIndex % widthCount) + 0.5, Math.floor(origin.cellIndex / widthCount) + 0.5];
  const fromS = origin?.atS ?? common.fromS;
  const taut = origin === undefined && first?.taut !== undefined ? first.taut : searchTaut(frame, { start: from, speedMps, fromS });
  const baseS = taut.fromS === fromS ? taut.cellS : taut.cellS.map((atS) => atS + fromS - taut.fromS);
  const led = steps === undefined ? {} : { lead: steps };
  if (gates.timedCount === 0) return { window, fromS: common.fromS, taut, cellS: baseS };
  const timed = searchTimed({ ...common, baseS });
  return { window, fromS: common.fromS, taut, timed, cellS: timed.cellS, baseS, ...led };
}

/** Cells that this window reaches in time and none before did; returns how many are still without. */
function takeOver(state: FieldState, run: WindowRun): number {
  const isFirst = state.cellS.length === 0;
  if (isFirst && run.window.untilS === Infinity) {
    state.cellS = run.cellS;
    return 0;
  }
  if (isFirst) state.cellS = new Float32Array(run.cellS.length).fill(Infinity);
  const { cellS } = state;
  let lateCount = 0;
  for (let cell = 0; cell < cellS.length; cell++) {
    if (cellS[cell]! < Infinity) continue;
    const atS = run.cellS[cell]!;
    if (atS <= run.window.untilS) cellS[cell] = atS;
    else lateCount++;
  }
  return run.window.untilS === Infinity ? 0 : lateCount;
}

function figuresWrong({ profile, toleranceM }: SeaFieldRequest): Result<never> | undefined {
  const check = (name: keyof SeaProfile | 'toleranceM', given: number | undefined, low: number, high: number): Result<never> | undefined =>
    given === undefined || (given >= low && given <= high) ? undefined : refuse('MOVEMENT_INPUT_OUT_OF_RANGE', { name, given: String(given), low, high });
  return (
    check('speedMps', profile.speedMps, 0.5, 60) ?? check('draughtM', profile.draughtM, 0, 40) ?? check('underKeelClearanceM', profile.underKeelClearanceM, 0, 20) ??
    check('airDraughtM', profile.airDraughtM, 0, 120) ?? check('toleranceM', toleranceM, 0, 50_000)
  );
}

/** Departures looked at: one for each time the weather opens. */
const WINDOW_COUNT_MAX = 12;
