// Drift runs on all cores: the members of a case are shared out over worker threads and merged to
// the same bytes whatever the number of workers. A cancelled run ends its threads at once.

import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mergeDriftParts, shareMembers } from '@anlan/drift';
import type { DriftCase, DriftPart, DriftResult } from '@anlan/drift';

export interface DriftPool {
  /** Refuses what the model refuses, and DRIFT_CANCELLED when the signal aborts. */
  run(driftCase: DriftCase, hooks?: { readonly onProgress?: (shareRatio: number) => void; readonly signal?: AbortSignal }): Promise<Result<DriftResult>>;
  /** Loads the model in every thread, so that the first run does not wait for it. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

export function createDriftPool(options: { readonly workerCount: number }): DriftPool {
  const pool = new Piscina({
    filename: new URL('./drift-worker.ts', import.meta.url).href,
    name: 'runPart',
    execArgv: ['--import', import.meta.resolve('tsx')],
    minThreads: options.workerCount,
    maxThreads: options.workerCount,
    idleTimeout: Infinity,
  });
  return {
    async run(driftCase, hooks = {}) {
      const { memberCount } = driftCase.run;
      const ranges = shareMembers(memberCount, options.workerCount);
      const shares = ranges.map(() => 0);
      const tell = (): void => hooks.onProgress?.(ranges.reduce((sum, range, i) => sum + (shares[i] ?? 0) * (range.toIndex - range.fromIndex), 0) / memberCount);
      try {
        const parts = await Promise.all(ranges.map((memberRange, i) => runPart(pool, { driftCase, memberRange }, hooks.signal, (share) => {
          shares[i] = share;
          tell();
        })));
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

async function runPart(
  pool: Piscina, work: { readonly driftCase: DriftCase; readonly memberRange: { readonly fromIndex: number; readonly toIndex: number } },
  signal: AbortSignal | undefined, onShare: (share: number) => void,
): Promise<Result<DriftPart>> {
  const { port1, port2 } = new MessageChannel();
  port1.on('message', onShare);
  try {
    return (await pool.run({ ...work, port: port2 }, { transferList: [port2], ...(signal === undefined ? {} : { signal }) })) as Result<DriftPart>;
  } finally {
    port1.close();
  }
}
