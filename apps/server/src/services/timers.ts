// What happens by time alone: unanswered alerts go to the next in line, silent sensors raise an
// alert, reporting clocks that ran out are marked, reservations that ran out are given back; old observations go once a day. One sweep at a time; a failed one is tried again.

import { handleBreaches, handleEscalations, handleExpireHolds } from '@anlan/domain';
import { systemContext } from '../actors.ts';
import type { ServiceBase } from '../services.ts';
import { createRetention } from './retention.ts';
import type { SignalService } from './signal-service.ts';

export interface Timers {
  tick(): Promise<void>;
  start(): void;
  stop(): void;
}

export function createTimers(base: ServiceBase, signals: Pick<SignalService, 'sweep'>): Timers {
  const retention = createRetention(base, base.observationCare, base.config.keepDays);
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  const tick = async (): Promise<void> => {
    const context = systemContext(base.realm, base.clock.now());
    await handleEscalations(base, context);
    await handleBreaches(base, context);
    await handleExpireHolds(base, context);
    await signals.sweep();
  };
  const guarded = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      await tick();
      await retention.sweep();
    } catch (error) {
      base.note('warn', 'sweep failed, tried again', { error: String(error) });
    } finally {
      running = false;
    }
  };
  return {
    tick,
    start() {
      timer = setInterval(() => void guarded(), SWEEP_EVERY_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}

const SWEEP_EVERY_MS = 1000;
