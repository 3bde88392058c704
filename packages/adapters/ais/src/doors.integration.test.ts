// Real sockets and files: TCP in and out, UDP, replay; a store that is away holds the sender back.
import type { VesselState } from '@anlan/domain';
import { AdapterError, instantFromMs } from '@anlan/kernel';
import * as fc from 'fast-check';
import { spawn } from 'node:child_process';
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

function lines(count: number): string {
  return Array.from({ length: count }, (_unused, i) => line(i)).join('');
}

/** One line of junk: no line ends, no second start, no TAG block. */
function junkOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes).replaceAll(/[\r\n!$\\]/g, '.');
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

  it('a connection that breaks while it is held back loses nothing of what was read', async () => {
    const { states, options } = collecting({ queueLimitCount: 10 });
    let away = true;
    const door = await openAisTcpServer({
      ...options, host: '127.0.0.1', port: 0,
      onStates: (some) => (away ? Promise.reject(new AdapterError('POSTGRES_UNAVAILABLE', { retryable: true })) : options.onStates(some)),
    });
    doors.push(door);
    const socket = await dial(door.port);
    const send = (fromIndex: number, count: number): boolean => socket.write(Array.from({ length: count }, (_unused, i) => line(fromIndex + i)).join(''));
    send(0, 50);
    await until(() => door.counts().acceptedCount === 50);
    send(50, 50);
    await until(() => door.counts().acceptedCount === 100); // The first are being kept, these wait: it is held from here on.
    send(100, 50); // Little enough to be read into the buffer of the held connection.
    await sleep(200);
    socket.resetAndDestroy();
    await until(() => door.connectionCount() === 0);
    away = false;
    await until(() => states.length === 150);
    expect(door.counts()).toMatchObject({ acceptedCount: 150, refusedCounts: {} });
  });

  it('time in which we hold a sender back is not silence of the sender', async () => {
    const { states, options } = collecting({ queueLimitCount: 100 });
    const thousand = lines(1000);
    let away = true;
    const door = await openAisTcpServer({
      ...options, host: '127.0.0.1', port: 0, idleTimeoutMs: 150,
      onStates: (some) => (away ? Promise.reject(new AdapterError('POSTGRES_UNAVAILABLE', { retryable: true })) : options.onStates(some)),
    });
    doors.push(door);
    const socket = await dial(door.port);
    socket.on('error', () => undefined);
    for (let i = 0; i < 20; i++) socket.write(thousand);
    await sleep(900);
    expect(door.connectionCount()).toBe(1);
    away = false;
    await until(() => states.length === 20_000);
    await until(() => door.connectionCount() === 0); // And now its silence is its own.
    expect(door.counts()).toMatchObject({ acceptedCount: 20_000, refusedCounts: {} });
  });

  it('peers that say nothing are cut and counted; one address cannot take every place', async () => {
    const { states, options } = collecting();
    const door = await openAisTcpServer({ ...options, host: '127.0.0.1', port: 0, connectionLimitCountPerAddress: 2, firstSentenceTimeoutMs: 200 });
    doors.push(door);
    const [silent, chatting] = [await dial(door.port), await dial(door.port)];
    chatting.write('GET / HTTP/1.1\r\n');
    const third = await dial(door.port);
    await new Promise((resolve) => third.once('close', resolve));
    await Promise.all([silent, chatting].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    const receiver = await dial(door.port);
    receiver.write(line(5));
    await sleep(500);
    receiver.write(line(6));
    await until(() => states.length === 2);
    receiver.destroy();
    expect(door.counts().refusedCounts).toEqual({ AIS_CONNECTIONS_FULL: 1, AIS_CONNECTION_SILENT: 2, AIS_SENTENCE_MALFORMED: 1 });
  });

  it('bytes in are lines accepted plus lines counted, through a real connection, whatever the bytes', async () => {
    const { states, options } = collecting();
    const door = await openAisTcpServer({ ...options, host: '127.0.0.1', port: 0 });
    doors.push(door);
    let sentCount = 0;
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(fc.constant(undefined), fc.uint8Array({ maxLength: 90 })), { maxLength: 30 }), async (pieces) => {
      const lines = pieces.map((piece) => (piece === undefined ? line(1).trimEnd() : junkOf(piece))).filter((text) => text !== '');
      const socket = await dial(door.port);
      await new Promise<void>((resolve) => { socket.end(Buffer.from(lines.join('\n'), 'latin1'), () => resolve()); });
      sentCount += lines.length;
      await until(() => door.connectionCount() === 0 && door.counts().acceptedCount + Object.values(door.counts().refusedCounts).reduce((a, b) => a + b, 0) >= sentCount);
      expect(door.counts().acceptedCount + Object.values(door.counts().refusedCounts).reduce((a, b) => a + b, 0)).toBe(sentCount);
    }), { numRuns: 40 });
    expect(states.length).toBe(door.counts().acceptedCount);
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

