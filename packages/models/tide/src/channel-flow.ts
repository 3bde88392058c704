// A steady flow that follows the channels and never crosses land: the sea surface slopes uniformly
// along the open rim, bottom drag is quadratic, depth is d times a reference (1 unless troughs are
// given), so on a C-grid  div q = 0,  |q|·q = −d³·grad e,  q·n = 0 at land,  e = −(distance) at the rim.
// (Drag balance of a channel: D. T. Pugh, Tides, Surges and Mean Sea-Level, 1987, ch. 7.)
// Quadratic drag keeps headlands finite where potential flow (linear drag) would be singular.
// q is discharge per metre of width in units of the free flow; regime.ts makes a speed of it.

import type { Result } from '@anlan/kernel';
import { degToRad, metresPerDegree, ok, refuse } from '@anlan/kernel';
import type { FivePointSystem } from './pcg.ts';
import { solveFivePoint } from './pcg.ts';
import type { GridGeometry, WaterGrid } from './water-grid.ts';

export interface ChannelFlow {
  /** 1 where water is joined to the rim by open faces. */
  readonly waterMask: Uint8Array;
  /** Discharge through each face over its WHOLE length, positive east; (columnCount+1) × rowCount. */
  readonly eastFaceRatio: Float64Array;
  /** Positive north; columnCount × (rowCount+1). */
  readonly northFaceRatio: Float64Array;
  readonly sweepCount: number;
  /** Largest relative change of a cell in the last sweep. */
  readonly changeRatio: number;
}

export interface ChannelFlowOptions {
  /** Whither the free flow goes. */
  readonly driveToDegTrue: number;
  readonly sweepCountMax: number;
  /** Depth of each cell in units of the reference depth, above 0; left out: 1 everywhere. */
  readonly depthRatio?: Float64Array;
}

export function solveChannelFlow(water: WaterGrid, options: ChannelFlowOptions): Result<ChannelFlow> {
  const metric = metricOf(water.grid);
  const waterMask = connectedWater(water);
  const cellCount = waterMask.length;
  const head = initialHead(metric, waterMask, options.driveToDegTrue);
  const drag = Float64Array.from({ length: cellCount }, (_, i) => (options.depthRatio?.[i] ?? 1) ** 3);
  const conductance = drag.map(Math.sqrt);
  let flow: Pick<ChannelFlow, 'eastFaceRatio' | 'northFaceRatio'> = { eastFaceRatio: new Float64Array(0), northFaceRatio: new Float64Array(0) };
  let magnitude = new Float64Array(cellCount).fill(1);
  let changeRatio = 1;
  let sweepCount = 0;
  while (changeRatio > CHANGE_RATIO_MAX && sweepCount < options.sweepCountMax) {
    const faces = faceWeights(water, metric, waterMask, conductance);
    const system = assemble(water, metric, waterMask, faces, options.driveToDegTrue);
    const outcome = solveFivePoint(system, head, { residualRatioMax: RESIDUAL_RATIO_MAX, iterationCountMax: 4000 });
    if (outcome.residualRatio > RESIDUAL_RATIO_MAX) {
      return refuse('TIDE_FLOW_NOT_CONVERGED', { residualRatio: outcome.residualRatio.toExponential(2), iterationCount: outcome.iterationCount });
    }
    flow = faceDischarge(metric, faces, head, options.driveToDegTrue);
    const next = cellMagnitudes(water, { waterMask, ...flow });
    changeRatio = relativeChange(magnitude, next, waterMask);
    magnitude = next;
    updateConductance(conductance, drag, magnitude, waterMask);
    sweepCount++;
  }
  return ok({ waterMask, ...flow, sweepCount, changeRatio });
}

/** What is needed of a flow to look at it: also what a stored file holds. */
export type FaceDischarge = Pick<ChannelFlow, 'waterMask' | 'eastFaceRatio' | 'northFaceRatio'>;

