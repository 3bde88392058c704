// An independent judge: gpsdecode of gpsd must read the same from the same sentences.
import type { VesselState } from '@anlan/domain';
import { instant, mpsToKn } from '@anlan/kernel';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedPath } from '../../../../test/shared.ts';
import { createAisDecoder } from './decode-stream.ts';
import { encodeAisSentences } from './encode-sentence.ts';

const AT = instant('2026-11-23T09:39:05.000Z');

interface Judged {
  readonly type: number;
  readonly mmsi: number;
  readonly lon?: number;
  readonly lat?: number;
  readonly speed?: number | 'nan';
  readonly course?: number;
  readonly heading?: number;
  readonly shipname?: string;
  readonly name?: string;
  readonly callsign?: string;
  readonly destination?: string;
  readonly draught?: number;
  readonly shiptype?: number;
  readonly to_bow?: number;
  readonly to_stern?: number;
}

describe('gpsdecode', () => {
  it('reads the same from every single-part sentence of the real log', () => {
    const lines = readFileSync(sharedPath('data/signals/ais_sample.nmea'), 'utf8').split('\n').filter((line) => line.startsWith('!AIVDM,1,1'));
    const judged = gpsdecode(lines).filter((one) => [1, 2, 3, 18, 19, 21, 27].includes(one.type));
    const ours = lines.flatMap((line) => {
      const state = createAisDecoder({ sourceId: 'x' }).pushLine(line, AT)[0]; // One decoder per line: nothing is joined.
      return state === undefined || state.position === undefined && state.speedMps === undefined && state.name !== undefined ? [] : [state];
    }).filter((state) => state.callSign === undefined);
    expect(ours).toHaveLength(judged.length);
    expect(judged.length).toBeGreaterThan(700);
    for (const [i, one] of judged.entries()) expectSame(ours[i], one);
  });

  it('reads from our encoder what was meant', () => {
    const inputs = [
      encodeAisSentences({ typeCode: 1, mmsi: '413000123', position: [122.1, 29.95], speedMps: 6.2, courseDegTrue: 87.4, headingDegTrue: 88, navigationStatusCode: 0 }),
      encodeAisSentences({ typeCode: 5, mmsi: '413000123', name: 'ZHE ZHOU YOU 17', callSign: 'BQ12', shipTypeCode: 80, lengthM: 183, beamM: 32, draughtM: 10.4, destination: 'AOSHAN' }),
      encodeAisSentences({ typeCode: 18, mmsi: '412000777', position: [-122.3, -30.01], speedMps: 2, courseDegTrue: 12.3 }),
      encodeAisSentences({ typeCode: 21, mmsi: '994131001', name: 'XIAZHIMEN LIGHTBOAT', position: [122.4, 29.75] }),
      encodeAisSentences({ typeCode: 24, mmsi: '412000777', name: 'PU TUO JI DI 3', callSign: 'BR9', shipTypeCode: 60, lengthM: 35, beamM: 8 }),
    ];
    const judged = gpsdecode(inputs.flat());
    expect(judged.map((one) => one.type)).toEqual([1, 5, 18, 21, 24]);
    for (const [i, lines] of inputs.entries()) {
      const decoder = createAisDecoder({ sourceId: 'x' });
      const state = lines.flatMap((line) => decoder.pushLine(line, AT)).at(-1);
      const one = judged[i];
      if (one !== undefined) expectSame(state, one);
    }
  });
});

function expectSame(state: VesselState | undefined, one: Judged): void {
  expect(state?.mmsi).toBe(String(one.mmsi).padStart(9, '0'));
  if (one.lon !== undefined && one.lon < 181 && one.lat !== undefined && one.lat < 91) {
    expect(state?.position?.[0]).toBeCloseTo(one.lon, 5);
    expect(state?.position?.[1]).toBeCloseTo(one.lat, 5);
  } else expect(state?.position).toBeUndefined();
  if (typeof one.speed === 'number') expect(mpsToKn(state?.speedMps ?? NaN)).toBeCloseTo(one.speed, 6);
  if (one.course !== undefined && one.course < 360) expect(state?.courseDegTrue).toBeCloseTo(one.course, 6);
  if (one.heading !== undefined) expect(state?.headingDegTrue).toBe(one.heading === 511 ? undefined : one.heading);
  const name = one.shipname ?? one.name;
  if (name !== undefined) expect(state?.name).toBe(name);
  if (one.callsign !== undefined) expect(state?.callSign).toBe(one.callsign);
  if (one.destination !== undefined) expect(state?.destination).toBe(one.destination);
  if (one.draught !== undefined) expect(state?.draughtM).toBe(one.draught);
  if (one.shiptype !== undefined) expect(state?.shipTypeCode).toBe(one.shiptype);
  if (one.type !== 21 && one.to_bow !== undefined) expect(state?.lengthM).toBe(one.to_bow + (one.to_stern ?? 0));
}

function gpsdecode(lines: readonly string[]): Judged[] {
  const ran = spawnSync('gpsdecode', ['-j'], { input: `${lines.join('\n')}\n`, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (ran.error !== undefined) throw new Error('gpsdecode is not installed. Install it with: apt-get install -y --no-install-recommends gpsd-clients');
  return ran.stdout.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Judged);
}
