// Who goes first: vehicles to tasks for the first hour. Exact, in this order: tasks of the highest
// class served, its last arrival, the same for the next class, and last the sum of all arrivals.
// Bottleneck by binary search over arrivals with augmenting paths (Gross 1959), sum by successive
// shortest paths with potentials (Jonker and Volgenant 1987; the steps are our own).

import { assert } from '@anlan/kernel';

export interface FirstHourInput {
  /** arriveS[task][vehicle]; null: this vehicle cannot do this task. */
  readonly arriveS: readonly (readonly (number | null)[])[];
  /** 0 is served before 1, and so on. */
  readonly priorityClass: readonly number[];
}

export interface FirstHourResult {
  /** Vehicle of each task, -1: none is left for it. */
  readonly vehicleOf: readonly number[];
  /** Last arrival of each class present, in order of class. */
  readonly worstArriveS: readonly number[];
  readonly sumArriveS: number;
  readonly unservedCount: number;
}

export function assignFirstHour(input: FirstHourInput): FirstHourResult {
  const { arriveS, priorityClass } = input;
  assert(priorityClass.length === arriveS.length, 'one class for each task');
  const limit = new Float64Array(arriveS.length).fill(-1);
  const earlier: number[] = [];
  const worstArriveS: number[] = [];
  let served = 0;
  for (const level of [...new Set(priorityClass)].sort((a, b) => a - b)) {
    const members = priorityClass.flatMap((value, task) => (value === level ? [task] : []));
    earlier.push(...members);
    const own = bottleneck(input, members, (arriveSMax) => {
      for (const task of members) limit[task] = arriveSMax;
      return servedCount(input, earlier, limit);
    }, served);
    for (const task of members) limit[task] = own.worstArriveS;
    served = own.servedCount;
    worstArriveS.push(own.worstArriveS);
  }
  const vehicleOf = cheapest(input, limit);
  const sumArriveS = vehicleOf.reduce((sum, vehicle, task) => (vehicle < 0 ? sum : sum + arriveS[task]![vehicle]!), 0);
  return { vehicleOf, worstArriveS, sumArriveS, unservedCount: arriveS.length - served };
}

/** Sets of tasks that vehicles can serve are a matroid, so that how many of a class can be served does not hang on which earlier ones were. */
function servedCount({ arriveS }: FirstHourInput, tasks: readonly number[], limit: Float64Array): number {
  const matching = new Matching(arriveS, limit);
  return tasks.filter((task) => matching.add(task)).length;
}

/** The earliest last arrival of a class that leaves as many served as there can be. */
function bottleneck(input: FirstHourInput, members: readonly number[], servedBy: (arriveSMax: number) => number, before: number): { readonly worstArriveS: number; readonly servedCount: number } {
  const most = servedBy(Number.POSITIVE_INFINITY);
  if (most === before) return { worstArriveS: 0, servedCount: most };
  const values = [...new Set(members.flatMap((task) => input.arriveS[task]!.filter((value) => value !== null)))].sort((a, b) => a - b);
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (servedBy(values[middle]!) === most) high = middle;
    else low = middle + 1;
  }
  return { worstArriveS: values[low]!, servedCount: most };
}

/** Grows a matching of tasks to vehicles within the limits, one augmenting path at a time. */
class Matching {
  private readonly arriveS: readonly (readonly (number | null)[])[];
  private readonly limit: Float64Array;
  private readonly taskOf: Int32Array;
  private readonly seenIn: Int32Array;
  private roundCount = 0;

  constructor(arriveS: readonly (readonly (number | null)[])[], limit: Float64Array) {
    this.arriveS = arriveS;
    this.limit = limit;
    this.taskOf = new Int32Array(arriveS[0]?.length ?? 0).fill(-1);
    this.seenIn = new Int32Array(this.taskOf.length);
  }

  add(task: number): boolean {
    this.roundCount++;
    return this.augment(task);
  }