/**
 * Discharge at the cell centres, in units of the free flow, zero off the mask: the mean of the two
 * faces over the open share of the cell. The open share is never below the mean of the two face
 * shares (see water-grid.ts), so a centre never exceeds the faster of its faces.
 */
export function centreDischarge(grid: GridGeometry, openRatio: ArrayLike<number>, flow: FaceDischarge): { eastRatio: Float32Array; northRatio: Float32Array } {
  const { columnCount, rowCount } = grid;
  const eastRatio = new Float32Array(columnCount * rowCount);
  const northRatio = new Float32Array(columnCount * rowCount);
  for (let i = 0; i < eastRatio.length; i++) {
    if (flow.waterMask[i] === 0) continue;
    const west = i + Math.floor(i / columnCount);
    const open = 2 * Math.max(openRatio[i]!, OPEN_RATIO_MIN);
    eastRatio[i] = (flow.eastFaceRatio[west]! + flow.eastFaceRatio[west + 1]!) / open;
    northRatio[i] = (flow.northFaceRatio[i]! + flow.northFaceRatio[i + columnCount]!) / open;
  }
  return { eastRatio, northRatio };
}

/** Net discharge out of each cell per metre of its mean side: 0 where nothing is lost or made. */
export function divergenceRatio(grid: GridGeometry, flow: FaceDischarge): Float64Array {
  const { columnCount, rowCount } = grid;
  const metric = metricOf(grid);
  const out = new Float64Array(columnCount * rowCount);
  for (let i = 0; i < out.length; i++) {
    if (flow.waterMask[i] === 0) continue;
    const row = Math.floor(i / columnCount);
    const west = i + row;
    const eastward = (flow.eastFaceRatio[west + 1]! - flow.eastFaceRatio[west]!) * metric.heightM;
    const northward = flow.northFaceRatio[i + columnCount]! * metric.southFaceM[row + 1]! - flow.northFaceRatio[i]! * metric.southFaceM[row]!;
    out[i] = (2 * (eastward + northward)) / (metric.heightM + metric.widthM[row]!);
  }
  return out;
}

interface Metric {
  readonly columnCount: number;
  readonly rowCount: number;
  /** Cell height, m, and width at the centre of each row and at each face between rows. */
  readonly heightM: number;
  readonly widthM: Float64Array;
  readonly southFaceM: Float64Array;
}

interface FaceWeights {
  readonly east: Float64Array;
  readonly north: Float64Array;
}

function metricOf(grid: GridGeometry): Metric {
  const { columnCount, rowCount, stepLonDeg, stepLatDeg, southDeg } = grid;
  const widthAt = (latDeg: number): number => metresPerDegree(latDeg).lonM * stepLonDeg;
  const middleDeg = southDeg + (stepLatDeg * (rowCount - 1)) / 2;
  return {
    columnCount,
    rowCount,
    heightM: metresPerDegree(middleDeg).latM * stepLatDeg,
    widthM: Float64Array.from({ length: rowCount }, (_, row) => widthAt(southDeg + row * stepLatDeg)),
    southFaceM: Float64Array.from({ length: rowCount + 1 }, (_, row) => widthAt(southDeg + (row - 0.5) * stepLatDeg)),
  };
}

/** Flood from every cell with an open face on the rim, through open faces. */
function connectedWater({ grid, eastFaceRatio, northFaceRatio }: WaterGrid): Uint8Array {
  const { columnCount, rowCount } = grid;
  const mask = new Uint8Array(columnCount * rowCount);
  const stack: number[] = [];
  const visit = (i: number, faceRatio: number): void => {
    if (faceRatio <= 0 || mask[i] !== 0) return;
    mask[i] = 1;
    stack.push(i);
  };
  for (let row = 0; row < rowCount; row++) {
    visit(row * columnCount, eastFaceRatio[row * (columnCount + 1)]!);
    visit(row * columnCount + columnCount - 1, eastFaceRatio[row * (columnCount + 1) + columnCount]!);
  }
  for (let column = 0; column < columnCount; column++) {
    visit(column, northFaceRatio[column]!);
    visit((rowCount - 1) * columnCount + column, northFaceRatio[rowCount * columnCount + column]!);
  }
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const row = Math.floor(i / columnCount);
    const column = i - row * columnCount;
    if (column > 0) visit(i - 1, eastFaceRatio[i + row]!);
    if (column < columnCount - 1) visit(i + 1, eastFaceRatio[i + row + 1]!);
    if (row > 0) visit(i - columnCount, northFaceRatio[i]!);
    if (row < rowCount - 1) visit(i + columnCount, northFaceRatio[i + columnCount]!);
  }
  return mask;
}

