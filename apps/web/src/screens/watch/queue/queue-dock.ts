// Rows never move under the pointer. While somebody points at the list (or walks it by keys) every row
// keeps its place: values renew in place, what has left stays as a ghost, what is new waits behind a
// counter. Otherwise the list takes the server's order, unless that would move the selected row; in the
// tray the newest stands last until a person has taken one out. A list whose order differs from the
// server's offers to be put in order. Pure; visual guide rule 5 and check 6.

import type { QueueRow } from '@anlan/contracts';

export type Section = QueueRow['section'];
export interface ShownRow {
  readonly row: QueueRow;
  /** Where it stands, which is not where the server has it while the list is held. */
  readonly section: Section;
  /** No longer in the queue; shown until the list is let go. */
  readonly gone: boolean;
}

export interface Docked {
  readonly rows: readonly ShownRow[];
  /** New rows that wait until the list is let go. */
  readonly waitingCount: number;
  /** The server's order differs; taking it would move the selected row. */
  readonly orderWaits: boolean;
}

export interface DockOptions {
  readonly hold: boolean;
  readonly selectedKey: string | undefined;
  /** A person asked for the server's order. */
  readonly reorder?: boolean;
}

export const NOTHING_DOCKED: Docked = { rows: [], waitingCount: 0, orderWaits: false };

export function rowKey(row: { readonly kind: string; readonly id: string }): string {
  return `${row.kind}/${row.id}`;
}

export function dockRows(before: Docked, incoming: readonly QueueRow[], options: DockOptions): Docked {
  if (options.hold && before.rows.length > 0) return hold(before, incoming);
  const fresh = bySection(incoming.map((row) => ({ row, section: row.section, gone: false })));
  if (options.reorder === true || before.rows.length === 0) return { rows: fresh, waitingCount: 0, orderWaits: false };
  const kept = keepOrder(before, fresh);
  const selected = options.selectedKey;
  const moves = selected !== undefined && placeOf(fresh, selected) !== placeOf(kept, selected);
  const rows = moves ? kept : trayLeft(before, fresh) ? fresh : withTrayOf(kept, fresh);
  return { rows, waitingCount: 0, orderWaits: !sameOrder(rows, fresh) };
}

/** In the tray the newest stands last until a person has taken one out of it: what waits is not pushed about. */
function withTrayOf(kept: readonly ShownRow[], fresh: readonly ShownRow[]): readonly ShownRow[] {
  return [...kept.filter(({ section }) => section === 'new'), ...fresh.filter(({ section }) => section !== 'new')];
}

function trayLeft(before: Docked, fresh: readonly ShownRow[]): boolean {
  const now = new Set(fresh.filter(({ section }) => section === 'new').map(({ row }) => rowKey(row)));
  return before.rows.some(({ row, section }) => section === 'new' && !now.has(rowKey(row)));
}

function sameOrder(a: readonly ShownRow[], b: readonly ShownRow[]): boolean {
  return a.length === b.length && a.every(({ row }, index) => rowKey(row) === rowKey(b[index]?.row ?? { kind: '', id: '' }));
}

function hold(before: Docked, incoming: readonly QueueRow[]): Docked {
  const now = new Map(incoming.map((row) => [rowKey(row), row]));
  const rows = before.rows.map((shown): ShownRow => {
    const row = now.get(rowKey(shown.row));
    return row === undefined ? { ...shown, gone: true } : { row, section: shown.section, gone: false };
  });
  const shownKeys = new Set(before.rows.map(({ row }) => rowKey(row)));
  return { rows, waitingCount: incoming.filter((row) => !shownKeys.has(rowKey(row))).length, orderWaits: before.orderWaits };
}

/** The old order inside each section; what is new in a section stands at its end. */
function keepOrder(before: Docked, fresh: readonly ShownRow[]): readonly ShownRow[] {
  const oldIndex = new Map(before.rows.map(({ row, section }, index) => [`${section}:${rowKey(row)}`, index]));
  const indexOf = ({ row, section }: ShownRow) => oldIndex.get(`${section}:${rowKey(row)}`) ?? Infinity;
  return bySection(fresh.map((shown, index) => ({ shown, index })).sort((a, b) => {
    const [left, right] = [indexOf(a.shown), indexOf(b.shown)];
    return left === right ? a.index - b.index : left - right;
  }).map(({ shown }) => shown));
}

/** Where a row stands in its section: `active#2`. Sections do not push one another: each has its own place. */
function placeOf(rows: readonly ShownRow[], key: string): string {
  const found = rows.find(({ row }) => rowKey(row) === key);
  if (found === undefined) return '';
  const index = rows.filter(({ section }) => section === found.section).indexOf(found);
  return `${found.section}#${index}`;
}

function bySection(rows: readonly ShownRow[]): readonly ShownRow[] {
  return SECTIONS.flatMap((section) => rows.filter((shown) => shown.section === section));
}

export const SECTIONS: readonly Section[] = ['new', 'active', 'watch'];
