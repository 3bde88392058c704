// A tiny exact solver, for tests and as a second opinion on small programs: two-phase dense tableau with Bland's rule (Bland 1977), and branch and
// bound for whole numbers. Every step is plain; nothing here is fast.

import type { LinearProgram, LpAnswer, LpSolver } from '../spi/lp-solver.ts';

const EPSILON = 1e-9;

export function createDenseSimplex(): LpSolver {
  return { solve: (program) => Promise.resolve(program.integer?.includes(1) === true ? branch(program) : solveRelaxed(program)) };
}

function branch(program: LinearProgram): LpAnswer {
  let best: LpAnswer | null = null;
  const open = [{ lower: program.columnLower, upper: program.columnUpper }];
  let isUnbounded = false;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const answer = solveRelaxed({ ...program, columnLower: node.lower, columnUpper: node.upper });
    if (answer.status === 'unbounded') isUnbounded = true;
    if (answer.status !== 'optimal' || (best !== null && answer.value >= best.value - EPSILON)) continue;
    const c = answer.columnValue.findIndex((v, i) => program.integer![i] === 1 && Math.abs(v - Math.round(v)) > 1e-7);
    if (c === -1) { best = answer; continue; }
    open.push({ lower: node.lower, upper: node.upper.with(c, Math.floor(answer.columnValue[c]!)) }, { lower: node.lower.with(c, Math.ceil(answer.columnValue[c]!)), upper: node.upper });
  }
  const none = new Float64Array(0);
  if (best === null) return { status: isUnbounded ? 'unbounded' : 'infeasible', value: Number.NaN, bound: -Infinity, columnValue: none, rowDual: none, columnDual: none };
  return { ...best, bound: best.value, columnValue: best.columnValue.map((v, i) => (program.integer![i] === 1 ? Math.round(v) : v)), rowDual: none, columnDual: none };
}

interface Row {
  readonly a: Float64Array;
  readonly rhsValue: number;
  readonly kind: 'le' | 'ge' | 'eq';
  /** Row of the program; -1: upper bound of a column. */
  readonly sourceIndex: number;
}

function solveRelaxed(program: LinearProgram): LpAnswer {
  const none = new Float64Array(0);
  const base = { value: Number.NaN, bound: -Infinity, columnValue: none, rowDual: none, columnDual: none };
  for (let c = 0; c < program.columnCount; c++) if (program.columnLower[c]! > program.columnUpper[c]! + EPSILON) return { ...base, status: 'infeasible' };
  const rows = rowsOf(program);
  const table = createTable(program, rows);
  if (!table.minimise(table.phaseOne, table.widthCount) || table.valueOf(table.phaseOne) > 1e-7) return { ...base, status: 'infeasible' };
  table.phaseOneDone();
  if (!table.minimise(table.cost, table.firstArtificialIndex)) return { ...base, status: 'unbounded' };
  const columnValue = table.solution().map((v, c) => v + program.columnLower[c]!);
  const rowDual = new Float64Array(program.rowCount);
  rows.forEach((row, i) => { if (row.sourceIndex !== -1) rowDual[row.sourceIndex]! += table.dualOf(i); });
  const value = columnValue.reduce((sum, v, c) => sum + v * program.objective[c]!, 0);
  const columnDual = program.objective.slice();
  for (let r = 0; r < program.rowCount; r++) for (let e = program.rowStart[r]!; e < program.rowStart[r + 1]!; e++) columnDual[program.columnIndex[e]!]! -= program.coefficient[e]! * rowDual[r]!;
  return { status: 'optimal', value, bound: value, columnValue, rowDual, columnDual };
}