/** e of the uniform slope at a point given in cell units from the first centre. */
function rimHead(metric: Metric, driveToDegTrue: number, column: number, row: number): number {
  const driveRad = degToRad(driveToDegTrue);
  const nearest = metric.widthM[Math.min(metric.rowCount - 1, Math.max(0, Math.round(row)))]!;
  const middleColumn = (metric.columnCount - 1) / 2;
  return -((column - middleColumn) * nearest * Math.sin(driveRad) + row * metric.heightM * Math.cos(driveRad));
}

function initialHead(metric: Metric, mask: Uint8Array, driveToDegTrue: number): Float64Array {
  return Float64Array.from(mask, (isWater, i) => {
    const row = Math.floor(i / metric.columnCount);
    return isWater === 0 ? 0 : rimHead(metric, driveToDegTrue, i - row * metric.columnCount, row);
  });
}

function faceWeights(water: WaterGrid, metric: Metric, mask: Uint8Array, conductance: Float64Array): FaceWeights {
  const { columnCount, rowCount } = metric;
  const east = new Float64Array(water.eastFaceRatio.length);
  const north = new Float64Array(water.northFaceRatio.length);
  const between = (a: number | undefined, b: number | undefined): number => {
    const [ka, kb] = [a !== undefined && mask[a] === 1 ? conductance[a]! : 0, b !== undefined && mask[b] === 1 ? conductance[b]! : 0];
    if (a === undefined) return 2 * kb;
    if (b === undefined) return 2 * ka;
    return ka === 0 || kb === 0 ? 0 : (2 * ka * kb) / (ka + kb);
  };
  for (let row = 0; row < rowCount; row++) {
    for (let face = 0; face <= columnCount; face++) {
      const index = row * (columnCount + 1) + face;
      const right = row * columnCount + face;
      const k = between(face > 0 ? right - 1 : undefined, face < columnCount ? right : undefined);
      east[index] = (k * water.eastFaceRatio[index]! * metric.heightM) / metric.widthM[row]!;
    }
  }
  for (let face = 0; face <= rowCount; face++) {
    for (let column = 0; column < columnCount; column++) {
      const index = face * columnCount + column;
      const k = between(face > 0 ? index - columnCount : undefined, face < rowCount ? index : undefined);
      north[index] = (k * water.northFaceRatio[index]! * metric.southFaceM[face]!) / metric.heightM;
    }
  }
  return { east, north };
}

function assemble(water: WaterGrid, metric: Metric, mask: Uint8Array, faces: FaceWeights, driveToDegTrue: number): FivePointSystem {
  const { columnCount, rowCount } = metric;
  const cellCount = mask.length;
  const [diagonal, east, north, right] = [new Float64Array(cellCount), new Float64Array(cellCount), new Float64Array(cellCount), new Float64Array(cellCount)];
  for (let i = 0; i < cellCount; i++) {
    if (mask[i] === 0) continue;
    const row = Math.floor(i / columnCount);
    const column = i - row * columnCount;
    const [w, e, s, n] = [faces.east[i + row]!, faces.east[i + row + 1]!, faces.north[i]!, faces.north[i + columnCount]!];
    diagonal[i] = w + e + s + n;
    if (column < columnCount - 1) east[i] = e;
    if (row < rowCount - 1) north[i] = n;
    if (column === 0) right[i]! += w * rimHead(metric, driveToDegTrue, -0.5, row);
    if (column === columnCount - 1) right[i]! += e * rimHead(metric, driveToDegTrue, column + 0.5, row);
    if (row === 0) right[i]! += s * rimHead(metric, driveToDegTrue, column, -0.5);
    if (row === rowCount - 1) right[i]! += n * rimHead(metric, driveToDegTrue, column, row + 0.5);
  }
  return { columnCount, rowCount, diagonal, east, north, right };
}

