import { afterAll, describe, expect, it } from 'vitest';
import type { LinearProgram, LpSolver } from '@anlan/allocation';
import { createRng } from '@anlan/kernel';
import { createDenseSimplex } from '@anlan/allocation';
import { createHighsSolver, highsErrors } from './index.ts';

const highs = createHighsSolver();
afterAll(async () => { await highs.close(); });

const OPTIONS = { method: 'choose', timeLimitS: 20 } as const;

/** minimise -x - y, x + 2y ≤ 4, x ≤ 3. */
function small(over: Partial<LinearProgram> = {}): LinearProgram {
  return {
    columnCount: 2, rowCount: 1, objective: new Float64Array([-1, -1]), columnLower: new Float64Array(2), columnUpper: new Float64Array([3, Infinity]),
    rowLower: new Float64Array([-Infinity]), rowUpper: new Float64Array([4]), rowStart: new Int32Array([0, 2]), columnIndex: new Int32Array([0, 1]), coefficient: new Float64Array([1, 2]), ...over,
  };
}

function random(seed: number, isWhole: boolean): LinearProgram {
  const rng = createRng(seed);
  const [n, m] = [6, 5];
  return {
    columnCount: n, rowCount: m,
    objective: Float64Array.from({ length: n }, () => Math.round(rng.nextUnit() * 20 - 5)),
    columnLower: new Float64Array(n), columnUpper: Float64Array.from({ length: n }, () => 1 + Math.round(rng.nextUnit() * 9)),
    rowLower: Float64Array.from({ length: m }, (_, r) => (r % 2 === 0 ? Math.round(rng.nextUnit() * 6) : -Infinity)), rowUpper: Float64Array.from({ length: m }, (_, r) => (r % 2 === 0 ? Infinity : 8 + Math.round(rng.nextUnit() * 30))),
    rowStart: Int32Array.from({ length: m + 1 }, (_, r) => r * n), columnIndex: Int32Array.from({ length: n * m }, (_, e) => e % n), coefficient: Float64Array.from({ length: n * m }, () => Math.round(rng.nextUnit() * 5)),
    ...(isWhole ? { integer: new Uint8Array(n).fill(1) } : {}),
  };
}

const solvers: readonly (readonly [string, LpSolver])[] = [['the tiny exact solver', createDenseSimplex()], ['HiGHS', highs]];

describe.each(solvers)('the port of the solver, kept by %s', (_, solver) => {
  it('finds value, columns and the price of a row', async () => {
    const answer = await solver.solve(small(), OPTIONS);
    expect(answer).toMatchObject({ status: 'optimal' });
    expect(answer.value).toBeCloseTo(-3.5);
    expect([...answer.columnValue]).toEqual([3, 0.5]);
    expect(answer.rowDual[0]).toBeCloseTo(-0.5);
    expect(answer.bound).toBeCloseTo(-3.5);
  });

  it('keeps whole numbers whole', async () => {
    const answer = await solver.solve(small({ integer: new Uint8Array([1, 1]) }), OPTIONS);
    expect(answer.value).toBeCloseTo(-3);
    expect(answer.columnValue.every((v) => Number.isInteger(v))).toBe(true);
  });

  it('says what has no solution and what has no end', async () => {
    expect((await solver.solve(small({ rowLower: new Float64Array([40]), rowUpper: new Float64Array([Infinity]), columnUpper: new Float64Array([3, 4]) }), OPTIONS)).status).toBe('infeasible');
    expect((await solver.solve(small({ rowUpper: new Float64Array([Infinity]) }), OPTIONS)).status).toBe('unbounded');
  });
});

describe('HiGHS and the tiny exact solver', () => {
  it.each([false, true])('agree on forty random programs (whole numbers: %s)', async (isWhole) => {
    const exact = createDenseSimplex();
    for (let seed = 1; seed <= 40; seed++) {
      const program = random(seed, isWhole);
      const [a, b] = [await exact.solve(program, OPTIONS), await highs.solve(program, OPTIONS)];
      expect([seed, b.status]).toEqual([seed, a.status]);
      if (a.status === 'optimal') expect(b.value, `seed ${seed}`).toBeCloseTo(a.value, 5);
    }
  });

  it('agree on interior points too, cleaned of hairs beside a bound', async () => {
    const answer = await highs.solve(small(), { method: 'interior-point', timeLimitS: 10 });
    expect(answer.value).toBeCloseTo(-3.5, 5);
    expect(answer.columnValue.every((v) => v === 0 || v >= 1e-6)).toBe(true);
  });
});

describe('a solver in a thread', () => {
  it('tells a broken program by code and a short sentence, not by a trace', async () => {
    const error: unknown = await highs.solve(small({ objective: new Float64Array(3) }), OPTIONS).catch((each: unknown) => each);
    expect(error).toMatchObject({ code: 'HIGHS_SOLVER_FAILED' });
    expect((error as { params: { detail: string } }).params.detail.length).toBeLessThanOrEqual(200);
    expect(Object.keys(highsErrors)).toContain('HIGHS_SOLVER_FAILED');
  });

  it('is ended by cancel, and the next program starts anew', async () => {
    const own = createHighsSolver();
    const running = own.solve(small(), OPTIONS).catch((each: unknown) => each);
    await own.cancel();
    expect(await running).toMatchObject({ code: 'HIGHS_SOLVE_CANCELLED' });
    expect((await own.solve(small(), OPTIONS)).status).toBe('optimal');
    await own.close();
  });
});
