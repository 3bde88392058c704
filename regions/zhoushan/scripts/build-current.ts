// Solves the indicative current of the pack once and stores it: `npx tsx regions/zhoushan/scripts/
// build-current.ts`. About two minutes. The land of data/land is the only input; what is assumed
// stands in PARAMETERS and goes into the header. Layout of the file: see src/current.ts.

import { mkdirSync, writeFileSync } from 'node:fs';
import type { LonLat } from '@anlan/kernel';
import { assert, distanceM, metresPerDegree, sha256HexOfBytes } from '@anlan/kernel';
import type { GridGeometry, WaterGrid } from '@anlan/tide';
import { centreDischarge, createWaterGrid, divergenceRatio, regimeSpeedRatio, solveChannelFlow } from '@anlan/tide';
import type { CurrentHeader } from '../src/current.ts';
import { DISCHARGE_QUANTUM_RATIO } from '../src/current.ts';
import { dataPath, readJson } from '../src/files.ts';
import { loadLand } from '../src/land.ts';

/** 0.004° by 0.0035°: cells of about 386 m by 388 m over the whole window of the coast. */
const GRID: GridGeometry = { westDeg: 121.002, southDeg: 29.20175, stepLonDeg: 0.004, stepLatDeg: 0.0035, columnCount: 625, rowCount: 600 };
const PARAMETERS = {
  /** Flood axis near Aoshan (Zhoushan facts, likely). */
  floodToDegTrue: 290,
  /** Most waters are 10 to 20 m deep, the deepest trough 108 m (gazetteer). */
  depth: { referenceM: 15, shallowestM: 10, deepestM: 108 },
  /** Speed of the EBB at mean springs near the Aoshan 300,000 t berth (scenario D1). */
  calibration: { position: [122.158, 29.943] as const, radiusM: 1500, speedMps: 1.2 },
  /** Quadratic drag beside M2, see `ClockSettings` of the tide package. */
  lesserShareRatio: 0.75,
  /**
   * Steady part, units of mean springs: the flood of a mean tide is then 1.27 times the ebb. Port figures
   * (mean flood 1.03-1.54, ebb 0.77-1.08 m/s, flood lasts longer): 1.39 in the middle of the bands.
   */
  residualRatio: 0.09,
  /** Turn of the current after the turn of the water level: assumption of this pack. */
  slackLagS: 3600,
  /** Fastest current reported for the port is 2.06 m/s (sure); the clock reaches 1.35 of mean springs in 18.6 years. */
  speedMpsMax: 1.5,
  /**
   * Effective depth along fairways, m, guesses of this pack (indicative): Hengshuiyang is public as the
   * deepest trough (108 m at its deepest point), Xiazhimen and Luotou carry laden 300,000 t tankers. They
   * are means over the width below, so that no channel passes the fastest current that the port reports.
   */
  troughs: [
    { id: 'hengshuiyang', depthM: 40, line: [[122.012, 29.957], [121.985, 29.985], [121.96, 30.02]] },
    { id: 'luotou-channel', depthM: 30 },
    { id: 'xiazhimen-channel', depthM: 30 },
    { id: 'jintang-channel', depthM: 26 },
    { id: 'cezi-channel', depthM: 28 },
  ] as readonly { readonly id: string; readonly depthM: number; readonly line?: readonly LonLat[] }[],
  /** Half-width of a trough, m: its extra depth falls as a bell with this length. */
  troughHalfWidthM: 1200,
  /** Beyond this distance from the rim the rim's uniform slope no longer decides. */
  rimM: 25_000,
};

const water = createWaterGrid(GRID, loadLand(), 8);
assert(water.ok, 'the grid is valid');
const flow = solveChannelFlow(water.value, { driveToDegTrue: PARAMETERS.floodToDegTrue, sweepCountMax: 60, depthRatio: troughDepthRatio() });
assert(flow.ok, `the flow converges: ${JSON.stringify(flow)}`);
const stored = {
  waterMask: flow.value.waterMask,
  eastFaceRatio: quantise(flow.value.eastFaceRatio),
  northFaceRatio: quantise(flow.value.northFaceRatio),
};
const { eastRatio, northRatio } = centreDischarge(GRID, water.value.openRatio, stored);
const speedRatio = Float64Array.from(eastRatio, (east, i) => regimeSpeedRatio(Math.hypot(east, northRatio[i]!), PARAMETERS.depth));
const freeFlowMps = PARAMETERS.calibration.speedMps / (1 - PARAMETERS.residualRatio) / calibrationMean(speedRatio);
const cappedCount = speedRatio.reduce((count, ratio) => count + (ratio * freeFlowMps > PARAMETERS.speedMpsMax ? 1 : 0), 0);

