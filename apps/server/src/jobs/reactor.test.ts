import { describe, expect, it } from 'vitest';
import { createReactor } from './reactor.ts';
import type { ModelUrgency, Reactor } from './reactor.ts';

interface Job {
  readonly name: string;
  finish(): void;
}

/** A reactor whose jobs end when the test says so, with the order in which they began. */
function watched(single = false, modelRunCount = 2) {
  const begun: string[] = [];
  const jobs = new Map<string, Job>();
  const failures: string[] = [];
  const reactor: Reactor = createReactor({ modelRunCount, single, onFailure: (name) => failures.push(name) });
  const push = (lane: string, name: string, model?: ModelUrgency): void => reactor.push({
    lane, name, ...(model === undefined ? {} : { model }),
    work: () => new Promise((resolve) => {
      begun.push(name);
      jobs.set(name, { name, finish: resolve });
    }),
  });
  const finish = async (name: string): Promise<void> => {
    jobs.get(name)!.finish();
    await settle();
  };
  return { reactor, begun, failures, push, finish };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

describe('lanes of what follows from events', () => {
  it('one lane goes in order, other lanes do not wait for it', async () => {
    const { begun, push, finish } = watched();
    push('incident/x', 'x1');
    push('incident/x', 'x2');
    push('incident/y', 'y1');
    push('lists', 'reload');
    await settle();
    expect(begun).toEqual(['x1', 'y1', 'reload']);
    await finish('x1');
    expect(begun.at(-1)).toBe('x2');
  });

  it('what-ifs leave one place, and a waiting first forecast goes before them', async () => {
    const { begun, push, finish } = watched();
    push('x/what-if', 'x huge', 'what-if');
    push('y/what-if', 'y huge', 'what-if');
    push('z', 'z first', 'first');
    push('w', 'w first', 'first');
    await settle();
    expect(begun).toEqual(['x huge', 'z first']);
    await finish('x huge');
    expect(begun.at(-1)).toBe('w first');
    await finish('z first');
    expect(begun.at(-1)).toBe('y huge');
  });

  it('with a single lane everything goes in the order of the events', async () => {
    const { begun, push, finish, reactor } = watched(true);
    push('x', 'x1', 'what-if');
    push('y', 'y1', 'first');
    push('lists', 'reload');
    await settle();
    expect(begun).toEqual(['x1']);
    await finish('x1');
    await finish('y1');
    await finish('reload');
    await reactor.idle();
    expect(begun).toEqual(['x1', 'y1', 'reload']);
  });

  it('a failure is told and the lane goes on; a stop leaves model runs that have not begun', async () => {
    const { reactor, begun, failures, push, finish } = watched();
    reactor.push({ lane: 'x', name: 'breaks', work: () => Promise.reject(new Error('broken')) });
    push('x', 'x1', 'first');
    push('x', 'x2', 'first');
    push('x', 'plan');
    await settle();
    expect(failures).toEqual(['breaks']);
    const stopping = reactor.stop();
    await finish('x1');
    await finish('plan');
    await stopping;
    expect(begun).toEqual(['x1', 'plan']);
  });
});
