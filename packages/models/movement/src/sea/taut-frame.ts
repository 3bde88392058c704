// What the taut search needs of a raster, once per land mask: the run of equal cells that each cell
// lies in along its row, and the corners at which a taut way may turn: lattice points with land in
// exactly one of the four cells around (two lands across a corner shut the gap between them).

import type { FineSeaGrid } from '../api/sea-field.ts';

export interface TautFrame {
  readonly widthCount: number;
  readonly heightCount: number;
  readonly land: Uint8Array;
  /** Lattice x where the run of equal cells begins and ends. */
  readonly runStart: Uint16Array;
  readonly runEnd: Uint16Array;
  /** Of each lattice point (y·(widthCount + 1) + x): number of the corner, −1 none. */
  readonly cornerIndex: Int32Array;
  readonly cornerX: Uint16Array;
  readonly cornerY: Uint16Array;
  /** Direction from the corner to its land: ±1, ±1. */
  readonly landX: Int8Array;
  readonly landY: Int8Array;
  readonly rowLonM: Float64Array;
  /** Metres of a cell along the meridian, mean of the rows from 0 to y: latM[y] · y is the way north. */
  readonly northM: Float64Array;
}

/** Kept per land mask: frames are asked for again and again for the same grid. */
export function tautFrameOf(grid: FineSeaGrid): TautFrame {
  const known = frames.get(grid.land);
  if (known !== undefined) return known;
  const frame = buildFrame(grid);
  frames.set(grid.land, frame);
  return frame;
}

function buildFrame(grid: FineSeaGrid): TautFrame {
  const { widthCount, heightCount, land, rowLonM, rowLatM } = grid;
  const runStart = new Uint16Array(land.length);
  const runEnd = new Uint16Array(land.length);
  for (let y = 0; y < heightCount; y++) {
    const base = y * widthCount;
    for (let from = 0; from < widthCount; ) {
      let to = from + 1;
      while (to < widthCount && land[base + to] === land[base + from]) to++;
      runStart.fill(from, base + from, base + to);
      runEnd.fill(to, base + from, base + to);
      from = to;
    }
  }
  const northM = new Float64Array(heightCount + 1);
  for (let y = 0; y < heightCount; y++) northM[y + 1] = northM[y]! + rowLatM[y]!;
  return { widthCount, heightCount, land, runStart, runEnd, rowLonM, northM, ...cornersOf(land, widthCount, heightCount) };
}

function cornersOf(land: Uint8Array, widthCount: number, heightCount: number): Pick<TautFrame, 'cornerIndex' | 'cornerX' | 'cornerY' | 'landX' | 'landY'> {
  const cornerIndex = new Int32Array((widthCount + 1) * (heightCount + 1)).fill(-1);
  const [xs, ys, landXs, landYs]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let y = 1; y < heightCount; y++) {
    for (let x = 1; x < widthCount; x++) {
      const ne = y * widthCount + x;
      const [nw, se, sw] = [ne - 1, ne - widthCount, ne - widthCount - 1];
      if (land[ne]! + land[nw]! + land[se]! + land[sw]! !== 1) continue;
      cornerIndex[y * (widthCount + 1) + x] = xs.length;
      xs.push(x);
      ys.push(y);
      landXs.push(land[ne] === 1 || land[se] === 1 ? 1 : -1);
      landYs.push(land[ne] === 1 || land[nw] === 1 ? 1 : -1);
    }
  }
  return { cornerIndex, cornerX: Uint16Array.from(xs), cornerY: Uint16Array.from(ys), landX: Int8Array.from(landXs), landY: Int8Array.from(landYs) };
}

const frames = new WeakMap<Uint8Array, TautFrame>();
