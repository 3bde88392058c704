// AIS over UDP: each datagram holds one or more whole lines. There is no way to hold a sender back, so
// what arrives while the queue is full is counted as not kept, and what the kernel threw away before we
// could read it is counted from the kernel's own counter, or said to be unknown where there is none.

import { createSocket } from 'node:dgram';
import { AdapterError } from '@anlan/kernel';
import { countsOf, loseStates } from './decode-stream.ts';
import type { AisDoor, AisDoorOptions } from './door.ts';
import { createDoorCore } from './door.ts';
import { createDropReader } from './udp-drops.ts';

export interface AisUdpDoor extends AisDoor {
  readonly port: number;
  /** Datagrams that the kernel dropped since the door was opened. */
  droppedCount(): number | 'unknown';
}

export interface AisUdpDoorOptions extends AisDoorOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** What the kernel may hold for us; it gives no more than its own limit (net.core.rmem_max). */
  readonly receiveBufferBytes?: number;
  /** Where the kernel lists its sockets; elsewhere than on Linux there is no such list. */
  readonly procDirectory?: string;
}

export async function openAisUdpDoor(options: AisUdpDoorOptions): Promise<AisUdpDoor> {
  const core = createDoorCore(options);
  const decoder = core.createDecoder();
  const socket = createSocket({ type: 'udp4', recvBufferSize: options.receiveBufferBytes ?? RECEIVE_BUFFER_BYTES });
  socket.on('message', (bytes, from) => {
    const receivedAt = options.clock.now();
    // A datagram ends its last line, but parts of one message may come in several datagrams of one sender.
    const ended = bytes[bytes.length - 1] === LINE_FEED ? bytes : Buffer.concat([bytes, Buffer.of(LINE_FEED)]);
    const states = decoder.push(ended, receivedAt, `${from.address} ${from.port}`);
    if (core.isFull()) loseStates(core.tally, states.length);
    else core.add(states);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', (cause) => reject(new AdapterError('AIS_PORT_UNAVAILABLE', { cause, retryable: false, params: { port: options.port, detail: cause.message } })));
    socket.bind(options.port, options.host, () => resolve());
  });
  socket.on('error', () => undefined); // Errors of single datagrams; the socket stays open.
  const { port } = socket.address();
  const readDrops = createDropReader(port, options.procDirectory ?? PROC_DIRECTORY);
  let droppedCount: number | 'unknown' = 0;
  let open = true;
  const dropped = (): number | 'unknown' => {
    if (open) droppedCount = readDrops();
    return droppedCount;
  };
  return {
    sourceId: options.sourceId,
    port,
    droppedCount: dropped,
    counts() {
      const counted = countsOf(options.sourceId, core.tally);
      const count = dropped();
      if (count === 0) return counted;
      const loss = count === 'unknown' ? { AIS_DATAGRAM_LOSS_UNKNOWN: 1 } : { AIS_DATAGRAMS_DROPPED: count };
      return { ...counted, refusedCounts: { ...counted.refusedCounts, ...loss } };
    },
    async close() {
      dropped();
      open = false;
      await new Promise<void>((resolve) => socket.close(() => resolve()));
      core.add(decoder.end(options.clock.now()));
      await core.close();
    },
  };
}

const LINE_FEED = 10;
/** About 5000 sentences with what the kernel adds to each: more than a second of the busiest port. */
const RECEIVE_BUFFER_BYTES = 4_000_000;
const PROC_DIRECTORY = '/proc';
