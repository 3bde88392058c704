// A plan in the making: what is left of stocks, vehicles and quays, what has arrived. `place` sends what
// is possible of one column and opens whole trips for it; all plans of the ladder are made with it, so
// none can break a limit. Goods that leave one origin for one scene at the same moment share trips.

import type { Columns } from '../program/columns.ts';
import type { Frame } from '../program/frame.ts';
import { lotEnds } from '../program/build.ts';
import { madeBy } from '../program/frame.ts';

export interface Fill {
  readonly frame: Frame;
  readonly columns: Columns;
  /** Sent by each column. */
  readonly quantity: Float64Array;
  /** need × bucket: what counts at its end, kits included. */
  readonly arrived: Float64Array;
  /** part × bucket. */
  readonly partArrived: Float64Array;
  readonly stockLeft: Float64Array;
  /** Trips by group (lane and moment of departure). */
  readonly groups: ReadonlyMap<string, TripGroup>;
  /** Sends up to q more by column c; `openLimit` new trips at most. Returns what was sent. */
  place(c: number, q: number, openLimit?: number): number;
  /** What could be sent by column c, vehicles aside. */
  available(c: number): number;
  groupOf(c: number): TripGroup | undefined;
}

export interface TripGroup {
  readonly laneIndex: number;
  readonly departIndex: number;
  readonly departS: number;
  readonly untilIndex: number;
  readonly carrierIndex: number;
  /** Trips of each vehicle of the carrier, in its order. */
  readonly tripCount: Int32Array;
  readonly room: Float64Array;
}

export function createFill(frame: Frame, columns: Columns): Fill {
  const { bucketCount: T, problem } = frame;
  const quantity = new Float64Array(columns.count);
  const arrived = new Float64Array(frame.needCount * T);
  const partArrived = new Float64Array(columns.parts.length * T);
  const stockLeft = frame.totalValue.slice();
  const supply = createSupply(frame, columns, quantity);
  const carriage = createCarriage(frame, columns);
  const quays = createQuays(frame, columns);
  const available = (c: number): number => Math.min(stockLeft[columns.stock[c]!]!, supply.available(c), quays.available(c));
  return {
    frame, columns, quantity, arrived, partArrived, stockLeft, groups: carriage.groups, available,
    groupOf: carriage.groupOf,
    place(c, q, openLimit = Infinity) {
      const s = columns.stock[c]!;
      const step = problem.items[frame.stockItem[s]!]!.stepValue;
      let amount = Math.min(q, available(c));
      if (amount <= QUANTITY_MIN) return 0;
      amount = carriage.carry(c, amount, openLimit, step);
      if (amount <= QUANTITY_MIN) return 0;
      quantity[c]! += amount;
      stockLeft[s]! -= amount;
      supply.sent(c);
      quays.sent(c, amount);
      const p = columns.part[c]!;
      const [list, base] = p === -1 ? [arrived, columns.need[c]! * T] : [partArrived, p * T];
      for (let t = columns.fromIndex[c]!; t <= columns.untilIndex[c]!; t++) list[base + t]! += amount * columns.effectRatio[c]!;
      return amount;
    },
  };
}

/** Less than this of any unit is nothing: rounding of sums. */
export const QUANTITY_MIN = 1e-7;

/** Down to whole steps, with a hair of tolerance for sums. */
export function toStep(q: number, stepValue: number): number {
  return stepValue > 0 ? Math.floor(q / stepValue + 1e-9) * stepValue : q;
}

interface Supply {
  available(c: number): number;
  sent(c: number): void;
}

/** Ramps and lots: both are nested limits in time, looked at only where a stock has them. */
function createSupply(frame: Frame, columns: Columns, quantity: Float64Array): Supply {
  const used = new Map<number, number[]>();
  const ends = new Map<number, ReturnType<typeof lotEnds>>();
  const sumOf = (s: number, isIn: (c: number) => boolean): number => (used.get(s) ?? []).reduce((sum, c) => (isIn(c) ? sum + quantity[c]! : sum), 0);
  return {
    available(c) {
      const s = columns.stock[c]!;
      const stock = frame.problem.stocks[s]!;
      if (stock.reserve === 'social') return Infinity;
      if (stock.reserve === 'capacity') {
        const moments = [columns.departS[c]!, ...(used.get(s) ?? []).map((u) => columns.departS[u]!).filter((departS) => departS > columns.departS[c]!)];
        return Math.min(...moments.map((departS) => madeBy(stock, departS) - sumOf(s, (u) => columns.departS[u]! <= departS)));
      }
      let list = ends.get(s);
      if (list === undefined) ends.set(s, (list = lotEnds(frame, s)));
      if (list.length === 0) return Infinity;
      return Math.min(Infinity, ...list.filter((end) => end.untilS <= columns.arriveS[c]!).map((end) => end.laterValue - sumOf(s, (u) => columns.arriveS[u]! >= end.untilS)));
    },
    sent(c) {
      const s = columns.stock[c]!;
      const list = used.get(s);
      if (list === undefined) used.set(s, [c]);
      else if (!list.includes(c)) list.push(c);
    },
  };
}

