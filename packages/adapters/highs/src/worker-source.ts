// What runs in the worker thread, as text: plain JavaScript that needs no loader, so that the same
// adapter works from sources, from a bundle and in tests. HiGHS is a synchronous WASM module: a
// thread of its own keeps the caller responsive and can be ended at any moment.
// A thrown HiGHS error carries the minified module in its trace, so only its message crosses.

export const WORKER_SOURCE = `
const { parentPort, workerData } = require('node:worker_threads');
const ready = Promise.resolve(require(workerData.highsPath)({ print() {}, printErr() {} }));
let queue = Promise.resolve();
parentPort.on('message', (job) => { queue = queue.then(() => answer(job)); });

async function answer(job) {
  try {
    const highs = await ready;
    parentPort.postMessage({ id: job.id, answer: run(highs, job) });
  } catch (error) {
    parentPort.postMessage({ id: job.id, detail: String(error && error.message || error).slice(0, 200) });
  }
}

function run(highs, { program, options }) {
  const model = highs.createModel(dataOf(highs, program));
  try {
    const whole = program.integer !== undefined && program.integer.some((each) => each === 1);
    model.options.set(settings(options, whole));
    model.run();
    return read(highs, model, program, whole);
  } finally {
    model.dispose();
  }
}

function settings(options, whole) {
  const given = { output_flag: false, time_limit: options.timeLimitS };
  if (whole) return { ...given, ...(options.gapRatio === undefined ? {} : { mip_rel_gap: options.gapRatio }) };
  if (options.method === 'interior-point') return { ...given, solver: 'ipx', run_crossover: 'off', presolve: 'off', ...(options.toleranceRatio === undefined ? {} : { ipm_optimality_tolerance: options.toleranceRatio }) };
  return { ...given, solver: options.method === 'simplex' ? 'simplex' : 'choose' };
}

function dataOf(highs, program) {
  return {
    numCols: program.columnCount, numRows: program.rowCount, offset: 0,
    colCost: program.objective,
    colLower: bounds(program.columnLower, highs.infinity), colUpper: bounds(program.columnUpper, highs.infinity),
    rowLower: bounds(program.rowLower, highs.infinity), rowUpper: bounds(program.rowUpper, highs.infinity),
    matrix: { format: 'csr', numRows: program.rowCount, numCols: program.columnCount, starts: program.rowStart, indices: program.columnIndex, values: program.coefficient },
    ...(program.integer === undefined || !program.integer.some((each) => each === 1) ? {} : { integrality: Int32Array.from(program.integer) }),
  };
}

function bounds(given, infinity) {
  return given.map((each) => (each === Infinity ? infinity : each === -Infinity ? -infinity : each));
}

function read(highs, model, program, whole) {
  const status = highs.constants.modelStatus;
  const found = model.getModelStatus();
  const hasPrimal = model.info.get('primal_solution_status') === 2 || (!whole && found === status.unknown);
  const none = new Float64Array(0);
  const base = { value: NaN, bound: -Infinity, columnValue: none, rowDual: none, columnDual: none };
  if (found === status.infeasible) return { ...base, status: 'infeasible' };
  if (found === status.unbounded || found === status.unboundedOrInfeasible) return { ...base, status: 'unbounded' };
  if (found === status.empty) return { ...base, status: 'optimal', value: 0, bound: 0, columnValue: new Float64Array(program.columnCount), rowDual: new Float64Array(program.rowCount), columnDual: new Float64Array(program.columnCount) };
  if (!hasPrimal) return { ...base, status: 'limit', bound: whole ? boundOf(model) : -Infinity };
  const solution = model.getSolution();
  const columnValue = clean(solution.colValue, program);
  const value = columnValue.reduce((sum, each, c) => sum + each * program.objective[c], 0);
  const isOptimal = found === status.optimal;
  if (whole) return { status: isOptimal ? 'optimal' : 'feasible', value, bound: boundOf(model), columnValue, rowDual: none, columnDual: none };
  return { status: isOptimal ? 'optimal' : 'feasible', value, bound: isOptimal ? model.getObjectiveValue() : -Infinity, columnValue, rowDual: Float64Array.from(solution.rowDual), columnDual: Float64Array.from(solution.colDual) };
}

function boundOf(model) {
  const bound = Number(model.info.get('mip_dual_bound'));
  return Number.isFinite(bound) ? bound : -Infinity;
}

/** Interior-point values are no vertex: a hair beside a bound is the bound. */
function clean(values, program) {
  const out = new Float64Array(values.length);
  for (let c = 0; c < out.length; c++) {
    let v = Math.abs(values[c]) < 1e-6 ? 0 : values[c];
    if (v < program.columnLower[c]) v = program.columnLower[c];
    if (v > program.columnUpper[c]) v = program.columnUpper[c];
    if (program.integer !== undefined && program.integer[c] === 1) v = Math.round(v);
    out[c] = v;
  }
  return out;
}
`;
