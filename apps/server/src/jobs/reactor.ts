// Work that follows from events: a requested forecast is run, a completed one is planned on. One
// queue, in order, so that the same events give the same log. A failure is noted and told on the
// stream it belongs to; it never stops the queue.

export interface Reactor {
  push(name: string, work: () => Promise<void>): void;
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export function createReactor(onFailure: (name: string, error: unknown) => void): Reactor {
  let tail: Promise<void> = Promise.resolve();
  let stopped = false;
  const push = (name: string, work: () => Promise<void>): void => {
    if (stopped) return;
    tail = tail.then(work).catch((error: unknown) => onFailure(name, error));
  };
  const idle = async (): Promise<void> => {
    for (let seen: Promise<void> | undefined; seen !== tail; ) {
      seen = tail;
      await seen;
    }
  };
  return {
    push,
    idle,
    async stop() {
      stopped = true;
      await idle();
    },
  };
}
