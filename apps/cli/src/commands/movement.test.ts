import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { matrix, path } from './movement.ts';

const folder = mkdtempSync(join(tmpdir(), 'anlan-movement-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TRUCK = { id: 'foam', name: '泡沫消防车', ferry: true, personCount: 0, road: { id: 'heavy', kind: 'heavy-truck', speedMpsMax: 25, massKg: 30_000, heightM: 3.8, lengthM: 11, hazmat: false } };
const BASE = { departAt: '2026-11-24T08:00:00+08:00', profile: TRUCK, from: { nodeId: 'dinghai' }, to: { nodeId: 'gaoting' } };
const windOf = (windSpeedMps: number) => [{ at: '2026-11-24T00:00:00Z', windSpeedMps, waveHeightM: 1, visibilityM: 8000 }];

interface Printed {
  readonly reachable?: boolean;
  readonly departAt?: string;
  readonly legs?: readonly { readonly kind: string; readonly departAt: string }[];
  readonly reason?: readonly { readonly code: string }[];
  readonly assumed?: readonly { readonly code: string; readonly params: unknown }[];
  readonly rows?: readonly { readonly to: readonly { readonly reachable: boolean; readonly reason: readonly unknown[] }[] }[];
  readonly required?: readonly string[];
}

async function printed(command: typeof path, given: object | undefined): Promise<Printed> {
  const input = join(folder, 'case.json');
  writeFileSync(input, JSON.stringify(given ?? {}));
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    await command({ input, schema: given === undefined });
  } finally {
    write.mockRestore();
  }
  return JSON.parse(lines.join('')) as Printed;
}

describe('anlan movement', () => {
  it('path: by bridge, by ferry, and blocked with both reasons', async () => {
    expect((await printed(path, { ...BASE, weather: windOf(6) })).legs?.map(({ kind }) => kind)).toEqual(['road']);
    const ferry = await printed(path, { ...BASE, weather: windOf(15) });
    expect(ferry.legs?.map(({ kind }) => kind)).toEqual(['road', 'ferry', 'road']);
    expect(ferry.legs?.[0]?.departAt).toBe('2026-11-24T00:00:00.000Z');
    const blocked = await printed(path, { ...BASE, weather: windOf(26) });
    expect(blocked.reachable).toBe(false);
    expect(blocked.reason?.map(({ code }) => code)).toEqual(expect.arrayContaining(['MOVEMENT_BRIDGE_WIND_CLOSED', 'MOVEMENT_FERRY_WIND']));
  });

  it('matrix: infeasible pairs are explicit, with a reason', async () => {
    const { rows } = await printed(matrix, { ...BASE, from: [{ nodeId: 'dinghai' }, { nodeId: 'liuheng-town' }], to: [{ nodeId: 'gaoting' }, { id: 'sea', position: [122.3, 30.1], onWater: true }] });
    expect(rows?.map(({ to }) => to.map(({ reachable }) => reachable))).toEqual([[true, false], [true, false]]);
    expect(rows?.[0]?.to[1]?.reason).toHaveLength(1);
  });

  it('path: by road to the quay where a vessel waits and on by sea, with depth and tide named as indicative', async () => {
    const carrier = { vessel: { id: 'work-boat', speedMps: 7, draughtM: 2, windSpeedMpsMax: 17.2 }, loadS: 1200, dischargeS: 900, carriesVehicle: false };
    const answer = await printed(path, { ...BASE, profile: { ...TRUCK, carrier }, from: { nodeId: 'lincheng' }, to: { id: 'spill', name: '溢油点', position: [122.158, 29.93], onWater: true }, vesselsAt: ['quay-aoshan'], weather: windOf(8) });
    expect(answer.legs?.map(({ kind }) => kind)).toEqual(['road', 'sea']);
    expect(answer.assumed?.map(({ code }) => code)).toEqual(expect.arrayContaining(['MOVEMENT_ASSUMED_DEPTH_INDICATIVE', 'MOVEMENT_ASSUMED_TIDE_INDICATIVE', 'MOVEMENT_ASSUMED_SEA_SAMPLE']));
  });

  it('takes an extract in place of the roads of the region, and says what could not be read', async () => {
    const xml = '<osm><node id="1" lon="122.1" lat="30.02"/><node id="2" lon="122.2" lat="30.02"/><way id="7"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="maxspeed" v="?"/></way></osm>';
    const roadsFile = join(folder, 'roads.osm');
    writeFileSync(roadsFile, xml);
    const answer = await printed(path, { ...BASE, roadsFile, from: { nodeId: '1' }, to: { nodeId: '2' } });
    expect(answer).toMatchObject({ reachable: true, legs: [{ kind: 'road' }] });
    expect(answer.assumed).toContainEqual({ code: 'CLI_ASSUMED_ROAD_EXTRACT', params: { file: roadsFile, linkCount: 1, junkCount: 1 } });
    expect(answer.assumed?.map(({ code }) => code)).toContain('MOVEMENT_ASSUMED_CLASS_SPEED');
  });

  it('prints its schema, and refuses what is missing or wrong', async () => {
    expect((await printed(path, undefined)).required).toEqual(['departAt', 'profile', 'from', 'to']);
    await expect(printed(path, { ...BASE, profile: undefined })).rejects.toMatchObject({ code: 'CLI_OPTION_INVALID' });
    await expect(printed(path, { ...BASE, to: { nodeId: 'nowhere' } })).rejects.toMatchObject({ code: 'CLI_OPTION_INVALID', params: { value: 'nowhere' } });
    await expect(printed(path, { ...BASE, departAt: '2026-11-24 08:00' })).rejects.toMatchObject({ code: 'KERNEL_INSTANT_UNREADABLE' });
    await expect(printed(path, { ...BASE, roadsFile: join(folder, 'none.osm') })).rejects.toMatchObject({ code: 'CLI_FILE_UNREADABLE' });
  });
});
