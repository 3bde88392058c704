// The indicative tidal current of the pack. data/current/current.bin holds, little-endian: Int16
// discharge through the east faces ((columns+1) × rows), then the north faces (columns × (rows+1)),
// in quanta of `quantumRatio` of the free flow; then one byte a cell, 0 = not water, else open share × 255.
// Faces and not centres are stored so that a test can prove: nothing enters land, nothing is lost.

import type { BboxDeg, Instant, Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import type { FaceDischarge, GridGeometry, HarmonicCurrentField, RegimeDepth, TidePredictor } from '@anlan/tide';
import { centreDischarge, currentClock, regimeSpeedRatio } from '@anlan/tide';
import { readBytes, readJson, unreadable } from './files.ts';
import { tidePredictor } from './tide.ts';

export interface CurrentHeader {
  readonly format: 'anlan-current-1';
  readonly indicative: true;
  readonly grid: GridGeometry;
  readonly quantumRatio: number;
  readonly floodToDegTrue: number;
  /** Speed of the undisturbed flow at mean springs: the scale of everything. */
  readonly freeFlowMps: number;
  readonly depth: RegimeDepth;
  readonly slackLagS: number;
  /** Share of the constituents beside M2, and the steady part: see `ClockSettings`. */
  readonly lesserShareRatio: number;
  readonly residualRatio: number;
  /** Fairways that were given a depth, as a guess. */
  readonly troughs: readonly { readonly id: string; readonly depthM: number; readonly indicative: true }[];
  /** No cell is faster than this at mean springs; how many were cut stands in `statistics`. */
  readonly speedMpsMax: number;
  /** Inside, the rim's imposed slope no longer decides the flow. */
  readonly trustedBboxDeg: BboxDeg;
  readonly calibration: { readonly position: readonly [number, number]; readonly radiusM: number; readonly speedMps: number };
  readonly statistics: Readonly<Record<string, number>>;
  readonly sha256: string;
}

export interface StoredCurrent {
  readonly header: CurrentHeader;
  readonly discharge: FaceDischarge;
  /** Share of each cell that is water; 0 off the mask. */
  readonly openRatio: Float32Array;
}

/** Quantum of the stored discharge, in units of the free flow: Int16 then reaches ±6.5. */
export const DISCHARGE_QUANTUM_RATIO = 0.0002;

export function loadCurrentHeader(): CurrentHeader {
  return readJson<CurrentHeader>('current/current.json');
}

/** Throws ZHOUSHAN_DATA_UNREADABLE when a file is missing or has another size than its header says. */
export function loadCurrent(): StoredCurrent {
  const header = loadCurrentHeader();
  const bytes = readBytes('current/current.bin');
  const { columnCount, rowCount } = header.grid;
  const [eastCount, northCount, cellCount] = [(columnCount + 1) * rowCount, columnCount * (rowCount + 1), columnCount * rowCount];
  const expectedBytes = 2 * (eastCount + northCount) + cellCount;
  if (bytes.length !== expectedBytes) throw unreadable('current/current.bin', new Error(`${bytes.length} bytes, not ${expectedBytes}`));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const faces = (from: number, count: number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => view.getInt16(2 * (from + i), true) * header.quantumRatio);
  const shares = bytes.subarray(2 * (eastCount + northCount));
  return {
    header,
    discharge: { waterMask: Uint8Array.from(shares, (share) => (share > 0 ? 1 : 0)), eastFaceRatio: faces(0, eastCount), northFaceRatio: faces(eastCount, northCount) },
    openRatio: Float32Array.from(shares, (share) => share / 255),
  };
}

/**
 * The field for a run near `at`: nodal factors of that instant are inside, good for some days either
 * side. Other tide constants than the pack's own may be given; they refuse when M2 or S2 is missing.
 */
export function currentFieldFor(at: Instant, predictor: TidePredictor = tidePredictor('zhoushan-indicative')): Result<HarmonicCurrentField> {
  const { header, pattern, waterMask } = springPattern();
  const clock = currentClock(predictor, at, header);
  if (!clock.ok) return clock;
  return ok({
    kind: 'harmonic',
    grid: header.grid,
    patterns: [{ ...pattern, constituents: clock.value }],
    epochAt: at,
    waterMask,
    indicative: true,
    sourceText: CURRENT_SOURCE_TEXT,
  });
}

/** Named assumptions behind the field; each code has its sentence in both languages. */
export function currentAssumptions(): readonly { readonly code: string; readonly params: Readonly<Record<string, number>> }[] {
  const { header } = springPattern();
  return [
    { code: 'ZHOUSHAN_CURRENT_INDICATIVE', params: { speedMps: header.calibration.speedMps } },
    { code: 'ZHOUSHAN_CURRENT_NO_DEPTHS', params: { referenceM: header.depth.referenceM } },
    { code: 'ZHOUSHAN_CURRENT_SLACK_LAG', params: { minutes: Math.round(header.slackLagS / 60) } },
    { code: 'ZHOUSHAN_CURRENT_ASYMMETRY', params: { residualRatio: header.residualRatio } },
    { code: 'ZHOUSHAN_TIDE_INDICATIVE', params: {} },
  ];
}

export const CURRENT_SOURCE_TEXT = {
  zh: '示意潮流：无水深，沿水道稳态求解，按港口公开流速标定；仅供演示，待载入实测或业务化潮流',
  en: 'Indicative tidal current: no depths, steady solution along the channels, scaled to published speeds of the port; until measured or operational currents are loaded',
} as const;

interface SpringPattern {
  readonly header: CurrentHeader;
  readonly pattern: { readonly eastMps: Float32Array; readonly northMps: Float32Array };
  readonly waterMask: Uint8Array;
}

let cached: SpringPattern | undefined;

/** Velocity at mean springs on the flood; read and computed once. */
function springPattern(): SpringPattern {
  cached ??= computeSpringPattern(loadCurrent());
  return cached;
}

function computeSpringPattern({ header, discharge, openRatio }: StoredCurrent): SpringPattern {
  const { eastRatio, northRatio } = centreDischarge(header.grid, openRatio, discharge);
  const eastMps = new Float32Array(eastRatio.length);
  const northMps = new Float32Array(eastRatio.length);
  for (let i = 0; i < eastRatio.length; i++) {
    const magnitude = Math.hypot(eastRatio[i]!, northRatio[i]!);
    if (magnitude === 0) continue;
    const speedMps = Math.min(header.speedMpsMax, regimeSpeedRatio(magnitude, header.depth) * header.freeFlowMps);
    eastMps[i] = (eastRatio[i]! / magnitude) * speedMps;
    northMps[i] = (northRatio[i]! / magnitude) * speedMps;
  }
  return { header, pattern: { eastMps, northMps }, waterMask: discharge.waterMask };
}
