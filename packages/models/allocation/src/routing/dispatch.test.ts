import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignFirstHour } from './dispatch.ts';

/** Every assignment of few tasks: unserved by class, last arrival by class, sum; compared in order. */
function bruteForce(arriveS: readonly (readonly (number | null)[])[], classes: readonly number[]): readonly number[] {
  const levels = [...new Set(classes)].sort((a, b) => a - b);
  let best: readonly number[] | undefined;
  const visit = (task: number, chosen: readonly number[]): void => {
    if (task === arriveS.length) {
      const key = levels.flatMap((level) => {
        const own = chosen.flatMap((vehicle, t) => (classes[t] === level ? [vehicle < 0 ? null : arriveS[t]![vehicle]!] : []));
        const times = own.filter((value) => value !== null);
        return [own.length - times.length, times.length === 0 ? 0 : Math.max(...times)];
      });
      const found = [...key, chosen.reduce((sum, vehicle, t) => (vehicle < 0 ? sum : sum + arriveS[t]![vehicle]!), 0)];
      const at = best === undefined ? 0 : found.findIndex((value, i) => value !== best![i]);
      if (best === undefined || (at >= 0 && found[at]! < best[at]!)) best = found;
      return;
    }
    visit(task + 1, [...chosen, -1]);
    arriveS[task]!.forEach((value, vehicle) => { if (value !== null && !chosen.includes(vehicle)) visit(task + 1, [...chosen, vehicle]); });
  };
  visit(0, []);
  return best!;
}

const cost = fc.option(fc.integer({ min: 1, max: 12 }), { freq: 4 });
const cases = fc.record({ tasks: fc.integer({ min: 1, max: 4 }), vehicles: fc.integer({ min: 1, max: 4 }) }).chain(({ tasks, vehicles }) => fc.record({
  arriveS: fc.array(fc.array(cost, { minLength: vehicles, maxLength: vehicles }), { minLength: tasks, maxLength: tasks }),
  classes: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: tasks, maxLength: tasks }),
}));

describe('who goes first', () => {
  it('serves the higher class first, then makes its last arrival early, then the sum: equal to trying everything', () => {
    fc.assert(fc.property(cases, ({ arriveS, classes }) => {
      const found = assignFirstHour({ arriveS, priorityClass: classes });
      const [, firstWorst] = bruteForce(arriveS, classes);
      const wanted = bruteForce(arriveS, classes);
      const levels = [...new Set(classes)].sort((a, b) => a - b);
      const key = levels.flatMap((level, i) => [found.vehicleOf.filter((vehicle, task) => vehicle < 0 && classes[task] === level).length, found.worstArriveS[i]!]);
      expect(firstWorst).toBe(key[1]);
      expect([...key, found.sumArriveS]).toEqual(wanted);
    }), { numRuns: 300 });
  });

  it('never sends one vehicle to two tasks', () => {
    const found = assignFirstHour({ arriveS: [[5, 6], [5, null], [1, 1]], priorityClass: [0, 0, 1] });
    expect(found.vehicleOf).toEqual([1, 0, -1]);
    expect(found.unservedCount).toBe(1);
  });
});