/** Columns shifted to start at 0; every bound and side a row of its own. */
function rowsOf(program: LinearProgram): readonly Row[] {
  const rows: Row[] = [];
  for (let r = 0; r < program.rowCount; r++) {
    const a = new Float64Array(program.columnCount);
    let shift = 0;
    for (let e = program.rowStart[r]!; e < program.rowStart[r + 1]!; e++) {
      a[program.columnIndex[e]!]! += program.coefficient[e]!;
      shift += program.coefficient[e]! * program.columnLower[program.columnIndex[e]!]!;
    }
    const [low, high] = [program.rowLower[r]!, program.rowUpper[r]!];
    if (low === high) rows.push({ a, rhsValue: low - shift, kind: 'eq', sourceIndex: r });
    else {
      if (low > -Infinity) rows.push({ a, rhsValue: low - shift, kind: 'ge', sourceIndex: r });
      if (high < Infinity) rows.push({ a, rhsValue: high - shift, kind: 'le', sourceIndex: r });
    }
  }
  for (let c = 0; c < program.columnCount; c++) {
    if (program.columnUpper[c] === Infinity) continue;
    const a = new Float64Array(program.columnCount);
    a[c] = 1;
    rows.push({ a, rhsValue: program.columnUpper[c]! - program.columnLower[c]!, kind: 'le', sourceIndex: -1 });
  }
  return rows;
}

interface Table {
  readonly widthCount: number;
  readonly firstArtificialIndex: number;
  readonly cost: Float64Array;
  readonly phaseOne: Float64Array;
  minimise(cost: Float64Array, columnLimit: number): boolean;
  valueOf(cost: Float64Array): number;
  phaseOneDone(): void;
  solution(): Float64Array;
  dualOf(row: number): number;
}

function createTable(program: LinearProgram, rows: readonly Row[]): Table {
  const n = program.columnCount;
  const m = rows.length;
  const firstArtificial = n + m;
  const width = n + 2 * m;
  const sign = rows.map((row) => (row.rhsValue < 0 ? -1 : 1));
  const body = rows.map((row, i) => {
    const line = new Float64Array(width + 1);
    row.a.forEach((v, c) => { line[c] = sign[i]! * v; });
    if (row.kind !== 'eq') line[n + i] = sign[i]! * (row.kind === 'le' ? 1 : -1);
    line[firstArtificial + i] = 1;
    line[width] = sign[i]! * row.rhsValue;
    return line;
  });
  const basis = rows.map((_, i) => firstArtificial + i);
  const cost = new Float64Array(width + 1);
  cost.set(program.objective);
  const phaseOne = new Float64Array(width + 1);
  for (let i = 0; i < m; i++) { phaseOne[firstArtificial + i] = 1; subtract(phaseOne, body[i]!, 1); }
  const pivot = (r: number, c: number): void => {
    const line = body[r]!;
    const by = line[c]!;
    for (let k = 0; k <= width; k++) line[k]! /= by;
    for (const other of [...body, cost, phaseOne]) if (other !== line && other[c] !== 0) subtract(other, line, other[c]!);
    basis[r] = c;
  };
  return {
    widthCount: width, firstArtificialIndex: firstArtificial, cost, phaseOne,
    minimise(target, columnLimit) {
      for (;;) {
        let c = 0;
        while (c < columnLimit && target[c]! >= -EPSILON) c++;
        if (c === columnLimit) return true;
        let r = -1;
        for (let i = 0; i < m; i++) {
          if (body[i]![c]! <= EPSILON) continue;
          const [here, best] = [body[i]![width]! / body[i]![c]!, r === -1 ? Infinity : body[r]![width]! / body[r]![c]!];
          if (here < best - EPSILON || (here <= best + EPSILON && r !== -1 && basis[i]! < basis[r]!)) r = i;
        }
        if (r === -1) return false;
        pivot(r, c);
      }
    },
    valueOf: (target) => -target[width]!,
    phaseOneDone() {
      for (let i = 0; i < m; i++) {
        if (basis[i]! < firstArtificial) continue;
        let c = 0;
        while (c < firstArtificial && Math.abs(body[i]![c]!) <= 1e-7) c++;
        if (c < firstArtificial) pivot(i, c);
      }
    },
    solution() {
      const out = new Float64Array(n);
      basis.forEach((c, i) => { if (c < n) out[c] = body[i]![width]!; });
      return out;
    },
    dualOf: (i) => -sign[i]! * cost[firstArtificial + i]!,
  };
}

function subtract(target: Float64Array, line: Float64Array, times: number): void {
  for (let k = 0; k < target.length; k++) target[k]! -= times * line[k]!;
}
