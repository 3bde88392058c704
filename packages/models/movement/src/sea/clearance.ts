// Two facts about every water cell: how many rings of water lie around it (chessboard distance
// to land or to the edge of the grid; two-pass transform of A. Rosenfeld and J. Pfaltz, Pattern
// Recognition 1, 1968), and which open water it belongs to (4-neighbour components).

/** `land` 1/0 to clearance: 0 land, n when every cell within n − 1 rings is water; beyond the grid is not water. */
export function clearanceOf(land: Uint8Array, widthCount: number, heightCount: number): Uint8Array {
  const out = new Uint8Array(land.length);
  sweep(out, land, widthCount, heightCount, 1);
  sweep(out, land, widthCount, heightCount, -1);
  return out;
}

/** One pass; `direction` 1 looks west and south, −1 east and north. */
function sweep(out: Uint8Array, land: Uint8Array, widthCount: number, heightCount: number, direction: 1 | -1): void {
  const first = direction === 1;
  for (let j = 0; j < heightCount; j++) {
    const y = first ? j : heightCount - 1 - j;
    const edgeRow = y === 0 || y === heightCount - 1;
    const behind = (y - direction) * widthCount;
    for (let i = 0; i < widthCount; i++) {
      const x = first ? i : widthCount - 1 - i;
      const cell = y * widthCount + x;
      if (land[cell] === 1) continue;
      let value = CLEARANCE_MAX;
      if (edgeRow || x === 0 || x === widthCount - 1) value = 1;
      else {
        value = Math.min(out[cell - direction]!, out[behind + x]!, out[behind + x - 1]!, out[behind + x + 1]!) + 1;
        if (value > CLEARANCE_MAX) value = CLEARANCE_MAX;
      }
      out[cell] = first ? value : Math.min(out[cell]!, value);
    }
  }
}

/** Numbers 1, 2, … by size for waters of at least 1 % of all water cells; the rest is 0. */
export function openWaterOf(clearanceCount: Uint8Array, widthCount: number): { readonly index: Uint8Array; readonly waterCount: number } {
  const label = new Int32Array(clearanceCount.length);
  const sizes: number[] = [0];
  let waterCount = 0;
  for (let cell = 0; cell < clearanceCount.length; cell++) {
    if (clearanceCount[cell] === 0 || label[cell] !== 0) continue;
    const size = flood(label, clearanceCount, widthCount, cell, sizes.length);
    sizes.push(size);
    waterCount += size;
  }
  const rank = new Uint8Array(sizes.length);
  const open = sizes.map((size, id) => ({ size, id })).filter((water) => water.id > 0 && water.size >= waterCount * OPEN_WATER_RATIO_MIN);
  open.sort((a, b) => b.size - a.size || a.id - b.id).forEach((water, i) => { rank[water.id] = i + 1; });
  const index = new Uint8Array(clearanceCount.length);
  for (let cell = 0; cell < index.length; cell++) index[cell] = rank[label[cell]!]!;
  return { index, waterCount };
}

function flood(label: Int32Array, clearanceCount: Uint8Array, widthCount: number, start: number, id: number): number {
  const stack = [start];
  label[start] = id;
  let size = 0;
  const visit = (cell: number): void => {
    if (cell < 0 || cell >= label.length || clearanceCount[cell] === 0 || label[cell] !== 0) return;
    label[cell] = id;
    stack.push(cell);
  };
  for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
    size++;
    const x = cell % widthCount;
    if (x > 0) visit(cell - 1);
    if (x < widthCount - 1) visit(cell + 1);
    visit(cell - widthCount);
    visit(cell + widthCount);
  }
  return size;
}

/** Rings held in a byte. */
const CLEARANCE_MAX = 255;
/** A water smaller than this share of all water cells is a pond or a pocket of the raster, not a place to sail from. */
const OPEN_WATER_RATIO_MIN = 0.01;
