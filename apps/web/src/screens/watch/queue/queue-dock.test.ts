import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueRow } from '@anlan/contracts';
import { dockRows, NOTHING_DOCKED, rowKey } from './queue-dock.ts';
import type { Docked } from './queue-dock.ts';

const row = (id: string, section: QueueRow['section'] = 'active', detail = ''): QueueRow => ({
  id, kind: 'incident', section, titles: { zh: id, en: id }, detail: { zh: detail, en: detail }, levelIndex: null, urgencyIndex: null, position: null,
  sinceAt: '2026-11-23T12:00:00.000Z', dueAt: null, dueTitles: null, overdueCount: 0, simulated: false, sounding: false, nextAction: { code: 'x', key: 'x' }, streamVersion: 1, ownerTitles: null,
});
const ids = (docked: Docked) => docked.rows.map(({ row: shown }) => shown.id).join('');
const start = (...rows: QueueRow[]) => dockRows(NOTHING_DOCKED, rows, { hold: false, selectedKey: undefined });

describe('docking of the queue', () => {
  it('under the pointer nothing moves: new rows wait behind a counter, gone ones stay as ghosts, values renew', () => {
    const before = start(row('a'), row('b'), row('c'));
    const held = dockRows(before, [row('x', 'new'), row('c'), row('a', 'active', 'changed')], { hold: true, selectedKey: 'incident/b' });
    expect(ids(held)).toBe('abc');
    expect(held.waitingCount).toBe(1);
    expect(held.rows.map(({ gone }) => gone)).toEqual([false, true, false]);
    expect(held.rows[0]?.row.detail.zh).toBe('changed');
  });

  it('a row that changes its section keeps its place until the list is let go', () => {
    const before = start(row('n', 'new'), row('a'));
    const acknowledged = [row('a'), row('n', 'watch')];
    const held = dockRows(before, acknowledged, { hold: true, selectedKey: undefined });
    expect(held.rows[0]).toMatchObject({ section: 'new', row: { section: 'watch' } });
    const free = dockRows(held, acknowledged, { hold: false, selectedKey: undefined });
    expect(free.rows.map(({ section }) => section)).toEqual(['active', 'watch']);
  });

  it('a new order is taken when the selected row stays in its place, else it waits for a person', () => {
    const before = start(row('a'), row('b'), row('c'));
    const order = [row('a'), row('c'), row('b')];
    expect(ids(dockRows(before, order, { hold: false, selectedKey: 'incident/a' }))).toBe('acb');
    const kept = dockRows(before, order, { hold: false, selectedKey: 'incident/c' });
    expect(ids(kept)).toBe('abc');
    expect(kept.orderWaits).toBe(true);
    expect(ids(dockRows(kept, order, { hold: false, selectedKey: 'incident/c', reorder: true }))).toBe('acb');
  });

  it('in the tray the newest stands last, and the tray is put in order when a person takes one out', () => {
    const before = start(row('a', 'new'), row('b', 'new'));
    const urgent = [row('u', 'new'), row('a', 'new'), row('b', 'new')];
    const waiting = dockRows(before, urgent, { hold: false, selectedKey: undefined });
    expect(ids(waiting)).toBe('abu');
    expect(waiting.orderWaits).toBe(true);
    const taken = dockRows(waiting, [row('u', 'new'), row('b', 'new'), row('a', 'watch')], { hold: false, selectedKey: undefined });
    expect(ids(taken)).toBe('uba');
    expect(taken.orderWaits).toBe(false);
  });

  it('twenty new reports leave the selected row where it is', () => {
    const before = start(row('a'), row('b'));
    const many = [...Array.from({ length: 20 }, (_, index) => row(`n${index}`, 'new')), row('a'), row('b')];
    const after = dockRows(before, many, { hold: false, selectedKey: 'incident/b' });
    const active = after.rows.filter(({ section }) => section === 'active');
    expect(active.map(({ row: shown }) => shown.id)).toEqual(['a', 'b']);
  });

  it('whatever comes: while held every shown row keeps its index, and after letting go nothing is missing or doubled', () => {
    const sections = fc.constantFrom<QueueRow['section']>('new', 'active', 'watch');
    const queues = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), sections), { selector: ([id]) => id, maxLength: 8 }).map((pairs) => pairs.map(([id, section]) => row(id, section)));
    fc.assert(fc.property(queues, fc.array(queues, { minLength: 1, maxLength: 5 }), fc.constantFrom(...'abcdefgh'), (first, later, selected) => {
      let docked = start(...first);
      const places = docked.rows.map(({ row: shown }) => rowKey(shown));
      for (const incoming of later) {
        docked = dockRows(docked, incoming, { hold: true, selectedKey: `incident/${selected}` });
        if (places.length > 0) expect(docked.rows.map(({ row: shown }) => rowKey(shown))).toEqual(places);
      }
      const last = later.at(-1)!;
      const free = dockRows(docked, last, { hold: false, selectedKey: `incident/${selected}` });
      expect(free.rows.map(({ row: shown }) => shown.id).sort()).toEqual(last.map(({ id }) => id).sort());
      expect(free.rows.every(({ gone, section, row: shown }) => !gone && section === shown.section)).toBe(true);
    }));
  });
});
