// Real depths for the sea engine: soundings as CSV (lonDeg, latDeg, depthM) laid on a grid, and ESRI
// ASCII grids as they are. Of several soundings in a cell the shallowest holds; a cell without any
// takes the shallowest within the reach that is given, else it stays unknown. Input is not trusted:
// sizes are bounded and every wrong line is refused with its number.

import type { BboxDeg, LocalName, Result } from '@anlan/kernel';
import { metresPerDegree, ok, refuse } from '@anlan/kernel';
import type { DepthGrid } from '../spi/sea-sources.ts';

export interface SoundingsInput {
  readonly text: string;
  readonly source: LocalName;
  readonly bboxDeg: BboxDeg;
  readonly cellM: number;
  /** How far a sounding speaks for cells without one. */
  readonly reachM: number;
}

export interface AsciiGridInput {
  readonly text: string;
  readonly source: LocalName;
  /** Whether the numbers are depths (positive down) or elevations (positive up). */
  readonly positive: 'down' | 'up';
}

/** First line is a header with `lonDeg`, `latDeg`, `depthM` in any order; `lon`, `lat`, `depth` are read too. */
export function readSoundingsCsv({ text, source, bboxDeg, cellM, reachM }: SoundingsInput): Result<DepthGrid> {
  const lines = text.split(/\r?\n/u);
  const header = (lines[0] ?? '').replace(/^\uFEFF/u, '').split(/[,;\t]/u).map((name) => name.trim().toLowerCase());
  const column = (name: string): number => header.findIndex((given) => given === name || given === `${name}deg` || given === `${name}m`);
  const [lonColumn, latColumn, depthColumn] = [column('lon'), column('lat'), column('depth')];
  if (lonColumn < 0 || latColumn < 0 || depthColumn < 0) return refuse('MOVEMENT_DEPTH_CSV_HEADER', { given: (lines[0] ?? '').slice(0, 80) });
  if (lines.length > SOUNDING_COUNT_MAX) return refuse('MOVEMENT_DEPTH_TOO_LARGE', { count: lines.length, countMax: SOUNDING_COUNT_MAX });
  const grid = emptyGrid(bboxDeg, cellM);
  if (!grid.ok) return grid;
  const { columnCount, rowCount, depthM } = grid.value;
  for (let line = 1; line < lines.length; line++) {
    if (lines[line]!.trim() === '') continue;
    const cells = lines[line]!.split(/[,;\t]/u);
    const [lonDeg, latDeg, sounding] = [number(cells[lonColumn]), number(cells[latColumn]), number(cells[depthColumn])];
    const isRight = Math.abs(lonDeg) <= 180 && Math.abs(latDeg) <= 90 && sounding >= DEPTH_M_MIN && sounding <= DEPTH_M_MAX;
    if (!isRight) return refuse('MOVEMENT_DEPTH_CSV_ROW', { line: line + 1, given: lines[line]!.slice(0, 80) });
    const [x, y] = [Math.floor(((lonDeg - bboxDeg[0]) / (bboxDeg[2] - bboxDeg[0])) * columnCount), Math.floor(((latDeg - bboxDeg[1]) / (bboxDeg[3] - bboxDeg[1])) * rowCount)];
    if (x < 0 || y < 0 || x >= columnCount || y >= rowCount) continue;
    const cell = y * columnCount + x;
    if (!(depthM[cell]! <= sounding)) depthM[cell] = sounding;
  }
  return ok({ bboxDeg, columnCount, rowCount, depthM: spread(depthM, columnCount, rowCount, Math.floor(reachM / cellM)), indicative: false, source });
}

/** Rows from the north; `xllcorner` or `xllcenter`; `NODATA_value` is unknown. */
export function readAsciiGrid({ text, source, positive }: AsciiGridInput): Result<DepthGrid> {
  if (text.length > ASCII_BYTES_MAX) return refuse('MOVEMENT_DEPTH_TOO_LARGE', { count: text.length, countMax: ASCII_BYTES_MAX });
  const header = new Map<string, number>();
  const headerText = /^(?:\s*[A-Za-z_]+[ \t]+[-+0-9.eE]+[ \t]*\r?\n)+/u.exec(text)?.[0] ?? '';
  for (const line of headerText.trim().split(/\r?\n/u)) {
    const [name, value] = line.trim().split(/\s+/u);
    if (name !== undefined) header.set(name.toLowerCase(), number(value));
  }
  for (const name of ['ncols', 'nrows', 'cellsize']) if (!(header.get(name)! > 0)) return refuse('MOVEMENT_DEPTH_ASCII_HEADER', { name });
  const [columnCount, rowCount, step] = [header.get('ncols')!, header.get('nrows')!, header.get('cellsize')!];
  const west = header.get('xllcorner') ?? header.get('xllcenter')! - step / 2;
  const south = header.get('yllcorner') ?? header.get('yllcenter')! - step / 2;
  const isRight = Number.isInteger(columnCount) && Number.isInteger(rowCount) && west >= -180 && south >= -90 && west + columnCount * step <= 180.001 && south + rowCount * step <= 90.001;
  if (!isRight) return refuse('MOVEMENT_DEPTH_ASCII_HEADER', { name: 'ncols, nrows, xllcorner, yllcorner, cellsize' });
  if (columnCount * rowCount > CELL_COUNT_MAX) return refuse('MOVEMENT_DEPTH_TOO_LARGE', { count: columnCount * rowCount, countMax: CELL_COUNT_MAX });
  const values = text.slice(headerText.length).trim().split(/\s+/u);
  if (values.length !== columnCount * rowCount) return refuse('MOVEMENT_DEPTH_ASCII_COUNT', { count: values.length, expected: columnCount * rowCount });
  const depthM = new Float32Array(values.length);
  const noData = header.get('nodata_value');
  for (let i = 0; i < values.length; i++) {
    const given = number(values[i]);
    if (Number.isNaN(given)) return refuse('MOVEMENT_DEPTH_ASCII_VALUE', { given: values[i]!.slice(0, 20), row: Math.floor(i / columnCount) + 1 });
    const row = rowCount - 1 - Math.floor(i / columnCount);
    depthM[row * columnCount + (i % columnCount)] = given === noData ? Number.NaN : positive === 'down' ? given : -given;
  }
  return ok({ bboxDeg: [west, south, west + columnCount * step, south + rowCount * step], columnCount, rowCount, depthM, indicative: false, source });
}

