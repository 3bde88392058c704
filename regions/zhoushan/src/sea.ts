// What the pack gives the sea engine of movement, structurally its own types: a rule for indicative
// depths, free heights under bridges, and tide and current as functions of time and place. All of it
// is indicative and says so; real soundings are loaded over it by the operator.

import type { EastNorthMps, Instant, LonLat, Result } from '@anlan/kernel';
import { assert, ok } from '@anlan/kernel';
import type { TidePredictor } from '@anlan/tide';
import { clockRatioAt } from '@anlan/tide';
import { currentFieldFor } from './current.ts';
import { readJson } from './files.ts';
import { loadNetworks } from './networks.ts';
import { tidePredictor } from './tide.ts';

interface BilingualName {
  readonly zh: string;
  readonly en: string;
}

export interface PackDepthRule {
  readonly source: BilingualName;
  readonly shoreDepthM: number;
  readonly slopeRatio: number;
  readonly openDepthM: number;
  readonly channels: readonly { readonly id: string; readonly depthM: number; readonly halfWidthM: number; readonly lineDeg: readonly LonLat[] }[];
  readonly berths: readonly { readonly id: string; readonly depthM: number; readonly radiusM: number; readonly position: LonLat }[];
}

export interface PackAirGap {
  readonly id: string;
  readonly name: BilingualName;
  readonly lineDeg: readonly LonLat[];
  readonly clearanceM: number;
  readonly sourceText: string;
}

/** Channels take their axis from the base map where the file gives none; quays of unknown depth get the assumed one. */
export function loadDepthRule(): PackDepthRule {
  const stored = readJson<StoredDepth>('depth/depth.json');
  const axes = linesOf('basemap/fairways.geojson');
  const channels = stored.channels.map(({ lineDeg, ...channel }) => {
    const axis = lineDeg ?? axes.get(channel.id)?.lineDeg;
    assert(axis !== undefined, `the channel ${channel.id} has an axis`);
    return { ...channel, lineDeg: axis };
  });
  const quays = loadNetworks().quays.map(({ id, position, depthM }) => ({ id, position, depthM: depthM ?? stored.quayDepthM, radiusM: stored.quayRadiusM }));
  const { source, shoreDepthM, slopeRatio, openDepthM } = stored;
  return { source, shoreDepthM, slopeRatio, openDepthM, channels, berths: [...stored.berths, ...quays] };
}

/** Bridges whose free height is known at least by hearsay. */
export function loadAirGaps(): readonly PackAirGap[] {
  const lines = linesOf('basemap/bridges.geojson');
  return readJson<StoredDepth>('depth/depth.json').airGaps.map(({ id, clearanceM, sourceText }) => {
    const line = lines.get(id);
    assert(line !== undefined, `the bridge ${id} is in the base map`);
    return { id, clearanceM, sourceText, name: line.name, lineDeg: line.lineDeg };
  });
}

/** Tide about mean sea level, the datum of the depth rule. */
export function seaTideSource(predictor: TidePredictor = tidePredictor('zhoushan-indicative')): { heightM(at: Instant): number; readonly indicative: true; readonly source: BilingualName } {
  return { heightM: (at) => predictor.heightM(at), indicative: true, source: { zh: '舟山示意潮汐', en: 'indicative tide of Zhoushan' } };
}

/** The pack's current near `at`; null outside its window and on its land. */
export function seaCurrentSource(at: Instant): Result<{ velocityAt(position: LonLat, at: Instant): EastNorthMps | null; readonly indicative: true; readonly source: BilingualName }> {
  const field = currentFieldFor(at);
  if (!field.ok) return field;
  const { grid, patterns, epochAt, waterMask } = field.value;
  let [knownAt, ratios]: [number, readonly number[]] = [Number.NaN, []];
  const velocityAt = ([lonDeg, latDeg]: LonLat, when: Instant): EastNorthMps | null => {
    const [x, y] = [Math.round((lonDeg - grid.westDeg) / grid.stepLonDeg), Math.round((latDeg - grid.southDeg) / grid.stepLatDeg)];
    if (x < 0 || y < 0 || x >= grid.columnCount || y >= grid.rowCount) return null;
    const cell = y * grid.columnCount + x;
    if (waterMask?.[cell] === 0) return null;
    if (knownAt !== when) [knownAt, ratios] = [when, patterns.map(({ constituents }) => clockRatioAt(constituents, epochAt, when))];
    let [eastMps, northMps] = [0, 0];
    patterns.forEach((pattern, i) => {
      eastMps += pattern.eastMps[cell]! * ratios[i]!;
      northMps += pattern.northMps[cell]! * ratios[i]!;
    });
    return { eastMps, northMps };
  };
  return ok({ velocityAt, indicative: true, source: { zh: '舟山示意潮流', en: 'indicative current of Zhoushan' } });
}

function linesOf(file: string): Map<string, { readonly name: BilingualName; readonly lineDeg: readonly LonLat[] }> {
  const { features } = readJson<{ readonly features: readonly LineFeature[] }>(file);
  return new Map(features.map(({ properties, geometry }) => [properties.id, { name: { zh: properties.nameZh, en: properties.nameEn }, lineDeg: geometry.coordinates }]));
}

interface LineFeature {
  readonly properties: { readonly id: string; readonly nameZh: string; readonly nameEn: string };
  readonly geometry: { readonly coordinates: readonly LonLat[] };
}

interface StoredDepth extends Omit<PackDepthRule, 'channels'> {
  readonly channels: readonly (Omit<PackDepthRule['channels'][number], 'lineDeg'> & { readonly lineDeg?: readonly LonLat[] })[];
  readonly quayDepthM: number;
  readonly quayRadiusM: number;
  readonly airGaps: readonly { readonly id: string; readonly clearanceM: number; readonly sourceText: string }[];
}
