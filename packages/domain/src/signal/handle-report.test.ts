import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addS, instant } from '@anlan/kernel';
import { foldAll } from '../log/index.ts';
import { createTestMemory, testContext } from '../log/memory-for-tests.ts';
import type { LonLat } from '@anlan/kernel';
import type { County, ReceiveReport, ReportBody } from './index.ts';
import {
  decideLinkReport, findReportByReceipt, handleAcknowledgeReport, handleDismissReport, handleReceiveReport, readReceipt, receiptFromKey, reportFold, reportIdFromKey,
} from './index.ts';

const now = instant('2026-11-23T09:00:00+08:00');
const passerBy = testContext(now, { kind: 'public', id: 'public', name: '群众', roles: [], organisationId: '' });
const duty = testContext(addS(now, 60));
const report: ReceiveReport = {
  idempotencyKey: 'device-7f3a9c2e41d0', what: '码头边有油花，气味很重', placeText: '鳌山三号泊位东侧', position: [122.158, 29.943], phone: '138 0000 0000',
  photoArtefactIds: [`sha256-${'a'.repeat(64)}`], observedAt: addS(now, -120),
};
const county: County = { divisionCode: '330902', titles: { zh: '定海区', en: 'Dinghai District' }, basis: 'nearest-shore' };
const setUp = () => ({ ...createTestMemory([reportFold]), countyAt: ([lonDeg]: LonLat) => (lonDeg > 122 ? county : null) });

