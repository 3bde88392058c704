// Every way in which something of a stock can be sent to a need: one column for (stock, need, lane,
// departure bucket). This is the unreduced program; nothing is dropped here except what another
// column beats in every respect. What leaves within a bucket leaves as early as it can; only
// production also leaves as late as it may to arrive by a bucket's end, because more is made by then.

import type { Frame } from './frame.ts';
import { madeBy } from './frame.ts';

export interface Columns {
  readonly count: number;
  readonly stock: Int32Array;
  readonly need: Int32Array;
  /** -1: counts by itself; otherwise the part of a kit, index in `parts`. */
  readonly part: Int32Array;
  readonly lane: Int32Array;
  readonly departIndex: Int32Array;
  readonly departS: Float64Array;
  readonly arriveS: Float64Array;
  /** First and last bucket at whose end it counts. */
  readonly fromIndex: Int32Array;
  readonly untilIndex: Int32Array;
  /** Units of the need (or of the part) from one unit sent. */
  readonly effectRatio: Float64Array;
  /** Last bucket in which a vehicle is bound by it; -1: no carrier. */
  readonly boundUntilIndex: Int32Array;
  readonly carrier: Int32Array;
  /** Columns of stock s: byStockStart[s] to byStockStart[s + 1]. */
  readonly byStockStart: Int32Array;
  /** Columns of each works, the latest departure first. */
  readonly productionOrder: ReadonlyMap<number, readonly number[]>;
  readonly parts: readonly KitPartRef[];
  readonly kits: readonly KitRef[];
}

export interface KitPartRef {
  readonly needIndex: number;
  readonly kitIndex: number;
  readonly perKitValue: number;
  readonly itemId: string;
  readonly unitCode: string;
}

export interface KitRef {
  readonly needIndex: number;
  readonly effectValue: number;
  readonly unitCode: string;
  readonly id: string;
  readonly partIndices: readonly number[];
}

interface Way {
  readonly departIndex: number;
  readonly departS: number;
  readonly arriveS: number;
  readonly fromIndex: number;
}

/** What one item does for one need: by itself (part -1) or as a part. */
interface Use {
  readonly needIndex: number;
  readonly partIndex: number;
  readonly effectRatio: number;
}

export function columnsOf(frame: Frame): Columns {
  const { problem } = frame;
  const { kits, parts } = kitsOf(frame);
  const uses = usesOf(frame, parts);
  const sink = createSink();
  const byStockStart = new Int32Array(frame.stockCount + 1);
  const ways = new Map<string, readonly Way[]>();
  for (let s = 0; s < frame.stockCount; s++) {
    byStockStart[s] = sink.count();
    if (frame.isCounted[s] === 1 && frame.totalValue[s]! > 0) addStock(frame, s, uses, ways, sink);
  }
  byStockStart[frame.stockCount] = sink.count();
  const columns = sink.done();
  return { ...columns, byStockStart, productionOrder: productionOrderOf(frame, byStockStart, columns.departS), parts, kits, count: columns.stock.length, carrier: Int32Array.from(columns.lane, (lane) => frame.carriers.laneCarrier[lane]!), boundUntilIndex: boundUntil(frame, columns.lane, columns.departS, columns.arriveS, problem.bucketEndS.length) };
}

function productionOrderOf(frame: Frame, start: Int32Array, departS: Float64Array): ReadonlyMap<number, readonly number[]> {
  const out = new Map<number, readonly number[]>();
  frame.problem.stocks.forEach((stock, s) => {
    if (stock.reserve === 'capacity') out.set(s, Array.from({ length: start[s + 1]! - start[s]! }, (_, i) => start[s]! + i).sort((a, b) => departS[b]! - departS[a]! || a - b));
  });
  return out;
}

function addStock(frame: Frame, s: number, uses: ReadonlyMap<string, readonly Use[]>, waysOf: Map<string, readonly Way[]>, sink: Sink): void {
  const { problem } = frame;
  const stock = problem.stocks[s]!;
  const item = problem.items[frame.stockItem[s]!]!;
  for (const l of frame.lanesOfOrigin.get(stock.originId) ?? []) {
    const lane = problem.lanes[l]!;
    const wanted = uses.get(`${lane.sceneId}|${stock.itemId}`);
    if (wanted === undefined) continue;
    const isFree = frame.carriers.laneCarrier[l] === -1 && lane.quays.length === 0 && item.dutyS === null;
    const key = `${l}|${stock.leadS}|${stock.reserve === 'capacity' ? stock.id : ''}|${isFree}`;
    let ways = waysOf.get(key);
    if (ways === undefined) waysOf.set(key, (ways = waysOfLane(frame, s, l, isFree)));
    for (const way of ways) {
      const until = item.dutyS === null ? frame.bucketCount - 1 : lastIndexBy(frame, way.departS + item.dutyS);
      if (until < way.fromIndex) continue;
      for (const use of wanted) sink.add(s, use, l, way, until);
    }
  }
}

/** Departures of one stock on one lane; beaten ones are left out. */
function waysOfLane(frame: Frame, s: number, l: number, isFree: boolean): readonly Way[] {
  const stock = frame.problem.stocks[s]!;
  const lane = frame.problem.lanes[l]!;
  const out: Way[] = [];
  let earliest = Infinity;
  for (let t = 0; t < frame.bucketCount; t++) {
    const travelS = lane.travelS[t];
    const from = Math.max(frame.startS[t]!, stock.leadS);
    if (travelS == null || from > frame.endS[t]!) continue;
    if (stock.reserve === 'capacity') { addProduction(frame, s, t, from, travelS, out); continue; }
    const fromIndex = firstIndexAfter(frame, from + travelS);
    if (fromIndex === -1 || (isFree && from + travelS >= earliest)) continue;
    earliest = from + travelS;
    out.push({ departIndex: t, departS: from, arriveS: from + travelS, fromIndex });
  }
  return out;
}

