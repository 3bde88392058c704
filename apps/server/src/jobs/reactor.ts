// Work that follows from events: a requested forecast is run, a completed one is planned on. Work of
// one lane (an incident, the lists) goes in order, one after the other; lanes go side by side, so
// that a large run of one incident holds up no other. Model runs are bounded, and a first forecast
// goes before what-ifs. With `single` there is one lane for all, so that the same events give the
// same log: a play runs so. A failure is noted and told on the stream it belongs to; it stops nobody.

export type ModelUrgency = 'first' | 'what-if';

export interface Reaction {
  /** Such as `incident/…` or `lists`. */
  readonly lane: string;
  readonly name: string;
  /** Set when the work runs a model: it then waits for one of the places for model runs. */
  readonly model?: ModelUrgency;
  readonly work: () => Promise<void>;
}

export interface Reactor {
  push(reaction: Reaction): void;
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>;
  /** Takes nothing more; model runs that have not begun are left, everything else is finished. */
  stop(): Promise<void>;
}

export interface ReactorOptions {
  /** Model runs at once; one of the places is kept for first forecasts when there are two or more. */
  readonly modelRunCount: number;
  readonly single: boolean;
  onFailure(name: string, error: unknown): void;
}

export function createReactor({ modelRunCount, single, onFailure }: ReactorOptions): Reactor {
  const lanes = new Map<string, Promise<void>>();
  const places = createPlaces(modelRunCount);
  let stopped = false;
  const run = async ({ name, model, work }: Reaction): Promise<void> => {
    const leave = model === undefined ? undefined : await places.enter(model);
    try {
      if (model === undefined || !stopped) await work();
    } catch (error) {
      onFailure(name, error);
    } finally {
      leave?.();
    }
  };
  const push = (reaction: Reaction): void => {
    if (stopped) return;
    const lane = single ? 'all' : reaction.lane;
    const tail = (lanes.get(lane) ?? Promise.resolve()).then(() => run(reaction)).finally(() => {
      if (lanes.get(lane) === tail) lanes.delete(lane);
    });
    lanes.set(lane, tail);
  };
  const idle = async (): Promise<void> => {
    while (lanes.size > 0) await Promise.all(lanes.values());
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

interface Places {
  /** Waits for a place; the answer gives it back. */
  enter(urgency: ModelUrgency): Promise<() => void>;
}

function createPlaces(placeCount: number): Places {
  const waiting: Readonly<Record<ModelUrgency, (() => void)[]>> = { first: [], 'what-if': [] };
  const taken: Record<ModelUrgency, number> = { first: 0, 'what-if': 0 };
  const whatIfCount = Math.max(1, placeCount - 1);
  const next = (): void => {
    while (taken.first + taken['what-if'] < placeCount) {
      const urgency: ModelUrgency = waiting.first.length > 0 ? 'first' : 'what-if';
      if (urgency === 'what-if' && taken['what-if'] >= whatIfCount) return;
      const begin = waiting[urgency].shift();
      if (begin === undefined) return;
      taken[urgency]++;
      begin();
    }
  };
  return {
    async enter(urgency) {
      await new Promise<void>((resolve) => {
        waiting[urgency].push(resolve);
        next();
      });
      return () => {
        taken[urgency]--;
        next();
      };
    },
  };
}
