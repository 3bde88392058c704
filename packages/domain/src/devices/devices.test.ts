import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { instant, ok } from '@anlan/kernel';
import { createTestMemory } from '../log/memory-for-tests.ts';
import type { Actor, Context } from '../log/index.ts';
import { decideNewDevice, deviceFold, handleCreateDevice, handleRevokeDevice, handleSeedDevice, isBoundTo } from './index.ts';
import type { DeviceBody, DeviceDeps } from './index.ts';

const now = instant('2026-11-25T04:00:00Z');
const system: Actor = { kind: 'system', id: 'anlan', name: '安澜', roles: [], organisationId: '' };
const device: Actor = { kind: 'device', id: 'gauge', name: 'gauge', roles: [], organisationId: '' };
const by = (actor: Actor): Context => ({ realm: 'real', actor, now });
const given = { id: 'gauge', displayName: { zh: '潮位仪', en: 'Tide gauge' }, sensorIds: ['tide-1'], sensorIdPrefix: null, demonstration: false };

function create() {
  const memory = createTestMemory([deviceFold, { kind: 'record', apply: (_body, event) => event.payload }]);
  const hashes = new Map<string, string>();
  const deps: DeviceDeps = {
    ...memory,
    deviceTokens: {
      setTokenHash: (id, hash) => Promise.resolve(void hashes.set(id, hash)),
      findDeviceId: (hash) => Promise.resolve([...hashes].find(([, known]) => known === hash)?.[0]),
      removeToken: (id) => Promise.resolve(void hashes.delete(id)),
    },
  };
  const sensors = memory.log.append({
    realm: 'real', recordedAt: now,
    appends: ['tide-1', 'tide-2'].map((id) => ({ stream: `record:sensors/${id}` as const, expectedVersion: 0, events: [{ type: 'record.created', payload: {}, happenedAt: now, actor: system, basis: [] }] })),
  });
  return { deps, hashes, events: memory.events, sensors };
}

describe('a device', () => {
  it('S-451: no device makes a device; an id is given once; revoking forgets the token, and again changes nothing', async () => {
    const { deps, hashes, events, sensors } = create();
    await sensors;
    expect(await handleCreateDevice(deps, { ...given, tokenHash: 'h' }, by(device))).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
    const made = await Promise.all(['h1', 'h2'].map((tokenHash) => handleCreateDevice(deps, { ...given, tokenHash }, by(system))));
    expect(made.map((result) => (result.ok ? 'made' : result.refusal.code)).sort()).toEqual(['DEVICE_ID_TAKEN', 'made']);
    expect(JSON.stringify(events)).not.toMatch(/"h[12]"/);
    expect(await handleRevokeDevice(deps, { id: 'gauge', reason: 'lost' }, by(system))).toEqual(ok({ id: 'gauge' }));
    const count = events.length;
    expect(await handleRevokeDevice(deps, { id: 'gauge', reason: 'lost' }, by(system))).toEqual(ok({ id: 'gauge' }));
    expect([hashes.size, events.length]).toEqual([0, count]);
    expect(await handleCreateDevice(deps, { ...given, tokenHash: 'h3' }, by(system))).toMatchObject({ refusal: { code: 'DEVICE_ID_TAKEN' } });
  });

  it('is refused without a binding, with a sensor that nobody knows, with a prefix that reaches nearly everything', async () => {
    const { deps, sensors } = create();
    await sensors;
    const codeOf = async (change: Partial<typeof given> | { sensorIdPrefix: string; sensorIds: string[] }) => {
      const result = await handleCreateDevice(deps, { ...given, ...change, tokenHash: 'h' }, by(system));
      return result.ok ? 'made' : result.refusal.code;
    };
    expect(await codeOf({ sensorIds: [] })).toBe('DEVICE_BINDING_MISSING');
    expect(await codeOf({ sensorIds: [], sensorIdPrefix: '' })).toBe('DEVICE_BINDING_MISSING');
    expect(await codeOf({ sensorIds: ['tide-9'] })).toBe('DEVICE_SENSOR_UNKNOWN');
    expect(await codeOf({ id: 'a:b' })).toBe('DEVICE_ID_UNREADABLE');
    expect(await codeOf({ displayName: { zh: '', en: 'x' } })).toBe('DEVICE_NAME_MISSING');
    expect(await codeOf({ sensorIds: [], sensorIdPrefix: 'tide-' })).toBe('made');
  });

  it('writes exactly what is named and what begins with its prefix', () => {
    fc.assert(fc.property(fc.array(fc.string()), fc.option(fc.string({ minLength: 3 })), fc.string(), (sensorIds, sensorIdPrefix, sensorId) => {
      const expected = sensorIds.some((one) => one === sensorId) || (sensorIdPrefix !== null && sensorId.slice(0, sensorIdPrefix.length) === sensorIdPrefix);
      expect(isBoundTo({ sensorIds, sensorIdPrefix }, sensorId)).toBe(expected);
    }));
    expect(isBoundTo({ sensorIds: ['a'], sensorIdPrefix: null }, 'ab')).toBe(false);
  });

  it('counts its readings under a source of its own', () => {
    const decided = decideNewDevice(given, () => true);
    expect(decided).toMatchObject({ value: { sourceId: 'device-gauge' } });
  });

  it('of the system: seeded again it gets a new token, a new binding only when the sensors changed, and stays revoked', async () => {
    const { deps, hashes, events, sensors } = create();
    await sensors;
    await handleSeedDevice(deps, { ...given, tokenHash: 'h1' }, by(system));
    const count = events.length;
    await handleSeedDevice(deps, { ...given, tokenHash: 'h2' }, by(system));
    expect([events.length, hashes.get('gauge')]).toEqual([count, 'h2']);
    await handleSeedDevice(deps, { ...given, sensorIds: ['tide-1', 'tide-2'], tokenHash: 'h3' }, by(system));
    expect((await deps.views.find<DeviceBody>('real', 'device', 'gauge'))?.body.sensorIds).toEqual(['tide-1', 'tide-2']);
    await handleRevokeDevice(deps, { id: 'gauge', reason: 'quiet' }, by(system));
    expect(await handleSeedDevice(deps, { ...given, tokenHash: 'h4' }, by(system))).toMatchObject({ refusal: { code: 'DEVICE_REVOKED' } });
    expect(hashes.size).toBe(0);
  });
});
