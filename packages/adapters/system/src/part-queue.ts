// Which part of which run gets a free thread: parts of first forecasts before those of what-ifs, and
// a long part of a what-if never takes the last thread, so that a first forecast can always begin.
// With one thread it waits for the part that runs, and no longer.

export type PartUrgency = 'first' | 'what-if';

export interface PartKind {
  readonly urgency: PartUrgency;
  /** Over within about a second. */
  readonly short: boolean;
}

export interface PartQueue {
  run<T>(kind: PartKind, work: () => Promise<T>): Promise<T>;
}

export function createPartQueue({ threadCount }: { readonly threadCount: number }): PartQueue {
  const waiting: { readonly kind: PartKind; readonly begin: () => void }[] = [];
  let runningCount = 0;
  const mayBegin = ({ urgency, short }: PartKind): boolean => {
    const freeCount = threadCount - runningCount;
    return freeCount > 0 && (urgency === 'first' || short || freeCount > 1 || threadCount === 1);
  };
  const next = (): void => {
    for (;;) {
      const first = waiting.findIndex(({ kind }) => kind.urgency === 'first' && mayBegin(kind));
      const index = first >= 0 ? first : waiting.findIndex(({ kind }) => mayBegin(kind));
      if (index < 0) return;
      runningCount++;
      waiting.splice(index, 1)[0]?.begin();
    }
  };
  return {
    async run(kind, work) {
      await new Promise<void>((begin) => {
        waiting.push({ kind, begin });
        next();
      });
      try {
        return await work();
      } finally {
        runningCount--;
        next();
      }
    },
  };
}