describe('reports by people', () => {
  it('S-327: a report is kept as it was said and answered with a receipt that its sender can look up', async () => {
    const memory = setUp();
    const receipt = await handleReceiveReport(memory, report, passerBy);
    expect(receipt).toMatchObject({ ok: true, value: { repeated: false, receivedAt: now } });
    const { idempotencyKey: _key, ...said } = report;
    const view = await memory.views.find<ReportBody>('real', 'report', reportIdFromKey(report.idempotencyKey));
    expect(view?.body).toMatchObject({ ...said, state: 'received', assumed: [] });
    expect(memory.events[0]).toMatchObject({ happenedAt: report.observedAt, recordedAt: now });
    const number = receipt.ok ? receipt.value.receiptNumber : '';
    expect(await findReportByReceipt(memory, ` ${number.toLowerCase().replace('-', ' ')}`, passerBy)).toEqual({ ok: true, value: { receiptNumber: number, receivedAt: now, state: 'received' } });
  });

  it('S-321: the county of its position is recorded with it; none without a position, or outside', async () => {
    const memory = setUp();
    const countyOf = async (idempotencyKey: string, position: ReceiveReport['position']) => {
      await handleReceiveReport(memory, { ...report, idempotencyKey, position }, passerBy);
      return (await memory.views.find<ReportBody>('real', 'report', reportIdFromKey(idempotencyKey)))?.body.county;
    };
    expect(await countyOf('device-7f3a9c2e41d1', [122.158, 29.943])).toEqual(county);
    expect(memory.events[0]?.payload).toMatchObject({ county });
    expect(await countyOf('device-7f3a9c2e41d2', null)).toBeNull();
    expect(await countyOf('device-7f3a9c2e41d3', [121, 29.943])).toBeNull();
  });

  it('the same key posted twice, also at the same time, is one report with one receipt', async () => {
    const memory = setUp();
    const both = await Promise.all([handleReceiveReport(memory, report, passerBy), handleReceiveReport(memory, report, passerBy)]);
    const third = await handleReceiveReport(memory, report, { ...passerBy, now: addS(now, 9) });
    const receipts = [...both, third].map((answer) => (answer.ok ? answer.value : answer.refusal));
    expect(new Set(receipts.map((receipt) => ('receiptNumber' in receipt ? receipt.receiptNumber : receipt.code))).size).toBe(1);
    expect(receipts.map((receipt) => 'repeated' in receipt && receipt.repeated).sort()).toEqual([false, true, true]);
    expect(memory.events).toHaveLength(1);
  });

  it('a key used again for other words is refused, so that the second report is not lost', async () => {
    const memory = setUp();
    await handleReceiveReport(memory, report, passerBy);
    const other = await handleReceiveReport(memory, { ...report, what: '另一处着火' }, passerBy);
    expect(other).toMatchObject({ ok: false, refusal: { code: 'SIGNAL_REPORT_KEY_REUSED' } });
  });

  it.each([
    ['a clock far ahead', addS(now, 3600), 'signal.assumed.report-clock-ahead'], ['a time long past', addS(now, -8 * 86_400), 'signal.assumed.report-time-old'], ['no time', null, 'signal.assumed.report-time-now'],
  ])('%s does not lose the report: the time is kept as said and the assumption named', async (_case, observedAt, code) => {
    const memory = setUp();
    const receipt = await handleReceiveReport(memory, { ...report, observedAt }, passerBy);
    const view = await memory.views.find<ReportBody>('real', 'report', receipt.ok ? receipt.value.id : '');
    expect(view?.body.observedAt).toBe(observedAt ?? now);
    expect(view?.body.assumed.map((assumption) => assumption.code)).toEqual([code]);
    expect(memory.events[0]!.happenedAt).toBeLessThanOrEqual(now);
  });

  it.each([
    [{ what: '  ' }, 'SIGNAL_REPORT_WHAT_MISSING'], [{ placeText: '', position: null }, 'SIGNAL_REPORT_PLACE_MISSING'], [{ idempotencyKey: 'short' }, 'SIGNAL_REPORT_KEY_UNREADABLE'],
    [{ position: [122, 93] as const }, 'KERNEL_POSITION_OUT_OF_RANGE'], [{ phone: 'call me' }, 'SIGNAL_REPORT_PHONE_UNREADABLE'], [{ photoArtefactIds: ['../etc'] }, 'SIGNAL_REPORT_PHOTO_UNREADABLE'],
    [{ photoArtefactIds: Array.from({ length: 7 }, () => `sha256-${'a'.repeat(64)}`) }, 'SIGNAL_REPORT_PHOTOS_TOO_MANY'], [{ what: '油'.repeat(2001) }, 'SIGNAL_REPORT_TOO_LONG'],
  ])('%o is no report', async (wrong, code) => {
    const memory = setUp();
    expect(await handleReceiveReport(memory, { ...report, ...wrong }, passerBy)).toMatchObject({ ok: false, refusal: { code } });
    expect(memory.events).toHaveLength(0);
  });

  it('place, what and no phone is enough', async () => {
    expect((await handleReceiveReport(setUp(), { ...report, phone: '', position: null, photoArtefactIds: [] }, passerBy)).ok).toBe(true);
  });

  it('a person answers once; the second of two is told so; a passer-by may not answer', async () => {
    const memory = setUp();
    const reportId = reportIdFromKey(report.idempotencyKey);
    await handleReceiveReport(memory, report, passerBy);
    expect(await handleAcknowledgeReport(memory, { reportId }, passerBy)).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
    expect(await handleAcknowledgeReport(memory, { reportId, seenVersion: 1 }, duty)).toMatchObject({ ok: true, value: { streamVersion: 2 } });
    expect(await handleDismissReport(memory, { reportId, reason: '误报', seenVersion: 1 }, duty)).toMatchObject({ ok: false, refusal: { code: 'LOG_VERSION_CONFLICT' } });
    expect(await handleAcknowledgeReport(memory, { reportId }, duty)).toMatchObject({ ok: false, refusal: { code: 'SIGNAL_REPORT_ANSWERED', params: { state: 'acknowledged' } } });
    expect(await handleDismissReport(memory, { reportId, reason: ' ' }, duty)).toMatchObject({ ok: false, refusal: { code: 'SIGNAL_REASON_MISSING' } });
    expect(await handleDismissReport(memory, { reportId, reason: '重复' }, duty)).toMatchObject({ ok: true });
    expect(await handleDismissReport(memory, { reportId: 'report-x', reason: '重复' }, duty)).toMatchObject({ ok: false, refusal: { code: 'SIGNAL_REPORT_UNKNOWN' } });
  });

  it('a dismissed report may be linked after all, and not to a second incident', async () => {
    const memory = setUp();
    await handleReceiveReport(memory, report, passerBy);
    const id = reportIdFromKey(report.idempotencyKey);
    await handleDismissReport(memory, { reportId: id, reason: '误报' }, duty);
    const body = (await memory.views.find<ReportBody>('real', 'report', id))!.body;
    const linked = decideLinkReport(body, 'incident-1', duty);
    expect(linked.ok && linked.value.map((event) => event.type)).toEqual(['report.linked']);
    const after: ReportBody = { ...body, state: 'linked', incidentId: 'incident-1' };
    expect(decideLinkReport(after, 'incident-1', duty)).toEqual({ ok: true, value: [] });
    expect(decideLinkReport(after, 'incident-2', duty)).toMatchObject({ ok: false, refusal: { code: 'SIGNAL_REPORT_ANSWERED' } });
  });

  it('every prefix of the stream folds to a whole report', async () => {
    const memory = setUp();
    await handleReceiveReport(memory, report, passerBy);
    await handleAcknowledgeReport(memory, { reportId: reportIdFromKey(report.idempotencyKey) }, duty);
    await handleDismissReport(memory, { reportId: reportIdFromKey(report.idempotencyKey), reason: '误报' }, duty);
    const states = memory.events.map((_, i) => foldAll(reportFold, memory.events.slice(0, i + 1))?.state);
    expect(states).toEqual(['received', 'acknowledged', 'dismissed']);
    expect(foldAll(reportFold, [])).toBeUndefined();
  });

  it('a report of a drill stays in the drill', async () => {
    const memory = setUp();
    await handleReceiveReport(memory, report, { ...passerBy, realm: 'drill-1' });
    expect(await memory.views.list({ realm: 'real', kind: 'report' })).toHaveLength(0);
    expect((await handleReceiveReport(memory, report, passerBy)).ok).toBe(true);
  });
});

describe('receipt numbers', () => {
  const key = fc.string({ minLength: 16, maxLength: 80 });
  const SIGNS = '123456789ABCDEFGHJKMNPQRSTVWXYZ';

  it('are the same for the same key, readable, and pass their own check', () => {
    fc.assert(fc.property(key, (k) => {
      expect(receiptFromKey(k)).toMatch(/^[1-9A-HJKMNP-TV-Z]{5}-[1-9A-HJKMNP-TV-Z]{5}$/);
      expect(readReceipt(receiptFromKey(k))).toEqual({ ok: true, value: receiptFromKey(k) });
    }));
  });

  it('one wrong sign or two swapped signs are always found', () => {
    fc.assert(fc.property(key, fc.nat(9), fc.nat(9), fc.nat(30), (k, i, j, s) => {
      const signs = [...receiptFromKey(k).replace('-', '')];
      const swapped = [...signs];
      [swapped[i], swapped[j]] = [swapped[j]!, swapped[i]!];
      const wrong = signs.map((sign, at) => (at === i ? SIGNS[s]! : sign));
      for (const changed of [swapped, wrong]) expect(readReceipt(changed.join('')).ok).toBe(changed.join('') === signs.join(''));
    }));
  });
});
