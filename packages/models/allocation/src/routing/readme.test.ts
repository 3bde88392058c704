import { expect, it } from 'vitest';
import { checkPlainRoutes, readRoutingText, solvePlain } from '../index.ts';

it('the routing example of the README runs and gives the figure printed there', () => {
  const text = 'T1\n\nVEHICLE\nNUMBER CAPACITY\n 2 10\n\nCUSTOMER\n 0 0 0 0 0 100 0\n 1 3 4 5 0 90 1\n 2 6 8 5 0 90 1\n';
  const read = readRoutingText(text, 'cut');
  if (!read.ok) throw new Error(read.refusal.code);
  const plan = solvePlain(read.value.instance, { seed: 1, isFleetSpared: false, budget: { iterationCountMax: 1000, cpuSMax: Infinity, nowCpuS: () => 0 } });
  expect(plan.costValue / read.value.scaleValue).toBe(20);
  expect(checkPlainRoutes(read.value.instance, plan)).toEqual([]);
});