interface Carriage {
  readonly groups: ReadonlyMap<string, TripGroup>;
  groupOf(c: number): TripGroup | undefined;
  /** Room found for up to `amount` in whole steps, trips opened as needed. */
  carry(c: number, amount: number, openLimit: number, step: number): number;
}

function createCarriage(frame: Frame, columns: Columns): Carriage {
  const { problem, bucketCount: T, carriers } = frame;
  const groups = new Map<string, TripGroup>();
  const free = problem.vehicles.map((vehicle) => new Int32Array(T).fill(vehicle.count));
  const keyOf = (c: number): string => `${columns.lane[c]!}|${columns.departS[c]!}`;
  const groupFor = (c: number): TripGroup => {
    const key = keyOf(c);
    let group = groups.get(key);
    if (group === undefined) {
      const carrier = columns.carrier[c]!;
      group = { laneIndex: columns.lane[c]!, departIndex: columns.departIndex[c]!, departS: columns.departS[c]!, untilIndex: columns.boundUntilIndex[c]!, carrierIndex: carrier, tripCount: new Int32Array(carriers.vehicles[carrier]!.length), room: new Float64Array(3) };
      groups.set(key, group);
    }
    return group;
  };
  const open = (group: TripGroup, wanted: readonly number[]): boolean => {
    const choice = chooseVehicle(frame, group, free, wanted);
    if (choice === -1) return false;
    const v = carriers.vehicles[group.carrierIndex]![choice]!;
    group.tripCount[choice]!++;
    for (let t = group.departIndex; t <= group.untilIndex; t++) free[v]![t]!--;
    const vehicle = problem.vehicles[v]!;
    group.room[0]! += vehicle.massKgMax;
    group.room[1]! += vehicle.volumeM3Max;
    group.room[2]! += vehicle.seatCountMax;
    return true;
  };
  return {
    groups,
    groupOf: (c) => groups.get(keyOf(c)),
    carry(c, amount, openLimit, step) {
      if (columns.carrier[c] === -1) return toStep(amount, step);
      const item = problem.items[frame.stockItem[columns.stock[c]!]!]!;
      const sizes = [item.massKg, item.volumeM3, item.seatCount];
      const group = groupFor(c);
      const fits = (): number => toStep(Math.min(amount, ...sizes.map((size, d) => (size > 0 ? group.room[d]! / size : Infinity))), step);
      let taken = fits();
      for (let opened = 0; taken < amount - QUANTITY_MIN && opened < openLimit; opened++) {
        if (!open(group, sizes.map((size) => size * (amount - taken)))) break;
        const next = fits();
        if (next <= taken) { taken = next; break; }
        taken = next;
      }
      sizes.forEach((size, d) => { group.room[d] = Math.max(0, group.room[d]! - size * taken); });
      return taken;
    },
  };
}

/** Free in every bucket of the trip; the smallest that takes all that is wanted, else the largest. */
function chooseVehicle(frame: Frame, group: TripGroup, free: readonly Int32Array[], wanted: readonly number[]): number {
  let [best, bestFits, bestSize] = [-1, false, 0];
  frame.carriers.vehicles[group.carrierIndex]!.forEach((v, i) => {
    for (let t = group.departIndex; t <= group.untilIndex; t++) if (free[v]![t]! <= 0) return;
    const vehicle = frame.problem.vehicles[v]!;
    const room = [vehicle.massKgMax, vehicle.volumeM3Max, vehicle.seatCountMax];
    if (wanted.some((size, d) => size > 0 && room[d]! <= 0)) return;
    const fits = wanted.every((size, d) => size <= room[d]!);
    const size = room[0]!;
    if (best === -1 || (fits && !bestFits) || (fits === bestFits && (fits ? size < bestSize : size > bestSize))) [best, bestFits, bestSize] = [i, fits, size];
  });
  return best;
}

function createQuays(frame: Frame, columns: Columns): { available(c: number): number; sent(c: number, amount: number): void } {
  const { problem } = frame;
  const index = new Map(problem.quays.map((quay, q) => [quay.id, q]));
  const left = problem.quays.map((quay) => Float64Array.from(quay.massKgMax));
  const massOf = (c: number): number => problem.items[frame.stockItem[columns.stock[c]!]!]!.massKg;
  const passes = (c: number) => problem.lanes[columns.lane[c]!]!.quays.map((quay) => ({ list: left[index.get(quay.quayId)!]!, t: quay.passedAtText === 'departure' ? columns.departIndex[c]! : columns.fromIndex[c]! }));
  return {
    available: (c) => (massOf(c) <= 0 ? Infinity : Math.min(Infinity, ...passes(c).map(({ list, t }) => list[t]! / massOf(c)))),
    sent(c, amount) { for (const { list, t } of passes(c)) list[t] = Math.max(0, list[t]! - amount * massOf(c)); },
  };
}
