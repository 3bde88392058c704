import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addS, instant } from '@anlan/kernel';
import type { ReportBody } from '../signal/index.ts';
import type { AlertBody, QueueRow } from './index.ts';
import { buildQueue, compareQueueRows } from './index.ts';

const now = instant('2026-11-23T09:00:00+08:00');
const alert: AlertBody = {
  id: 'alert-1', kind: 'threshold', ruleId: 'r', sensorId: 's', titles: { zh: '可燃气高', en: 'Gas high' }, unitCode: '%LEL', readingValue: 22, thresholdValue: 20,
  observedAt: now, position: [122, 30], owner: null, county: null, urgencyIndex: 2, incidentKindCode: 'gas-leak', simulated: false, state: 'new', conditionActive: true, conditionChangedAt: now,
  raisedAt: now, acknowledgeDueAt: addS(now, 60), acknowledgeWithinS: 60, acknowledgedAt: null, acknowledgedBy: null, escalationCount: 0, dismissedReason: null, incidentId: null,
};
const report: ReportBody = {
  id: 'report-1', receiptNumber: 'AAAAA-AAAAA', idempotencyKey: 'k', what: '有油花', placeText: '三号泊位', position: null, county: null, phone: '', photoArtefactIds: [],
  observedAt: now, receivedAt: now, state: 'received', incidentId: null, dismissedReason: null, assumed: [],
};
const row: QueueRow = {
  id: 'incident-1', kind: 'incident', section: 'active', titles: { zh: '溢油', en: 'Spill' }, detail: { zh: '', en: '' }, levelIndex: null, urgencyIndex: null, position: null,
  sinceAt: now, dueAt: null, dueTitles: null, overdueCount: 0, simulated: false, sounding: false, nextAction: { code: 'incident.verify', key: 'v' }, streamVersion: 1, ownerTitles: null,
};
const queue = (given: { alerts?: AlertBody[]; reports?: ReportBody[]; incidents?: QueueRow[]; orders?: QueueRow[]; at?: typeof now }) => buildQueue({
  alerts: (given.alerts ?? []).map((body) => ({ body, streamVersion: 1 })), reports: (given.reports ?? []).map((body) => ({ body, streamVersion: 1 })),
  incidents: given.incidents ?? [], orders: given.orders ?? [], now: given.at ?? now,
});
const ids = (rows: readonly QueueRow[]) => rows.map(({ id }) => id);

describe('the one queue', () => {
  it('S-001: a row says whose it is; a report is nobody’s until an incident is made of it', () => {
    const titles = { zh: '港口公司', en: 'Port company' };
    const rows = queue({ alerts: [{ ...alert, owner: { organisationId: 'org-port', titles, basis: 'facility' } }], reports: [report] });
    expect(rows.map(({ kind, ownerTitles }) => [kind, ownerTitles])).toEqual([['alert', titles], ['report', null]]);
  });

  it('S-327: unacknowledged first, then the duty nearest to its due time, then level, then urgency, then age', () => {
    const rows = queue({
      alerts: [{ ...alert, id: 'late', acknowledgeDueAt: addS(now, 300) }, { ...alert, id: 'soon', acknowledgeDueAt: addS(now, 10) }, { ...alert, id: 'answered', state: 'acknowledged' }],
      incidents: [
        { ...row, id: 'clock', dueAt: addS(now, 5) }, { ...row, id: 'level-2', levelIndex: 2 }, { ...row, id: 'level-1', levelIndex: 1 }, { ...row, id: 'old', sinceAt: addS(now, -60) }, { ...row, id: 'young' },
      ],
    });
    expect(ids(rows)).toEqual(['soon', 'late', 'clock', 'level-1', 'level-2', 'answered', 'old', 'young']);
  });

  it('an alert asks for its answer, then for an incident; dismissed and linked ones are gone', () => {
    const [first] = queue({ alerts: [alert] });
    expect(first).toMatchObject({ section: 'new', sounding: true, nextAction: { code: 'alert.acknowledge', key: 'Enter' }, overdueCount: 0, detail: { zh: '读数 22 %LEL，限值 20 %LEL' } });
    const [second] = queue({ alerts: [{ ...alert, state: 'acknowledged', conditionActive: false, escalationCount: 2 }] });
    expect(second).toMatchObject({ section: 'active', sounding: false, dueAt: null, nextAction: { code: 'incident.open', key: 'o' }, detail: { zh: '读数 22 %LEL，限值 20 %LEL，已恢复，已升级 2 次' } });
    expect(queue({ alerts: [{ ...alert, state: 'dismissed' }, { ...alert, state: 'linked' }] })).toEqual([]);
  });

  it('a silent sensor and a report say what they are; an overdue one is counted', () => {
    const rows = queue({ alerts: [{ ...alert, kind: 'stale', readingValue: null }], reports: [report], at: addS(now, 301) });
    expect(rows.map(({ detail, overdueCount }) => [detail.zh, overdueCount])).toEqual([['超过时限没有数据', 1], ['有油花 · 三号泊位', 1]]);
    expect(queue({ reports: [{ ...report, state: 'linked' }] })).toEqual([]);
  });

  const anyRow = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), kind: fc.constantFrom('alert', 'report', 'incident', 'order'), section: fc.constantFrom('new', 'active', 'watch'),
    levelIndex: fc.constantFrom(null, 1, 2), urgencyIndex: fc.constantFrom(null, 1, 4), sinceAt: fc.constantFrom(now, addS(now, 1)), dueAt: fc.constantFrom(null, now, addS(now, 1)),
  }).map((some) => ({ ...row, ...some }) as QueueRow);
  const rows = fc.uniqueArray(anyRow, { selector: ({ kind, id }) => `${kind} ${id}` });

  it('the order is total: antisymmetric, transitive, and no two rows are equal', () => {
    fc.assert(fc.property(anyRow, anyRow, anyRow, (a, b, c) => {
      expect(Math.sign(compareQueueRows(a, b))).toBe(-Math.sign(compareQueueRows(b, a)) + 0);
      if (compareQueueRows(a, b) < 0 && compareQueueRows(b, c) < 0) expect(compareQueueRows(a, c)).toBeLessThan(0);
      if (`${a.kind} ${a.id}` !== `${b.kind} ${b.id}`) expect(compareQueueRows(a, b)).not.toBe(0);
    }));
  });

  it('the order is stable: rows stand where they stand, however they came in and whatever the minute', () => {
    fc.assert(fc.property(rows, fc.nat(3600), (list, s) => {
      const sorted = queue({ incidents: list });
      expect(queue({ incidents: [...list].reverse(), at: addS(now, s) })).toEqual(sorted);
      expect(sorted).toHaveLength(list.length);
      for (const { nextAction } of sorted) expect(nextAction.code !== '' && nextAction.key !== '').toBe(true);
    }));
  });
});