const bytes = encode(water.value, stored);
const header: CurrentHeader = {
  format: 'anlan-current-1',
  indicative: true,
  grid: GRID,
  quantumRatio: DISCHARGE_QUANTUM_RATIO,
  floodToDegTrue: PARAMETERS.floodToDegTrue,
  freeFlowMps: Number(freeFlowMps.toFixed(5)),
  depth: PARAMETERS.depth,
  slackLagS: PARAMETERS.slackLagS,
  lesserShareRatio: PARAMETERS.lesserShareRatio,
  residualRatio: PARAMETERS.residualRatio,
  troughs: PARAMETERS.troughs.map(({ id, depthM }) => ({ id, depthM, indicative: true })),
  speedMpsMax: PARAMETERS.speedMpsMax,
  trustedBboxDeg: [121.27, 29.43, 123.24, 31.07],
  calibration: PARAMETERS.calibration,
  statistics: {
    waterCellCount: speedRatio.reduce((count, _, i) => count + stored.waterMask[i]!, 0),
    cappedCellCount: cappedCount,
    speedMpsP50: quantileMps(0.5),
    speedMpsP95: quantileMps(0.95),
    speedMpsP999: quantileMps(0.999),
    speedMpsMax: quantileMps(1),
    divergenceRatioMax: Number(divergenceRatio(GRID, stored).reduce((worst, d) => Math.max(worst, Math.abs(d)), 0).toExponential(2)),
    sweepCount: flow.value.sweepCount,
  },
  sha256: sha256HexOfBytes(bytes),
};
mkdirSync(dataPath('current'), { recursive: true });
writeFileSync(dataPath('current/current.bin'), bytes);
writeFileSync(dataPath('current/current.json'), `${JSON.stringify(header, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(header.statistics)}\nfree flow ${header.freeFlowMps} m/s, ${bytes.length} bytes\n`);

/** Depth of each cell in units of the reference: 1, and a bell across each trough. */
function troughDepthRatio(): Float64Array {
  const fairways = readJson<{ readonly features: readonly Fairway[] }>('basemap/fairways.geojson').features;
  const ratio = new Float64Array(GRID.columnCount * GRID.rowCount).fill(1);
  for (const { id, depthM, line } of PARAMETERS.troughs) {
    const axis = line ?? fairways.find(({ properties }) => properties.id === id)?.geometry.coordinates;
    assert(axis !== undefined, `the fairway ${id} is in the base map`);
    const peak = depthM / PARAMETERS.depth.referenceM;
    for (let i = 0; i < ratio.length; i++) {
      const row = Math.floor(i / GRID.columnCount);
      const at = [GRID.westDeg + (i - row * GRID.columnCount) * GRID.stepLonDeg, GRID.southDeg + row * GRID.stepLatDeg] as const;
      const share = offAxisM(at, axis) / PARAMETERS.troughHalfWidthM;
      if (share < 4) ratio[i] = Math.max(ratio[i]!, 1 + (peak - 1) * Math.exp(-share * share));
    }
  }
  return ratio;
}

/** Distance from a polyline, m, on a plane: within a few kilometres. */
function offAxisM([lonDeg, latDeg]: LonLat, axis: readonly LonLat[]): number {
  const { lonM, latM } = metresPerDegree(latDeg);
  let nearestM = Infinity;
  for (let k = 0; k < axis.length - 1; k++) {
    const [ax, ay] = [(axis[k]![0] - lonDeg) * lonM, (axis[k]![1] - latDeg) * latM];
    const [ex, ey] = [(axis[k + 1]![0] - axis[k]![0]) * lonM, (axis[k + 1]![1] - axis[k]![1]) * latM];
    const share = Math.min(1, Math.max(0, -(ax * ex + ay * ey) / (ex * ex + ey * ey)));
    nearestM = Math.min(nearestM, Math.hypot(ax + share * ex, ay + share * ey));
  }
  return nearestM;
}

interface Fairway {
  readonly properties: { readonly id: string };
  readonly geometry: { readonly coordinates: readonly LonLat[] };
}

/** Whole quanta, so that the stored flow is the flow that was checked. */
function quantise(values: Float64Array): Float64Array {
  return values.map((value) => Math.round(value / DISCHARGE_QUANTUM_RATIO) * DISCHARGE_QUANTUM_RATIO);
}

function calibrationMean(ratios: Float64Array): number {
  const { position, radiusM } = PARAMETERS.calibration;
  let [sum, count] = [0, 0];
  for (let i = 0; i < ratios.length; i++) {
    const row = Math.floor(i / GRID.columnCount);
    const at = [GRID.westDeg + (i - row * GRID.columnCount) * GRID.stepLonDeg, GRID.southDeg + row * GRID.stepLatDeg] as const;
    const isNear = Math.abs(at[1] - position[1]) < 0.05 && Math.abs(at[0] - position[0]) < 0.05;
    if (!isNear || water.ok === false || water.value.openRatio[i]! < 1 || distanceM(at, position) > radiusM) continue;
    sum += ratios[i]!;
    count++;
  }
  return sum / count;
}

function quantileMps(share: number): number {
  const wet = speedRatio.filter((_, i) => stored.waterMask[i] === 1).sort();
  return Number((freeFlowMps * wet[Math.min(wet.length - 1, Math.floor(share * wet.length))]!).toFixed(3));
}

function encode({ openRatio }: WaterGrid, { waterMask, eastFaceRatio, northFaceRatio }: typeof stored): Uint8Array {
  const faceBytes = 2 * (eastFaceRatio.length + northFaceRatio.length);
  const out = new Uint8Array(faceBytes + openRatio.length);
  const view = new DataView(out.buffer);
  assert([...eastFaceRatio, ...northFaceRatio].every((value) => Math.abs(value / DISCHARGE_QUANTUM_RATIO) <= 32_767), 'the discharge fits into Int16');
  [...eastFaceRatio, ...northFaceRatio].forEach((value, i) => view.setInt16(2 * i, Math.round(value / DISCHARGE_QUANTUM_RATIO), true));
  openRatio.forEach((share, i) => { out[faceBytes + i] = waterMask[i] === 0 ? 0 : Math.max(1, Math.round(share * 255)); });
  return out;
}
