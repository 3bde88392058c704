// Drift runs on all cores: the members of a case are shared out over worker threads and merged to
// the same bytes whatever the number of parts. First forecasts go before what-ifs: those are cut
// into short parts, and a long part of theirs never takes the last free thread. A cancelled run
// ends its threads at once.

import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mergeDriftParts, shareMembers } from '@anlan/drift';
import type { DriftCase, DriftPart, DriftResult, MemberRange } from '@anlan/drift';
import { createPartQueue } from './part-queue.ts';
import type { PartUrgency } from './part-queue.ts';

export interface DriftRunHooks {
  readonly onProgress?: (shareRatio: number) => void;
  readonly signal?: AbortSignal;
  /** Left out: first. */
  readonly urgency?: PartUrgency;
}

export interface DriftPool {
  /** Refuses what the model refuses, and DRIFT_CANCELLED when the signal aborts. */
  run(driftCase: DriftCase, hooks?: DriftRunHooks): Promise<Result<DriftResult>>;
  /** Loads the model in every thread, so that the first run does not wait for it. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

export function createDriftPool(options: { readonly workerCount: number }): DriftPool {
  const { workerCount } = options;
  const pool = new Piscina({
    filename: new URL('./drift-worker.ts', import.meta.url).href,
    name: 'runPart',
    execArgv: ['--import', import.meta.resolve('tsx')],
    minThreads: workerCount,
    maxThreads: workerCount,
    idleTimeout: Infinity,
  });
  const queue = createPartQueue({ threadCount: workerCount });
  return {
    async run(driftCase, hooks = {}) {
      const { memberCount } = driftCase.run;
      const urgency = hooks.urgency ?? 'first';
      const ranges = shareMembers(memberCount, urgency === 'first' ? workerCount : Math.max(workerCount, Math.ceil(particleStepsOf(driftCase, memberCount) / SHORT_PART_STEPS)));
      const shares = ranges.map(() => 0);
      const tell = (): void => hooks.onProgress?.(ranges.reduce((sum, range, i) => sum + (shares[i] ?? 0) * (range.toIndex - range.fromIndex), 0) / memberCount);
      const isShort = (range: MemberRange): boolean => particleStepsOf(driftCase, range.toIndex - range.fromIndex) <= SHORT_PART_STEPS;
      try {
        const parts = await Promise.all(ranges.map((memberRange, i) => queue.run({ urgency, short: isShort(memberRange) }, () => runPart(pool, { driftCase, memberRange }, hooks.signal, (share) => {
          shares[i] = share;
          tell();
        }))));
        const refused = parts.find((part) => !part.ok);
        if (refused !== undefined && !refused.ok) return refused;
        return ok(mergeDriftParts(parts.flatMap((part) => (part.ok ? [part.value] : []))));
      } catch (error) {
        if (hooks.signal?.aborted === true) return refuse('DRIFT_CANCELLED', { stepIndex: 0, stepCount: Math.round(driftCase.run.durationS / driftCase.run.stepS) });
        throw error;
      }
    },
    async warm() {
      const { port1, port2 } = new MessageChannel();
      port1.close();
      const idle = { driftCase: {} as DriftCase, memberRange: { fromIndex: 0, toIndex: 1 }, port: port2 };
      await pool.run(idle, { transferList: [port2] }).catch(() => undefined); // Loading is what is wanted; an empty case fails.
    },
    close: () => pool.destroy(),
  };
}

/** Particle-steps of some members of a case: what a part costs. */
function particleStepsOf({ run }: DriftCase, memberCount: number): number {
  return ((run.particleCount / run.memberCount) * memberCount * run.durationS) / run.stepS;
}

async function runPart(
  pool: Piscina, work: { readonly driftCase: DriftCase; readonly memberRange: MemberRange },
  signal: AbortSignal | undefined, onShare: (share: number) => void,
): Promise<Result<DriftPart>> {
  signal?.throwIfAborted();
  const { port1, port2 } = new MessageChannel();
  port1.on('message', onShare);
  try {
    const part = (await pool.run({ ...work, port: port2 }, { transferList: [port2], ...(signal === undefined ? {} : { signal }) })) as Result<DriftPart>;
    // The result may overtake the last word on the port, which is closed then.
    if (part.ok) onShare(1);
    return part;
  } finally {
    port1.close();
  }
}

/** About one second of one thread (measured on the 2-core machine of the figures: 1 µs a particle-step). */
const SHORT_PART_STEPS = 1_000_000;
