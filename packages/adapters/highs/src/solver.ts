// HiGHS behind the planner's port, in a worker thread that is started at the first program and
// ended by `close`. `cancel` ends the thread at once: WASM cannot be interrupted otherwise. A solve
// that overstays its time limit (HiGHS looks at the clock only now and then) is ended the same way.
// HiGHS 1.15, https://highs.dev (MIT); Huangfu and Hall 2018, Math. Prog. Comp. 10.

import type { LinearProgram, LpAnswer, LpOptions, LpSolver } from '@anlan/allocation';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { AdapterError } from '@anlan/kernel';
import { WORKER_SOURCE } from './worker-source.ts';

export interface HighsSolver extends LpSolver {
  /** Ends what is being solved; those waiting are refused with HIGHS_SOLVE_CANCELLED. The next solve starts anew. */
  cancel(): Promise<void>;
  /** Ends the thread. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: LpAnswer) => void;
  readonly reject: (error: AdapterError) => void;
  readonly timer: NodeJS.Timeout;
}

interface Reply {
  readonly id: number;
  readonly answer?: LpAnswer;
  readonly detail?: string;
}

/** HiGHS looks at its clock between steps; beyond the limit by this much the thread is ended. */
const GRACE_MS = 3000;
const LIMIT: LpAnswer = { status: 'limit', value: Number.NaN, bound: -Infinity, columnValue: new Float64Array(0), rowDual: new Float64Array(0), columnDual: new Float64Array(0) };

export function createHighsSolver(): HighsSolver {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let nextId = 1;

  const settle = (id: number, act: (each: Waiting) => void): void => {
    const each = waiting.get(id);
    if (each === undefined) return;
    clearTimeout(each.timer);
    waiting.delete(id);
    if (waiting.size === 0) worker?.unref();
    act(each);
  };
  const failAll = (error: AdapterError): void => {
    for (const id of [...waiting.keys()]) settle(id, (each) => { each.reject(error); });
  };
  const start = (): Worker => {
    const made = new Worker(WORKER_SOURCE, { eval: true, execArgv: [], workerData: { highsPath: createRequire(import.meta.url).resolve('highs') } });
    made.on('message', ({ id, answer, detail }: Reply) => {
      settle(id, (each) => {
        if (answer === undefined) each.reject(failed(detail ?? 'no answer'));
        else each.resolve(answer);
      });
    });
    made.on('error', (error: Error) => { if (worker === made) worker = undefined; failAll(failed(error.message.slice(0, 200))); });
    made.on('exit', () => { if (worker === made) { worker = undefined; failAll(failed('the thread ended')); } });
    return made;
  };
  const end = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const expire = (id: number): void => {
    settle(id, (each) => { each.resolve(LIMIT); });
    void end().then(() => { failAll(new AdapterError('HIGHS_SOLVE_CANCELLED', { retryable: true })); });
  };

  return {
    solve(program: LinearProgram, options: LpOptions): Promise<LpAnswer> {
      worker ??= start();
      const running = worker;
      const id = nextId++;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => { expire(id); }, options.timeLimitS * 1000 + GRACE_MS);
        waiting.set(id, { resolve, reject, timer });
        running.ref();
        running.postMessage({ id, program, options });
      });
    },
    async cancel(): Promise<void> {
      failAll(new AdapterError('HIGHS_SOLVE_CANCELLED', { retryable: true }));
      await end();
    },
    close: async () => { failAll(new AdapterError('HIGHS_SOLVE_CANCELLED', { retryable: true })); await end(); },
  };
}

function failed(detail: string): AdapterError {
  return new AdapterError('HIGHS_SOLVER_FAILED', { retryable: false, params: { detail } });
}