/** `over` where it is known, else `under`: real soundings laid over a rule. Indicative while any of the rule is left. */
export function overlayDepth(over: DepthGrid, under: DepthGrid): DepthGrid {
  const depthM = Float32Array.from(under.depthM);
  const [westDeg, southDeg, eastDeg, northDeg] = under.bboxDeg;
  let leftCount = 0;
  for (let y = 0; y < under.rowCount; y++) {
    for (let x = 0; x < under.columnCount; x++) {
      const [lonDeg, latDeg] = [westDeg + ((x + 0.5) / under.columnCount) * (eastDeg - westDeg), southDeg + ((y + 0.5) / under.rowCount) * (northDeg - southDeg)];
      const [column, row] = [Math.floor(((lonDeg - over.bboxDeg[0]) / (over.bboxDeg[2] - over.bboxDeg[0])) * over.columnCount), Math.floor(((latDeg - over.bboxDeg[1]) / (over.bboxDeg[3] - over.bboxDeg[1])) * over.rowCount)];
      const isInside = column >= 0 && row >= 0 && column < over.columnCount && row < over.rowCount;
      const known = isInside ? over.depthM[row * over.columnCount + column]! : Number.NaN;
      if (Number.isNaN(known)) leftCount++;
      else depthM[y * under.columnCount + x] = known;
    }
  }
  return { ...under, depthM, indicative: leftCount > 0 && (under.indicative || over.indicative), source: over.source };
}

function emptyGrid(bboxDeg: BboxDeg, cellM: number): Result<{ columnCount: number; rowCount: number; depthM: Float32Array }> {
  const middle = metresPerDegree((bboxDeg[1] + bboxDeg[3]) / 2);
  const [columnCount, rowCount] = [Math.ceil(((bboxDeg[2] - bboxDeg[0]) * middle.lonM) / cellM), Math.ceil(((bboxDeg[3] - bboxDeg[1]) * middle.latM) / cellM)];
  const cellCount = columnCount * rowCount;
  if (!(columnCount > 0 && rowCount > 0)) return refuse('MOVEMENT_GRID_BOX_WRONG', { bboxDeg: bboxDeg.join(', ') });
  if (cellCount > CELL_COUNT_MAX) return refuse('MOVEMENT_DEPTH_TOO_LARGE', { count: cellCount, countMax: CELL_COUNT_MAX });
  return ok({ columnCount, rowCount, depthM: new Float32Array(cellCount).fill(Number.NaN) });
}

/** Rings of one cell at a time; a cell takes the shallowest of its known neighbours. */
function spread(depthM: Float32Array, columnCount: number, rowCount: number, ringCount: number): Float32Array {
  let now = depthM;
  for (let ring = 0; ring < ringCount; ring++) {
    const next = Float32Array.from(now);
    for (let cell = 0; cell < now.length; cell++) {
      if (!Number.isNaN(now[cell]!)) continue;
      const [x, y] = [cell % columnCount, Math.floor(cell / columnCount)];
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if (x + dx < 0 || y + dy < 0 || x + dx >= columnCount || y + dy >= rowCount) continue;
          const by = now[cell + dy * columnCount + dx]!;
          if (!Number.isNaN(by) && !(next[cell]! <= by)) next[cell] = by;
        }
      }
    }
    now = next;
  }
  return now;
}

function number(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text);
}

const SOUNDING_COUNT_MAX = 5_000_000;
const CELL_COUNT_MAX = 16_000_000;
const ASCII_BYTES_MAX = 200_000_000;
/** Drying heights are negative depths: the highest tidal flats are below 12 m. */
const DEPTH_M_MIN = -12;
/** The deepest sea. */
const DEPTH_M_MAX = 11_100;
