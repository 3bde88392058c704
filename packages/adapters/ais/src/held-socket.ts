// One AIS connection: bytes to the decoder, held back while the store is behind. Its idle timer stands
// still while we hold it, for then the silence is ours, and what was read before it closes is decoded,
// however it closes.

import type { Socket } from 'node:net';
import type { AisDecoder } from './decode-stream.ts';
import type { AisDoorOptions, DoorCore } from './door.ts';

export interface HeldSocket {
  readonly decoder: AisDecoder;
  isHeld(): boolean;
  /** Resolves when it is closed and everything read from it has been given to the store. */
  readonly closed: Promise<void>;
}

export function readFrom(socket: Socket, core: DoorCore, options: AisDoorOptions, idleTimeoutMs: number): HeldSocket {
  const decoder = core.createDecoder();
  let held = false;
  const take = (bytes: Buffer): void => { core.add(decoder.push(bytes, options.clock.now())); };
  const hold = (): void => {
    held = true;
    socket.pause();
    socket.setTimeout(0);
    void core.room().then(() => {
      held = false;
      if (socket.destroyed) return;
      socket.setTimeout(idleTimeoutMs);
      socket.resume();
    });
  };
  const onData = (bytes: Buffer): void => {
    take(bytes);
    if (!held && core.isFull()) hold();
  };
  socket.setTimeout(idleTimeoutMs);
  socket.on('timeout', () => socket.destroy());
  socket.on('error', () => undefined); // A `close` follows; a broken feed shows by its age.
  socket.on('data', onData);
  if (core.isFull()) hold();
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      socket.off('data', onData);
      for (let rest = socket.read() as Buffer | null; rest !== null; rest = socket.read() as Buffer | null) take(rest);
      core.add(decoder.end(options.clock.now()));
      resolve();
    });
  });
  return { decoder, isHeld: () => held, closed };
}