describe('TCP client held back', () => {
  it('loses nothing while the store is away for longer than its silence may last', async () => {
    const { states, options } = collecting({ queueLimitCount: 100 });
    let away = true;
    let dialledCount = 0;
    const thousand = lines(1000);
    const feed = createServer((socket) => {
      dialledCount += 1;
      socket.on('error', () => undefined);
      if (dialledCount === 1) for (let i = 0; i < 20; i++) socket.write(thousand);
    });
    await new Promise<void>((resolve) => feed.listen(0, '127.0.0.1', resolve));
    const client = openAisTcpClient({
      ...options, host: '127.0.0.1', port: (feed.address() as AddressInfo).port, silenceTimeoutMs: 150,
      onStates: (some) => (away ? Promise.reject(new AdapterError('POSTGRES_UNAVAILABLE', { retryable: true })) : options.onStates(some)),
    });
    doors.push(client);
    await sleep(900);
    expect(dialledCount).toBe(1);
    away = false;
    await until(() => states.length === 20_000);
    expect(client.counts()).toMatchObject({ acceptedCount: 20_000, refusedCounts: {} });
    feed.close();
  });
});

describe('UDP', () => {
  it('datagrams that the kernel drops are counted: sent is accepted plus counted', async () => {
    const { options } = collecting();
    const door = await openAisUdpDoor({ ...options, host: '127.0.0.1', port: 0, receiveBufferBytes: 4096 });
    doors.push(door);
    const sentCount = 3000;
    const flood = `const s=require('dgram').createSocket('udp4');const l=Buffer.from(process.argv[2]);let n=0;for(let i=0;i<${String(sentCount)};i++)s.send(l,Number(process.argv[1]),'127.0.0.1',()=>{if(++n===${String(sentCount)})s.close()})`;
    const busyUntilMs = performance.now() + 1500;
    const sender = spawn(process.execPath, ['-e', flood, String(door.port), line(1)]);
    const ended = new Promise((resolve) => sender.once('close', resolve));
    while (performance.now() < busyUntilMs); // We do not read, so that the kernel must drop.
    await ended;
    await sleep(100);
    const { acceptedCount, refusedCounts } = door.counts();
    expect(door.droppedCount()).toBeGreaterThan(0);
    expect(acceptedCount + (refusedCounts.AIS_DATAGRAMS_DROPPED ?? 0)).toBe(sentCount);
  });

  it('where the kernel does not tell, the door says that it does not know', async () => {
    const { options } = collecting();
    const door = await openAisUdpDoor({ ...options, host: '127.0.0.1', port: 0, procDirectory: '/nowhere' });
    doors.push(door);
    expect(door.droppedCount()).toBe('unknown');
    expect(door.counts().refusedCounts).toEqual({ AIS_DATAGRAM_LOSS_UNKNOWN: 1 });
  });

  it('parts of two receivers with the same sequence number give two ships, and what the store cannot take is not accepted', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    const { states, options } = collecting({ queueLimitCount: 1 });
    const door = await openAisUdpDoor({ ...options, host: '127.0.0.1', port: 0, onStates: async (some) => { await held; await options.onStates(some); } });
    doors.push(door);
    const [first, second] = [createSocket('udp4'), createSocket('udp4')];
    const send = async (sender: typeof first, text: string): Promise<void> => {
      await new Promise<void>((resolve) => sender.send(text, door.port, '127.0.0.1', () => resolve()));
      await sleep(30);
    };
    const [a, b] = ['ALPHA', 'BRAVO'].map((name, i) => encodeAisSentences({ typeCode: 5, mmsi: `41200000${String(i)}`, name, destination: name }));
    for (const i of [0, 1]) {
      await send(first, a?.[i] ?? '');
      await send(second, b?.[i] ?? '');
    }
    await send(first, line(3)); // One is being kept, one waits, and no more may.
    first.close();
    second.close();
    expect(door.counts()).toMatchObject({ acceptedCount: 2, refusedCounts: { AIS_STORE_FAILED: 1 } });
    release();
    await until(() => states.length === 2);
    expect(states.map(({ name, destination }) => [name, destination])).toEqual([['ALPHA', 'ALPHA'], ['BRAVO', 'BRAVO']]);
  });

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
