// How far vessels come, reckoned beside the server's own thread: a search over millions of cells
// would hold up every alarm for as long as it runs. One thread, opened when it is first asked, since
// its grid takes some tens of megabytes.

import { Piscina } from 'piscina';
import type { Result } from '@anlan/kernel';
import type { ReachAnswer, ReachLand, ReachTask } from './reach-worker.ts';

export type { ReachAnswer, ReachLand, ReachPlace, ReachTask } from './reach-worker.ts';

export interface ReachPool {
  /** Refuses what the sea model refuses. */
  run(task: ReachTask): Promise<Result<ReachAnswer>>;
  close(): Promise<void>;
}

/** `land` is called once, when the first question comes. */
export function createReachPool(land: () => ReachLand): ReachPool {
  let pool: Piscina | undefined;
  const open = (): Piscina => new Piscina({
    filename: new URL('./reach-worker.ts', import.meta.url).href,
    name: 'reach',
    execArgv: ['--import', import.meta.resolve('tsx')],
    minThreads: 1,
    maxThreads: 1,
    idleTimeout: Infinity,
    workerData: land(),
  });
  return {
    async run(task) {
      pool ??= open();
      return (await pool.run(task)) as Result<ReachAnswer>;
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
