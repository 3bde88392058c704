import { describe, it, expect } from 'vitest';
import type { LonLat } from '@anlan/kernel';
import { addS, bboxContains, distanceM, instant, radToDeg, sha256HexOfBytes } from '@anlan/kernel';
import { clockRatioAt, createTidePredictor, createWaterGrid, divergenceRatio } from '@anlan/tide';
import { currentAssumptions, currentFieldFor, loadCurrent } from './current.ts';
import { readBytes } from './files.ts';
import { loadLand } from './land.ts';

const stored = loadCurrent();
const { grid } = stored.header;
const AT = instant('2026-11-25T04:00:00Z');
const made = currentFieldFor(AT);
const field = made.ok ? made.value : undefined;
const pattern = field?.patterns[0];
const BERTH: LonLat = [122.158, 29.943];

describe('indicative current of the Zhoushan pack', () => {
  it('is the file that its header names', () => {
    expect(sha256HexOfBytes(readBytes('current/current.bin'))).toBe(stored.header.sha256);
    expect(readBytes('current/current.bin').length).toBeLessThan(2_000_000);
  });

  it('sends nothing into land: every face that the coast closes has no discharge', () => {
    const water = createWaterGrid(grid, loadLand(), 8);
    expect(water.ok).toBe(true);
    if (!water.ok) return;
    const { eastFaceRatio, northFaceRatio } = stored.discharge;
    expect(eastFaceRatio.filter((q, i) => q !== 0 && water.value.eastFaceRatio[i] === 0)).toHaveLength(0);
    expect(northFaceRatio.filter((q, i) => q !== 0 && water.value.northFaceRatio[i] === 0)).toHaveLength(0);
    expect(pattern?.eastMps.filter((v, i) => v !== 0 && water.value.openRatio[i] === 0)).toHaveLength(0);
  });

  it('loses and makes no water in any cell: divergence is only the rounding of the stored numbers', () => {
    const worst = divergenceRatio(grid, stored.discharge).reduce((most, d) => Math.max(most, Math.abs(d)), 0);
    expect(worst).toBeLessThan(5e-4);
    expect(worst).toBeGreaterThan(0);
  });

  it('runs 290/110 within 25° off Aoshan, at 1.2 m/s at mean springs (D1)', () => {
    const near = cellsWithin(BERTH, 3000).filter((i) => stored.openRatio[i]! > 0.99);
    const [east, north] = [mean(near.map((i) => pattern!.eastMps[i]!)), mean(near.map((i) => pattern!.northMps[i]!))];
    expect(Math.abs(toDegTrue(east, north) - 290)).toBeLessThan(25);
    const speeds = cellsWithin(BERTH, 1500).filter((i) => stored.openRatio[i]! > 0.99).map(speedMps);
    expect(mean(speeds)).toBeGreaterThan(1.15);
    expect(mean(speeds)).toBeLessThan(1.25);
    expect(field?.waterMask[cellAt(BERTH)]).toBe(1);
  });

  it('keeps the speeds of the port at mean springs: half the cells 0.77 to 1.54 m/s, none above 2.06', () => {
    const wet = [...(field?.waterMask ?? [])].flatMap((isWater, i) => (isWater === 1 && bboxContains(stored.header.trustedBboxDeg, centreOf(i)) ? speedMps(i) : []));
    const sorted = Float64Array.from(wet).sort();
    expect(sorted[Math.floor(sorted.length / 4)]).toBeGreaterThan(0.77);
    expect(sorted[Math.floor((3 * sorted.length) / 4)]).toBeLessThan(1.54);
    expect(sorted.at(-1)).toBeLessThanOrEqual(2.06);
    expect(stored.header.statistics['cappedCellCount']).toBe(0);
  });

  it('leaves the narrow channels open', () => {
    const channels: LonLat[] = [[121.9198, 30.0634], [121.9585, 30.1], [122.1, 29.922], [122.15, 29.969], [122.32, 29.941], [122.3, 29.757], [121.965, 30.078]];
    expect(channels.map((at) => speedMps(cellAt(at)) > 0.5)).toEqual(channels.map(() => true));
  });

  it('D1: water at the berth 1.2 h after high water starts to ebb and travels 12 to 17 km towards 110°', () => {
    const clock = pattern?.constituents ?? [];
    const highWaterAt = instant('2026-11-25T02:51:00Z');
    const ebbHours = [1.2, 2, 3, 4, 5, 6, 6.8].map((h) => clockRatioAt(clock, AT, addS(highWaterAt, h * 3600)));
    expect(ebbHours.every((ratio) => ratio < 0)).toBe(true);
    const [reachM, toDeg] = farthestDrift(addS(highWaterAt, 1.2 * 3600));
    expect(reachM).toBeGreaterThan(12_000);
    expect(reachM).toBeLessThan(17_000);
    expect(Math.abs(toDeg - 110)).toBeLessThan(25);
  });

  it('says that it is indicative, in both languages, and names what it assumes', () => {
    expect(field).toMatchObject({ kind: 'harmonic', indicative: true });
    expect(field?.sourceText.zh).toContain('示意');
    expect(field?.sourceText.en).toContain('Indicative');
    expect(currentAssumptions().map(({ code }) => code)).toContain('ZHOUSHAN_CURRENT_SLACK_LAG');
  });

  it("takes the user's own constants, and refuses them when springs cannot be told", () => {
    const own = createTidePredictor([{ name: 'M2', amplitudeM: 1.2, phaseLagDeg: 66 }, { name: 'S2', amplitudeM: 0.5, phaseLagDeg: 101 }]);
    expect(own.ok && currentFieldFor(AT, own.value).ok).toBe(true);
    const diurnal = createTidePredictor([{ name: 'K1', amplitudeM: 0.3, phaseLagDeg: 0 }]);
    expect(diurnal.ok && currentFieldFor(AT, diurnal.value)).toMatchObject({ ok: false, refusal: { code: 'TIDE_SPRINGS_UNDEFINED' } });
  });
});

