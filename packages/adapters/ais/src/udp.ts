// AIS over UDP: each datagram holds one or more whole lines. There is no way to hold a sender back,
// so what arrives while the queue is full is counted as not kept.

import { createSocket } from 'node:dgram';
import { AdapterError } from '@anlan/kernel';
import { countsOf, refuseLine } from './decode-stream.ts';
import type { AisDoor, AisDoorOptions } from './door.ts';
import { createDoorCore } from './door.ts';

export interface AisUdpDoor extends AisDoor {
  readonly port: number;
}

export async function openAisUdpDoor(options: AisDoorOptions & { readonly host: string; readonly port: number }): Promise<AisUdpDoor> {
  const core = createDoorCore(options);
  const decoder = core.createDecoder();
  const socket = createSocket('udp4');
  socket.on('message', (bytes) => {
    const receivedAt = options.clock.now();
    // A datagram ends its last line, but parts of one message may come in several datagrams.
    const ended = bytes[bytes.length - 1] === LINE_FEED ? bytes : Buffer.concat([bytes, Buffer.of(LINE_FEED)]);
    const states = decoder.push(ended, receivedAt);
    if (core.isFull()) refuseLine(core.tally, 'AIS_STORE_FAILED', states.length);
    else core.add(states);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', (cause) => reject(new AdapterError('AIS_PORT_UNAVAILABLE', { cause, retryable: false, params: { port: options.port, detail: cause.message } })));
    socket.bind(options.port, options.host, () => resolve());
  });
  socket.on('error', () => undefined); // Errors of single datagrams; the socket stays open.
  return {
    sourceId: options.sourceId,
    port: socket.address().port,
    counts: () => countsOf(options.sourceId, core.tally),
    async close() {
      await new Promise<void>((resolve) => socket.close(() => resolve()));
      await core.close();
    },
  };
}

const LINE_FEED = 10;
