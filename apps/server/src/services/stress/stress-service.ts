// Stress runs: asked for, run in a lane of their own with a breath between states, told live, ended
// on demand. What a stop interrupts stays running and is run again at the next start.

import { createHighsSolver } from '@anlan/adapter-highs';
import { createOptimisingPlanner, GREEDY_PLANNER_ID, greedyPlanner, handleCancelStress, handleRecordStress, handleRequestStress, runStress } from '@anlan/domain';
import type { Appended, Context, EventEnvelope, StressCase, StressEvent, StressPlanner, StressResult, StressRunBody } from '@anlan/domain';
import { refuse } from '@anlan/kernel';
import type { Result } from '@anlan/kernel';
import { systemContext } from '../../actors.ts';
import { splitStream } from '../../jobs/live-announcements.ts';
import { withRetries } from '../../jobs/with-retries.ts';
import type { ServiceBase } from '../../services.ts';
import { stressFacts } from './stress-world.ts';

export interface StressService {
  requestStress(wish: StressWish, context: Context): Promise<Result<Appended>>;
  cancelStress(id: string, context: Context): Promise<Result<Appended>>;
  /** Share done of a run that is under way here. */
  stressProgressOf(id: string): number | null;
  readonly stressPlannerIds: readonly string[];
  reactToStress(event: EventEnvelope): void;
  resumeStress(): Promise<void>;
  interruptStress(): void;
}

export interface StressWish {
  readonly caseIds?: readonly string[] | undefined;
  readonly cases?: readonly StressCase[] | undefined;
  readonly plannerId?: string | undefined;
}

interface Job {
  wanted: boolean;
  shareRatio: number;
}

export function createStressService(base: ServiceBase): StressService {
  const jobs = new Map<string, Job>();
  const solver = createHighsSolver();
  const optimising = createOptimisingPlanner({ solver, nowS: () => performance.now() / 1000, timeLimitS: PLAN_S_MAX });
  const planners = new Map<string, StressPlanner>([greedyPlanner, optimising].map((planner) => [planner.id, planner]));
  let ending = false;

  const runLater = (id: string, cases: readonly StressCase[], plannerId: string): void => {
    const job: Job = { wanted: true, shareRatio: 0 };
    jobs.set(id, job);
    base.reactor.push({ lane: 'stress', name: `stress run ${id}`, work: async () => {
      const outcome = await outcomeOf(base, { cases, planner: planners.get(plannerId), job }).finally(() => jobs.delete(id));
      if (!outcome.ok && outcome.refusal.code === 'STRESS_CANCELLED') return;
      const recorded = await withRetries(() => handleRecordStress(base, { id, outcome }, systemContext(base.realm, base.clock.now())), () => !ending);
      if (!recorded.ok && recorded.refusal.code !== 'STRESS_NOT_RUNNING') base.note('error', 'stress run not recorded', { id, code: recorded.refusal.code });
    } });
  };

  return {
    stressPlannerIds: [...planners.keys()],
    async requestStress({ caseIds = [], cases = [], plannerId = GREEDY_PLANNER_ID }, context) {
      if (!planners.has(plannerId)) return refuse('STRESS_PLANNER_UNKNOWN', { id: plannerId.slice(0, 60) });
      const { library } = base.region.stress;
      const unknown = caseIds.find((wanted) => library.every(({ id }) => id !== wanted));
      if (unknown !== undefined) return refuse('STRESS_SCENARIO_UNKNOWN', { id: unknown.slice(0, 60) });
      return handleRequestStress(base, { cases: [...caseIds.flatMap((wanted) => library.filter(({ id }) => id === wanted)), ...cases], plannerId }, context);
    },
    async cancelStress(id, context) {
      const cancelled = await handleCancelStress(base, { id, reason: context.actor.name }, context);
      const job = jobs.get(id);
      if (cancelled.ok && job !== undefined) job.wanted = false;
      return cancelled;
    },
    stressProgressOf: (id) => jobs.get(id)?.shareRatio ?? null,
    reactToStress(event) {
      const { type, payload } = event as EventEnvelope & StressEvent;
      if (type === 'stress.requested') runLater(splitStream(event.stream)[1], payload.cases, payload.plannerId);
    },
    async resumeStress() {
      for (const { id, body } of await base.views.list<StressRunBody>({ realm: base.realm, kind: 'stress', where: { state: 'running' } })) runLater(id, body.cases, body.plannerId);
    },
    interruptStress() {
      ending = true;
      for (const job of jobs.values()) job.wanted = false;
      void solver.close();
    },
  };
}

async function outcomeOf(base: ServiceBase, { cases, planner, job }: { readonly cases: readonly StressCase[]; readonly planner: StressPlanner | undefined; readonly job: Job }): Promise<Result<StressResult>> {
  if (planner === undefined) return refuse('STRESS_PLANNER_UNKNOWN', { id: '' });
  try {
    const facts = await stressFacts(base, planner, base.clock.now());
    return await runStress(cases, facts, { isWanted: () => job.wanted, onProgress: (shareRatio) => { job.shareRatio = shareRatio; } });
  } catch (error) {
    base.note('error', 'stress run broke off', { detail: error instanceof Error ? error.message.slice(0, 200) : 'unknown' });
    return refuse('STRESS_RUN_DIED', { name: error instanceof Error ? error.name : 'unknown' });
  }
}

/** For one scenario in one state of the weather, s; the ladder's own promise. */
const PLAN_S_MAX = 10;