/** For each bucket end that can be met from departure bucket t: leave as late as that allows. */
function addProduction(frame: Frame, s: number, t: number, from: number, travelS: number, out: Way[]): void {
  const stock = frame.problem.stocks[s]!;
  let before = -1;
  for (let a = t; a < frame.bucketCount; a++) {
    const departS = Math.min(frame.endS[t]!, frame.endS[a]! - travelS);
    if (departS < from || departS <= before || madeBy(stock, departS) <= 0) continue;
    before = departS;
    out.push({ departIndex: t, departS, arriveS: departS + travelS, fromIndex: a });
  }
}

function firstIndexAfter(frame: Frame, arriveS: number): number {
  for (let t = 0; t < frame.bucketCount; t++) if (arriveS <= frame.endS[t]!) return t;
  return -1;
}

function lastIndexBy(frame: Frame, untilS: number): number {
  for (let t = frame.bucketCount - 1; t >= 0; t--) if (frame.endS[t]! <= untilS) return t;
  return -1;
}

/** A trip binds its vehicle for the way there, handling and the way back. */
function boundUntil(frame: Frame, lane: Int32Array, departS: Float64Array, arriveS: Float64Array, T: number): Int32Array {
  return Int32Array.from(lane, (l, c) => {
    const carrier = frame.carriers.laneCarrier[l]!;
    if (carrier === -1) return -1;
    const backS = departS[c]! + 2 * (arriveS[c]! - departS[c]!) + frame.carriers.handlingS[carrier]!;
    let until = 0;
    while (until < T - 1 && frame.endS[until]! < backS) until++;
    return until;
  });
}

function kitsOf(frame: Frame): { readonly kits: readonly KitRef[]; readonly parts: readonly KitPartRef[] } {
  const kits: KitRef[] = [];
  const parts: KitPartRef[] = [];
  const groups = new Map(frame.problem.groups.map((group) => [group.id, group]));
  frame.problem.needs.forEach((need, n) => {
    for (const kit of groups.get(need.groupId)!.kits) {
      const partIndices = kit.parts.map((part) => parts.push({ needIndex: n, kitIndex: kits.length, perKitValue: part.perKitValue, unitCode: part.unitCode, itemId: part.itemId }) - 1);
      kits.push({ needIndex: n, effectValue: kit.effectValue, unitCode: kit.unitCode, id: kit.id, partIndices });
    }
  });
  return { kits, parts };
}

/** Key `scene|item` to what that item does there. */
function usesOf(frame: Frame, parts: readonly KitPartRef[]): ReadonlyMap<string, readonly Use[]> {
  const out = new Map<string, Use[]>();
  const add = (key: string, use: Use): void => {
    const list = out.get(key);
    if (list === undefined) out.set(key, [use]);
    else list.push(use);
  };
  const groups = new Map(frame.problem.groups.map((group) => [group.id, group]));
  frame.problem.needs.forEach((need, n) => {
    for (const each of groups.get(need.groupId)!.accepts) if (each.effectRatio > 0) add(`${need.sceneId}|${each.itemId}`, { needIndex: n, partIndex: -1, effectRatio: each.effectRatio });
  });
  parts.forEach((part, p) => { add(`${frame.problem.needs[part.needIndex]!.sceneId}|${part.itemId}`, { needIndex: part.needIndex, partIndex: p, effectRatio: 1 }); });
  return out;
}

interface Sink {
  add(s: number, use: Use, l: number, way: Way, untilIndex: number): void;
  count(): number;
  done(): Pick<Columns, 'stock' | 'need' | 'part' | 'lane' | 'departIndex' | 'departS' | 'arriveS' | 'fromIndex' | 'untilIndex' | 'effectRatio'>;
}

/** Growing typed arrays: a million columns in a few tens of milliseconds. */
function createSink(): Sink {
  let room = 1 << 14;
  let count = 0;
  let whole = new Int32Array(room * 7);
  let real = new Float64Array(room * 3);
  const grow = (): void => {
    const [nextWhole, nextReal] = [new Int32Array(room * 14), new Float64Array(room * 6)];
    for (let f = 0; f < 7; f++) nextWhole.set(whole.subarray(f * room, f * room + count), f * room * 2);
    for (let f = 0; f < 3; f++) nextReal.set(real.subarray(f * room, f * room + count), f * room * 2);
    [whole, real, room] = [nextWhole, nextReal, room * 2];
  };
  const wholes = (f: number): Int32Array => whole.slice(f * room, f * room + count);
  const reals = (f: number): Float64Array => real.slice(f * room, f * room + count);
  return {
    add(s, use, l, way, untilIndex) {
      if (count === room) grow();
      const c = count++;
      whole[c] = s; whole[room + c] = use.needIndex; whole[2 * room + c] = use.partIndex; whole[3 * room + c] = l;
      whole[4 * room + c] = way.departIndex; whole[5 * room + c] = way.fromIndex; whole[6 * room + c] = untilIndex;
      real[c] = way.departS; real[room + c] = way.arriveS; real[2 * room + c] = use.effectRatio;
    },
    count: () => count,
    done: () => ({ stock: wholes(0), need: wholes(1), part: wholes(2), lane: wholes(3), departIndex: wholes(4), fromIndex: wholes(5), untilIndex: wholes(6), departS: reals(0), arriveS: reals(1), effectRatio: reals(2) }),
  };
}
