// Runs some members of a drift case in a worker thread. Plain data in, plain data out; progress
// goes back over the port.

import type { MessagePort } from 'node:worker_threads';
import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import { createDriftRun } from '@anlan/drift';
import type { DriftCase, DriftPart, MemberRange } from '@anlan/drift';

export interface DriftTask {
  readonly driftCase: DriftCase;
  readonly memberRange: MemberRange;
  readonly port: MessagePort;
}

/** Progress of one part, 0…1. */
export type DriftProgress = number;

export function runPart({ driftCase, memberRange, port }: DriftTask): Result<DriftPart> {
  const created = createDriftRun(driftCase, memberRange);
  if (!created.ok) return created;
  const run = created.value;
  for (const step of run.outputSteps.slice(1)) {
    run.stepUntil(step);
    port.postMessage(step / run.stepCount);
  }
  port.close();
  return ok(run.finish());
}