  private augment(task: number): boolean {
    const row = this.arriveS[task]!;
    const limit = this.limit[task]!;
    for (let pass = 0; pass < 2; pass++) {
      for (let vehicle = 0; vehicle < this.taskOf.length; vehicle++) {
        const value = row[vehicle];
        if (value === null || value === undefined || value > limit || this.seenIn[vehicle] === this.roundCount) continue;
        const holder = this.taskOf[vehicle]!;
        if (pass === 0 && holder >= 0) continue;
        this.seenIn[vehicle] = this.roundCount;
        if (holder < 0 || this.augment(holder)) {
          this.taskOf[vehicle] = task;
          return true;
        }
      }
    }
    return false;
  }
}

/**
 * Least sum within the limits: a shortest augmenting path for each task. Each task has a way of its own to
 * stay unserved, dearer than any sum and dearest for the highest class; by the matroid that keeps the order of classes.
 */
function cheapest({ arriveS, priorityClass }: FirstHourInput, limit: Float64Array): readonly number[] {
  const vehicleCount = arriveS[0]?.length ?? 0;
  const classMax = Math.max(0, ...priorityClass);
  const dear = 1 + arriveS.reduce((sum, row) => sum + row.reduce<number>((most, value) => Math.max(most, value ?? 0), 0), 0);
  const costOf = (task: number, column: number): number => {
    if (column >= vehicleCount) return column - vehicleCount === task ? dear * (1 + classMax - priorityClass[task]!) : Number.POSITIVE_INFINITY;
    const value = arriveS[task]![column];
    return value === null || value === undefined || value > limit[task]! ? Number.POSITIVE_INFINITY : value;
  };
  const s: Duals = {
    columnPrice: new Float64Array(vehicleCount + arriveS.length), taskPrice: new Float64Array(arriveS.length),
    taskOf: new Int32Array(vehicleCount + arriveS.length).fill(-1), columnOf: new Int32Array(arriveS.length).fill(-1),
  };
  for (let task = 0; task < arriveS.length; task++) place(s, task, costOf);
  return [...s.columnOf].map((column) => (column >= vehicleCount ? -1 : column));
}

interface Duals {
  readonly columnPrice: Float64Array;
  readonly taskPrice: Float64Array;
  readonly taskOf: Int32Array;
  readonly columnOf: Int32Array;
}

function place(s: Duals, start: number, costOf: (task: number, column: number) => number): void {
  const columns = s.columnPrice.length;
  const reach = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(columns);
  const done = new Uint8Array(columns);
  let task = start;
  let best = 0;
  let free = -1;
  while (free < 0) {
    const base = best - s.taskPrice[task]!;
    let nearest = -1;
    let nearestReach = Number.POSITIVE_INFINITY;
    for (let column = 0; column < columns; column++) {
      if (done[column] === 1) continue;
      const through = base + costOf(task, column) - s.columnPrice[column]!;
      if (through < reach[column]!) { reach[column] = through; from[column] = task; }
      if (reach[column]! < nearestReach) { nearest = column; nearestReach = reach[column]!; }
    }
    assert(nearest >= 0, 'a task can always stay unserved');
    done[nearest] = 1;
    best = nearestReach;
    if (s.taskOf[nearest]! < 0) free = nearest;
    else task = s.taskOf[nearest]!;
  }
  s.taskPrice[start] = s.taskPrice[start]! + best;
  for (let column = 0; column < columns; column++) {
    if (done[column] === 0 || column === free) continue;
    const slack = best - reach[column]!;
    s.taskPrice[s.taskOf[column]!] = s.taskPrice[s.taskOf[column]!]! + slack;
    s.columnPrice[column] = s.columnPrice[column]! - slack;
  }
  for (let column = free; ;) {
    const holder = from[column]!;
    const before = s.columnOf[holder]!;
    s.taskOf[column] = holder;
    s.columnOf[holder] = column;
    if (holder === start) return;
    column = before;
  }
}
