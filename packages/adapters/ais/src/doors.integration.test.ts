// Real sockets and files: TCP in and out, UDP, replay; a store that is away holds the sender back.
import type { VesselState } from '@anlan/domain';
import { AdapterError, instantFromMs } from '@anlan/kernel';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { AisDoor, AisDoorOptions } from './door.ts';
import { encodeAisSentences } from './encode-sentence.ts';
import { replayAisFile } from './replay.ts';
import { openAisTcpClient, openAisTcpServer } from './tcp.ts';
import { openAisUdpDoor } from './udp.ts';

const clock = { now: () => instantFromMs(Date.now()) };
const doors: AisDoor[] = [];
afterEach(async () => { for (const door of doors.splice(0)) await door.close(); });

function line(mmsiOffset = 0, lonDeg = 122): string {
  return `${encodeAisSentences({ typeCode: 1, mmsi: String(413_000_000 + mmsiOffset), position: [lonDeg, 30] })[0] ?? ''}\r\n`;
}

function collecting(over: Partial<AisDoorOptions> = {}): { states: VesselState[]; options: AisDoorOptions } {
  const states: VesselState[] = [];
  return { states, options: { sourceId: 'ais-test', clock, onStates: (some) => { states.push(...some); return Promise.resolve(); }, ...over } };
}

async function until(condition: () => boolean): Promise<void> {
  const deadlineMs = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > deadlineMs) throw new Error('did not come about in 10 s');
    await sleep(10);
  }
}

function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', reject);
  });
}

describe('TCP server', () => {
  it('takes several receivers, joins their ships, counts junk, and refuses more connections than allowed', async () => {
    const { states, options } = collecting();
    const door = await openAisTcpServer({ ...options, host: '127.0.0.1', port: 0, connectionLimitCount: 2 });
    doors.push(door);
    const [a, b] = [await dial(door.port), await dial(door.port)];
    a.write(`${line(1)}junk\r\n${line(2).slice(0, 10)}`);
    b.write(line(3));
    a.write(line(2).slice(10));
    await until(() => states.length === 3);
    expect(states.map((state) => state.mmsi).sort()).toEqual(['413000001', '413000002', '413000003']);
    const third = await dial(door.port);
    await new Promise((resolve) => third.once('close', resolve));
    expect(door.counts()).toMatchObject({ sourceId: 'ais-test', acceptedCount: 3, refusedCounts: { AIS_SENTENCE_MALFORMED: 1, AIS_CONNECTIONS_FULL: 1 } });
    a.destroy();
    b.destroy();
  });

  it('while the store is away nothing is lost: states wait, the sender is held back, then all arrive', async () => {
    const kept: VesselState[] = [];
    let away = true;
    const { options } = collecting({
      queueLimitCount: 100,
      onStates: (some) => {
        if (away) return Promise.reject(new AdapterError('POSTGRES_UNAVAILABLE', { retryable: true }));
        kept.push(...some);
        return Promise.resolve();
      },
    });
    const door = await openAisTcpServer({ ...options, host: '127.0.0.1', port: 0 });
    doors.push(door);
    const socket = await dial(door.port);
    const sentCount = 60_000;
    const all = Buffer.from(Array.from({ length: sentCount }, (_unused, i) => line(i % 500)).join(''));
    for (let from = 0; from < all.length; from += 65_536) socket.write(all.subarray(from, from + 65_536));
    await sleep(400);
    expect(kept).toHaveLength(0);
    expect(door.counts().acceptedCount).toBeLessThan(sentCount);
    away = false;
    await until(() => kept.length === sentCount);
    expect(door.counts()).toMatchObject({ acceptedCount: sentCount, refusedCounts: {} });
    socket.destroy();
  });

  it('a taken port is a coded failure', async () => {
    const { options } = collecting();
    const door = await openAisTcpServer({ ...options, host: '127.0.0.1', port: 0 });
    doors.push(door);
    await expect(openAisTcpServer({ ...options, host: '127.0.0.1', port: door.port })).rejects.toMatchObject({ code: 'AIS_PORT_UNAVAILABLE' });
  });
});

describe('TCP client', () => {
  it('comes back by itself when the feed was lost', async () => {
    const { states, options } = collecting();
    const feed = createServer((socket) => { socket.write(line(7)); setTimeout(() => socket.destroy(), 30); });
    await new Promise<void>((resolve) => feed.listen(0, '127.0.0.1', resolve));
    doors.push(openAisTcpClient({ ...options, host: '127.0.0.1', port: (feed.address() as AddressInfo).port }));
    await until(() => states.length >= 2);
    feed.close();
    expect(states[0]).toMatchObject({ mmsi: '413000007' });
  });
});

describe('UDP', () => {
  it('takes datagrams with several lines and parts over several datagrams', async () => {
    const { states, options } = collecting();
    const door = await openAisUdpDoor({ ...options, host: '127.0.0.1', port: 0 });
    doors.push(door);
    const sender = createSocket('udp4');
    const send = (text: string): Promise<void> => new Promise((resolve) => sender.send(text, door.port, '127.0.0.1', () => resolve()));
    await send(line(1) + line(2).trimEnd());
    for (const part of encodeAisSentences({ typeCode: 5, mmsi: '413000001', name: 'ZHOU DIAN 7' })) await send(part);
    await until(() => states.length === 3);
    sender.close();
    expect(states[2]).toMatchObject({ mmsi: '413000001', name: 'ZHOU DIAN 7' });
  });
});

describe('replay', () => {
  const directory = mkdtempSync(join(tmpdir(), 'anlan-ais-'));
  const path = join(directory, 'log.nmea');

  it('plays a log at the pace of its TAG times, faster, or at once', async () => {
    const at = instantFromMs(1_795_426_745_000);
    const lines = [0, 1, 2].map((s) => encodeAisSentences({ typeCode: 1, mmsi: '413000001', position: [122, 30] }, { tag: { source: 'SIM', at: instantFromMs(at + s * 1000) } })[0] ?? '');
    writeFileSync(path, `${lines.join('\n')}\n`);
    const { states, options } = collecting();
    const startedMs = performance.now();
    const counts = await replayAisFile({ ...options, path, speed: 10 }).finished;
    const tookMs = performance.now() - startedMs;
    expect(counts).toMatchObject({ acceptedCount: 3, refusedCounts: {} });
    expect(states.every((state) => state.simulated)).toBe(true);
    expect(tookMs).toBeGreaterThan(180);
    expect(tookMs).toBeLessThan(2000);
    expect((await replayAisFile({ ...options, path, speed: 'max', observedAtFrom: 'tag' }).finished).acceptedCount).toBe(3);
    expect(states.at(-1)?.observedAt).toBe(at + 2000);
    rmSync(directory, { recursive: true });
  });

  it('a file that is not there is a coded failure', async () => {
    const { options } = collecting();
    await expect(replayAisFile({ ...options, path: '/nowhere/log.nmea', speed: 'max' }).finished).rejects.toMatchObject({ code: 'AIS_FILE_UNREADABLE' });
  });
});
