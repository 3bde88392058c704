// From the program's answer to whole trips, steps and kits: pinned orders first, then full trips, then
// the trips that would be fullest, then the greedy fills what rounding left over. The program's answer
// is a guide; limits are kept by the fill alone.

import type { Columns } from '../program/columns.ts';
import type { Frame } from '../program/frame.ts';
import type { Fill } from './fill.ts';
import type { Preference } from './greedy.ts';
import { pinnedQuantities } from '../program/lookup.ts';
import { createFill } from './fill.ts';
import { countKits, greedyFill } from './greedy.ts';

/** A fill with pinned orders placed. */
export function startFill(frame: Frame, columns: Columns): Fill {
  const fill = createFill(frame, columns);
  for (const [c, q] of pinnedQuantities(frame, columns)) fill.place(c, q);
  columns.kits.forEach((_, k) => { countKits(fill, k); });
  return fill;
}

/** `wanted` by column. */
export function roundFill(frame: Frame, columns: Columns, preference: Preference, wanted: ReadonlyMap<number, number>): Fill {
  const fill = startFill(frame, columns);
  const groups = groupsOf(frame, columns, wanted);
  for (const group of groups) for (const c of group.columns) placeRest(fill, c, wanted, Math.floor(group.loadRatio + 1e-9) - tripsOf(fill, c));
  const rest = [...groups].sort((a, b) => part(b.loadRatio) - part(a.loadRatio));
  for (const group of rest) for (const c of group.columns) placeRest(fill, c, wanted, Infinity);
  columns.kits.forEach((_, k) => { countKits(fill, k); });
  greedyFill(fill, preference);
  return fill;
}

function placeRest(fill: Fill, c: number, wanted: ReadonlyMap<number, number>, openLimit: number): void {
  const q = wanted.get(c)! - fill.quantity[c]!;
  if (q > 0) fill.place(c, q, Math.max(0, openLimit));
}

function tripsOf(fill: Fill, c: number): number {
  return fill.groupOf(c)?.tripCount.reduce((sum, count) => sum + count, 0) ?? 0;
}

interface Group {
  readonly columns: number[];
  /** Trips of the carrier's mean vehicle. */
  loadRatio: number;
}

function groupsOf(frame: Frame, columns: Columns, wanted: ReadonlyMap<number, number>): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const [c, q] of wanted) {
    const key = `${columns.lane[c]!}|${columns.departS[c]!}`;
    const group = groups.get(key) ?? { columns: [], loadRatio: 0 };
    groups.set(key, group);
    group.columns.push(c);
    group.loadRatio += loadOf(frame, columns, c, q);
  }
  return [...groups.values()];
}

function loadOf(frame: Frame, columns: Columns, c: number, q: number): number {
  const carrier = columns.carrier[c]!;
  if (carrier === -1) return 0;
  const { carriers, problem } = frame;
  const count = carriers.vehicles[carrier]!.reduce((sum, v) => sum + problem.vehicles[v]!.count, 0);
  const item = problem.items[frame.stockItem[columns.stock[c]!]!]!;
  const share = (size: number, room: number): number => (size > 0 ? (size * q * count) / room : 0);
  return Math.max(share(item.massKg, carriers.massKg[carrier]!), share(item.volumeM3, carriers.volumeM3[carrier]!), share(item.seatCount, carriers.seatCount[carrier]!));
}

function part(value: number): number {
  return value - Math.floor(value + 1e-9);
}
