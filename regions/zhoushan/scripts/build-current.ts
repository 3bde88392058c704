// Solves the indicative current of the pack once and stores it: `npx tsx regions/zhoushan/scripts/
// build-current.ts`. About two minutes. The land of data/land is the only input; what is assumed
// stands in PARAMETERS and goes into the header. Layout of the file: see src/current.ts.

import { mkdirSync, writeFileSync } from 'node:fs';
import { assert, distanceM, sha256HexOfBytes } from '@anlan/kernel';
import type { GridGeometry, WaterGrid } from '@anlan/tide';
import { centreDischarge, createWaterGrid, divergenceRatio, regimeSpeedRatio, solveChannelFlow } from '@anlan/tide';
import type { CurrentHeader } from '../src/current.ts';
import { DISCHARGE_QUANTUM_RATIO } from '../src/current.ts';
import { dataPath } from '../src/files.ts';
import { loadLand } from '../src/land.ts';

/** 0.004° by 0.0035°: cells of about 386 m by 388 m over the whole window of the coast. */
const GRID: GridGeometry = { westDeg: 121.002, southDeg: 29.20175, stepLonDeg: 0.004, stepLatDeg: 0.0035, columnCount: 625, rowCount: 600 };
const PARAMETERS = {
  /** Flood axis near Aoshan (Zhoushan facts, likely). */
  floodToDegTrue: 290,
  /** Most waters are 10 to 20 m deep, the deepest trough 108 m (gazetteer). */
  depth: { referenceM: 15, shallowestM: 10, deepestM: 108 },
  /** Speed at mean springs near the Aoshan 300,000 t berth (scenario D1). */
  calibration: { position: [122.158, 29.943] as const, radiusM: 1500, speedMps: 1.2 },
  /** Turn of the current after the turn of the water level: assumption of this pack. */
  slackLagS: 3600,
  /** Fastest current reported for the port (sure). */
  speedMpsMax: 2.06,
  /** Beyond this distance from the rim the rim's uniform slope no longer decides. */
  rimM: 25_000,
};

const water = createWaterGrid(GRID, loadLand(), 8);
assert(water.ok, 'the grid is valid');
const flow = solveChannelFlow(water.value, { driveToDegTrue: PARAMETERS.floodToDegTrue, sweepCountMax: 40 });
assert(flow.ok, `the flow converges: ${JSON.stringify(flow)}`);
const stored = {
  waterMask: flow.value.waterMask,
  eastFaceRatio: quantise(flow.value.eastFaceRatio),
  northFaceRatio: quantise(flow.value.northFaceRatio),
};
const { eastRatio, northRatio } = centreDischarge(GRID, water.value.openRatio, stored);
const speedRatio = Float64Array.from(eastRatio, (east, i) => regimeSpeedRatio(Math.hypot(east, northRatio[i]!), PARAMETERS.depth));
const freeFlowMps = PARAMETERS.calibration.speedMps / calibrationMean(speedRatio);
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
  [...eastFaceRatio, ...northFaceRatio].forEach((value, i) => view.setInt16(2 * i, Math.round(value / DISCHARGE_QUANTUM_RATIO), true));
  openRatio.forEach((share, i) => { out[faceBytes + i] = waterMask[i] === 0 ? 0 : Math.max(1, Math.round(share * 255)); });
  return out;
}
