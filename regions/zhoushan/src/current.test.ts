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
const MAIN_CHANNELS: readonly (readonly [name: string, at: LonLat])[] = [
  ['the Aoshan berth', BERTH], ['Luotou, west', [122.05, 29.922]], ['Luotou, east', [122.15, 29.912]], ['Hengshuiyang', [121.985, 29.985]],
  ['Jintang', [121.88, 29.957]], ['Xihoumen', [121.9198, 30.0634]], ['Xiazhimen', [122.305, 29.757]],
];
/** 2030 has mean nodal factors. */
const meanTide = tideFigures(instant('2030-07-01T00:00:00Z'));

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

  it('runs 290/110 within 25° off Aoshan, the ebb at 1.2 m/s at mean springs (D1)', () => {
    const near = cellsWithin(BERTH, 3000).filter((i) => stored.openRatio[i]! > 0.99);
    const [east, north] = [mean(near.map((i) => pattern!.eastMps[i]!)), mean(near.map((i) => pattern!.northMps[i]!))];
    expect(Math.abs(toDegTrue(east, north) - 290)).toBeLessThan(25);
    const speeds = cellsWithin(BERTH, 1500).filter((i) => stored.openRatio[i]! > 0.99).map((i) => speedMps(i) * (1 - stored.header.residualRatio));
    expect(mean(speeds)).toBeGreaterThan(1.15);
    expect(mean(speeds)).toBeLessThan(1.25);
    expect(field?.waterMask[cellAt(BERTH)]).toBe(1);
  });

  it.each(MAIN_CHANNELS)('a mean tide runs at %s as the port reports: flood 1.03 to 1.54, ebb 0.77 to 1.08 m/s', (_, at) => {
    const here = speedMps(cellAt(at));
    expect(here * meanTide.flood).toBeGreaterThan(1.03);
    expect(here * meanTide.flood).toBeLessThan(1.54);
    expect(here * meanTide.ebb).toBeGreaterThan(0.77);
    expect(here * meanTide.ebb).toBeLessThan(1.08);
  });

  it('the flood is stronger and longer than the ebb', () => {
    expect(meanTide.flood / meanTide.ebb).toBeGreaterThan(1.15);
    expect(meanTide.flood / meanTide.ebb).toBeLessThan(1.5);
    expect(meanTide.floodShare).toBeGreaterThan(0.52);
    expect(meanTide.floodShare).toBeLessThan(0.6);
  });

  it('no tide of 18.6 years is faster than the 2.06 m/s that the port reports as its fastest', () => {
    const fastest = (field?.waterMask ?? new Uint8Array(0)).reduce((most, isWater, i) => (isWater === 1 ? Math.max(most, speedMps(i)) : most), 0);
    const highest = Math.max(...Array.from({ length: 10 }, (_, year) => tideFigures(instant(`${2026 + 2 * year}-07-01T00:00:00Z`)).highest));
    expect(fastest * highest).toBeLessThanOrEqual(2.06);
    expect(fastest * highest).toBeGreaterThan(1.8);
  });

  it('the main channels are faster than the open sea, and the open sea is no still water', () => {
    const wet = [...(field?.waterMask ?? [])].flatMap((isWater, i) => (isWater === 1 && bboxContains([122.7, 29.5, 123.2, 31], centreOf(i)) ? speedMps(i) : []));
    const openSea = mean(wet);
    expect(openSea * meanTide.flood).toBeGreaterThan(0.7);
    expect(mean(MAIN_CHANNELS.map(([, at]) => speedMps(cellAt(at)))) / openSea).toBeGreaterThan(1.15);
    expect(stored.header.troughs.every(({ indicative }) => indicative)).toBe(true);
    expect((stored.header.statistics['cappedCellCount'] ?? 1e9) / (stored.header.statistics['waterCellCount'] ?? 1)).toBeLessThan(0.02);
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

/** Peaks of the clock over the half year on either side: means, the highest, and the share of the time on the flood. */
function tideFigures(at: typeof AT): { readonly flood: number; readonly ebb: number; readonly highest: number; readonly floodShare: number } {
  const yearField = currentFieldFor(at);
  if (!yearField.ok) throw new Error(yearField.refusal.code);
  const clock = yearField.value.patterns[0]!.constituents;
  const ratios = Array.from({ length: 8760 * 3 }, (_, i) => clockRatioAt(clock, at, addS(at, (i - 4380 * 3) * 1200)));
  const peaks = ratios.filter((v, i) => Math.abs(v) > 0.05 && i > 0 && Math.abs(v) >= Math.abs(ratios[i - 1]!) && Math.abs(v) > Math.abs(ratios[i + 1] ?? 9));
  return {
    flood: mean(peaks.filter((v) => v > 0)),
    ebb: -mean(peaks.filter((v) => v < 0)),
    highest: Math.max(...peaks.map(Math.abs)),
    floodShare: ratios.filter((v) => v > 0).length / ratios.length,
  };
}

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
