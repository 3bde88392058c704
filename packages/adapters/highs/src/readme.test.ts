import { expect, it } from 'vitest';
import { createHighsSolver } from './index.ts';

it('the example of the README runs and gives the value printed there', async () => {
  const solver = createHighsSolver();
  const answer = await solver.solve({
    columnCount: 2, rowCount: 1, objective: new Float64Array([-1, -1]),
    columnLower: new Float64Array(2), columnUpper: new Float64Array([3, Infinity]),
    rowLower: new Float64Array([-Infinity]), rowUpper: new Float64Array([4]),
    rowStart: new Int32Array([0, 2]), columnIndex: new Int32Array([0, 1]), coefficient: new Float64Array([1, 2]),
  }, { method: 'choose', timeLimitS: 10 });
  expect(answer.value).toBeCloseTo(-3.5);
  await solver.close();
});