function centreOf(i: number): LonLat {
  const row = Math.floor(i / grid.columnCount);
  return [grid.westDeg + (i - row * grid.columnCount) * grid.stepLonDeg, grid.southDeg + row * grid.stepLatDeg];
}

function cellAt([lonDeg, latDeg]: LonLat): number {
  return Math.round((latDeg - grid.southDeg) / grid.stepLatDeg) * grid.columnCount + Math.round((lonDeg - grid.westDeg) / grid.stepLonDeg);
}

function cellsWithin(at: LonLat, radiusM: number): number[] {
  const reach = Math.ceil(radiusM / 380);
  const middle = cellAt(at);
  const found: number[] = [];
  for (let dr = -reach; dr <= reach; dr++) {
    for (let dc = -reach; dc <= reach; dc++) found.push(middle + dr * grid.columnCount + dc);
  }
  return found.filter((i) => distanceM(centreOf(i), at) <= radiusM);
}

function speedMps(i: number): number {
  return Math.hypot(pattern?.eastMps[i] ?? 0, pattern?.northMps[i] ?? 0);
}

/** Nearest-cell drift by steps of a minute for half a tide: how far from the berth, and whither. */
function farthestDrift(startAt: typeof AT): readonly [distanceM: number, toDegTrue: number] {
  let [at, best, bearing]: [LonLat, number, number] = [BERTH, 0, 0];
  for (let s = 0; s < 6.3 * 3600; s += 60) {
    const ratio = clockRatioAt(pattern?.constituents ?? [], AT, addS(startAt, s));
    const i = cellAt(at);
    at = [at[0] + (ratio * pattern!.eastMps[i]! * 60) / 96_500, at[1] + (ratio * pattern!.northMps[i]! * 60) / 110_850];
    const reachM = distanceM(BERTH, at);
    if (reachM > best) [best, bearing] = [reachM, toDegTrue((at[0] - BERTH[0]) * 0.87, at[1] - BERTH[1])];
  }
  return [best, bearing];
}

function toDegTrue(east: number, north: number): number {
  return (radToDeg(Math.atan2(east, north)) + 360) % 360;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}