/** Weight · head difference / length of the face. */
function faceDischarge(metric: Metric, faces: FaceWeights, head: Float64Array, driveToDegTrue: number): Pick<ChannelFlow, 'eastFaceRatio' | 'northFaceRatio'> {
  const { columnCount, rowCount } = metric;
  const eastFaceRatio = new Float64Array(faces.east.length);
  const northFaceRatio = new Float64Array(faces.north.length);
  for (let row = 0; row < rowCount; row++) {
    for (let face = 0; face <= columnCount; face++) {
      const index = row * (columnCount + 1) + face;
      if (faces.east[index]! === 0) continue;
      const right = row * columnCount + face;
      const low = face > 0 ? head[right - 1]! : rimHead(metric, driveToDegTrue, -0.5, row);
      const high = face < columnCount ? head[right]! : rimHead(metric, driveToDegTrue, columnCount - 0.5, row);
      eastFaceRatio[index] = (faces.east[index]! * (low - high)) / metric.heightM;
    }
  }
  for (let face = 0; face <= rowCount; face++) {
    for (let column = 0; column < columnCount; column++) {
      const index = face * columnCount + column;
      if (faces.north[index]! === 0) continue;
      const low = face > 0 ? head[index - columnCount]! : rimHead(metric, driveToDegTrue, column, -0.5);
      const high = face < rowCount ? head[index]! : rimHead(metric, driveToDegTrue, column, rowCount - 0.5);
      northFaceRatio[index] = (faces.north[index]! * (low - high)) / metric.southFaceM[face]!;
    }
  }
  return { eastFaceRatio, northFaceRatio };
}

function cellMagnitudes(water: WaterGrid, flow: FaceDischarge): Float64Array<ArrayBuffer> {
  const { eastRatio, northRatio } = centreDischarge(water.grid, water.openRatio, flow);
  return Float64Array.from(eastRatio, (east, i) => Math.hypot(east, northRatio[i]!));
}

/** Quadratic drag: q = k·slope with k = d³/|q|; the geometric mean with the old k makes the sweeps settle. */
function updateConductance(conductance: Float64Array, drag: Float64Array, magnitude: Float64Array, mask: Uint8Array): void {
  for (let i = 0; i < conductance.length; i++) {
    if (mask[i] === 1) conductance[i] = Math.sqrt((conductance[i]! * drag[i]!) / Math.max(LINEAR_BELOW_RATIO, magnitude[i]!));
  }
}

function relativeChange(before: Float64Array, after: Float64Array, mask: Uint8Array): number {
  let worst = 0;
  for (let i = 0; i < after.length; i++) {
    if (mask[i] === 1) worst = Math.max(worst, Math.abs(after[i]! - before[i]!) / Math.max(after[i]!, CHANGE_REFERENCE_RATIO_MIN));
  }
  return worst;
}

/** Drag is linear below this share of the free flow, so that dead ends stay solvable. */
const LINEAR_BELOW_RATIO = 0.05;
/** Sweeps end when no cell faster than a fifth of the free flow changes by more than this share. */
const CHANGE_RATIO_MAX = 0.01;
const CHANGE_REFERENCE_RATIO_MIN = 0.2;
/** Slivers count as open by at least this share. */
const OPEN_RATIO_MIN = 0.05;
/** Residual of the linear system against its right side. */
const RESIDUAL_RATIO_MAX = 1e-9;
