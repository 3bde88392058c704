// Land polygons to cells, on the safe side: a cell is land when its centre lies in a polygon or
// when any edge touches it. So a way over water cells never crosses the coast, and a channel
// narrower than about two cells is closed. Fill: even-odd scan lines; edges: every cell touched,
// after J. Amanatides and A. Woo, Eurographics 1987.

import type { LonLat, Polygon, Ring } from '@anlan/kernel';

export interface CellFrame {
  readonly westDeg: number;
  readonly southDeg: number;
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
  readonly widthCount: number;
  readonly heightCount: number;
}

/** Sets 1 in `land` for every cell of the polygon. */
export function rasterisePolygon(land: Uint8Array, frame: CellFrame, polygon: Polygon): void {
  const rings = polygon.map((ring) => toCells(ring, frame));
  fillCentres(land, frame, rings);
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      markTouched(land, frame, ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!);
    }
  }
}

function toCells(ring: Ring, frame: CellFrame): Float64Array {
  const cells = new Float64Array(ring.length * 2);
  ring.forEach(([lonDeg, latDeg]: LonLat, i) => {
    cells[2 * i] = (lonDeg - frame.westDeg) / frame.stepLonDeg;
    cells[2 * i + 1] = (latDeg - frame.southDeg) / frame.stepLatDeg;
  });
  return cells;
}

function fillCentres(land: Uint8Array, frame: CellFrame, rings: readonly Float64Array[]): void {
  const crossings: number[][] = [];
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) addCrossings(crossings, frame, ring, i);
  }
  crossings.forEach((xs, row) => {
    xs.sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const first = Math.max(0, Math.ceil(xs[i]! - 0.5));
      const last = Math.min(frame.widthCount - 1, Math.ceil(xs[i + 1]! - 0.5) - 1);
      if (last >= first) land.fill(1, row * frame.widthCount + first, row * frame.widthCount + last + 1);
    }
  });
}

function addCrossings(crossings: number[][], frame: CellFrame, ring: Float64Array, i: number): void {
  const [x0, y0, x1, y1] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
  if (y0 === y1) return;
  const low = Math.max(0, Math.ceil(Math.min(y0, y1) - 0.5));
  const high = Math.min(frame.heightCount - 1, Math.ceil(Math.max(y0, y1) - 0.5) - 1);
  for (let row = low; row <= high; row++) {
    const x = x0 + ((row + 0.5 - y0) * (x1 - x0)) / (y1 - y0);
    (crossings[row] ??= []).push(x);
  }
}

function markTouched(land: Uint8Array, frame: CellFrame, x0: number, y0: number, x1: number, y1: number): void {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const [stepX, stepY] = [Math.sign(dx), Math.sign(dy)];
  let [x, y] = [Math.floor(x0), Math.floor(y0)];
  const [endX, endY] = [Math.floor(x1), Math.floor(y1)];
  let untilX = dx === 0 ? Infinity : ((stepX > 0 ? x + 1 : x) - x0) / dx;
  let untilY = dy === 0 ? Infinity : ((stepY > 0 ? y + 1 : y) - y0) / dy;
  const stepCountMax = Math.abs(endX - x) + Math.abs(endY - y);
  mark(land, frame, x, y);
  mark(land, frame, endX, endY);
  for (let step = 0; step < stepCountMax; step++) {
    if (untilX < untilY) {
      x += stepX;
      untilX += stepX / dx;
    } else {
      y += stepY;
      untilY += stepY / dy;
    }
    mark(land, frame, x, y);
  }
}

function mark(land: Uint8Array, frame: CellFrame, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= frame.widthCount || y >= frame.heightCount) return;
  land[y * frame.widthCount + x] = 1;
}
