// What the planner needs from a solver of linear and mixed-integer programs: one call, one answer.
// The model knows no solver by name; an adapter brings one, and a tiny exact one serves the tests.

/** minimise c·x subject to rowLower ≤ A x ≤ rowUpper and columnLower ≤ x ≤ columnUpper; rows compressed. */
export interface LinearProgram {
  readonly columnCount: number;
  readonly rowCount: number;
  /** Cost of each column; minimised. */
  readonly objective: Float64Array;
  /** ±Infinity where there is no bound. */
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Entries of row r: rowStart[r] to rowStart[r + 1]. */
  readonly rowStart: Int32Array;
  readonly columnIndex: Int32Array;
  readonly coefficient: Float64Array;
  /** 1 where a column takes whole numbers only; absent: none does. */
  readonly integer?: Uint8Array;
}

export interface LpOptions {
  /** Interior point without crossover is the fast one for large programs; its values are no vertex. */
  readonly method: 'interior-point' | 'simplex' | 'choose';
  readonly timeLimitS: number;
  /** Mixed-integer only: stop when value and bound are this close, 0…1. */
  readonly gapRatio?: number;
  /** Interior point only: stop at this relative accuracy; left out: the solver's own. */
  readonly toleranceRatio?: number;
}

export type LpStatus = 'optimal' | 'feasible' | 'infeasible' | 'unbounded' | 'limit';

/* eslint-disable anlan/unit-beside-value, @typescript-eslint/naming-convention -- in the unit of the objective, which only the model knows */
export interface LpAnswer {
  readonly status: LpStatus;
  /** NaN where there is no solution. */
  readonly value: number;
  /** No solution can be below it; -Infinity where it is not known. */
  readonly bound: number;
  readonly columnValue: Float64Array;
  /** Change of the value per unit of the row's side; empty for mixed-integer programs. */
  readonly rowDual: Float64Array;
  readonly columnDual: Float64Array;
}
/* eslint-enable anlan/unit-beside-value, @typescript-eslint/naming-convention */

export interface LpSolver {
  solve(program: LinearProgram, options: LpOptions): Promise<LpAnswer>;
}
