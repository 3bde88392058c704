import { describe, it, expect } from 'vitest';
import fc from 'fast-check';
import { addS, instant } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import type { Holding } from '../../log/index.ts';
import { newEvent } from '../../log/index.ts';
import { recordKey, recordOf } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import { testContext } from '../../register/testing/fake-memory.ts';
import { createSmallWorld } from '../testing/small-world.ts';
import type { SmallWorld } from '../testing/small-world.ts';
import {
  capacityCurve, checkLotUsable, countedAgreementValue, gapReport, reachedClass, handleApproveCount, handleAuditAgreement, handleCountStock, handleIssueStock, handleReceiveStock, handleTransferStock, pickFefo, producedValue, socialAgreements, stockLots,
} from './index.ts';
import type { StockLot } from './index.ts';

const keeper = testContext(['reserve'], undefined, 'org-a', 'keeper');
const second = testContext(['reserve'], undefined, 'org-a', 'second');

const lot = (id: string, values: Partial<StockLot['values']> = {}, state = 'ready'): StockLot => ({
  registerId: 'stock-lots', id, state, archived: false, archivedReason: null, seedHash: null,
  createdAt: 0 as Instant, createdBy: '', updatedAt: 0 as Instant, updatedBy: '',
  values: { expiresAt: instant('2027-01-01T00:00:00Z'), inspectionCode: 'passed', inspectionValidUntilAt: instant('2027-06-01T00:00:00Z'), itemKindId: 'k', ...values } as StockLot['values'],
});
const holding = (lotId: string, onHandValue: number, heldValue = 0): Holding => ({ holdingId: recordKey('stock-lots', lotId), realm: 'real', onHandValue, heldValue });

/** A promise of somebody else's, in the log as any other. */
async function holdSome(world: SmallWorld, holdingId: string, quantityValue: number): Promise<void> {
  const event = { ...newEvent(keeper, 'order.issued', {}), moves: [{ holdingId, move: 'hold', quantityValue }] } as const;
  await world.log.append({ realm: 'real', recordedAt: keeper.now, appends: [{ stream: 'order:other', expectedVersion: 0, events: [event] }] });
}

describe('S-447: stock by lot', () => {
  it('S-447: a lot counts only while ready, inspected and unexpired at the time of use', () => {
    const usedAt = instant('2026-11-24T00:00:00Z');
    const code = (candidate: StockLot, at = usedAt) => { const check = checkLotUsable(candidate, at); return check.ok ? 'usable' : check.refusal.code; };
    expect(code(lot('a'))).toBe('usable');
    expect(code(lot('a', { expiresAt: null }))).toBe('usable');
    expect(code(lot('a'), instant('2026-12-31T23:59:59.999Z'))).toBe('usable');
    expect(code(lot('a'), instant('2027-01-01T00:00:00Z'))).toBe('READINESS_LOT_EXPIRED');
    expect(code(lot('a', { inspectionValidUntilAt: usedAt }))).toBe('READINESS_LOT_INSPECTION_LAPSED');
    expect(code(lot('a', { inspectionCode: 'failed' }))).toBe('READINESS_LOT_INSPECTION_FAILED');
    expect(code(lot('a', { inspectionCode: 'not-inspected' }))).toBe('READINESS_LOT_NOT_INSPECTED');
    expect(code(lot('a', {}, 'under-test'))).toBe('READINESS_SUPPLY_NOT_READY');
  });

  it('S-447: FEFO takes the earliest expiry first and never what is promised or unusable', () => {
    const lots = [
      lot('never', { expiresAt: null }), lot('late', { expiresAt: instant('2028-01-01T00:00:00Z') }), lot('soon', { expiresAt: instant('2026-12-01T00:00:00Z') }),
      lot('gone', { expiresAt: instant('2026-11-01T00:00:00Z') }), lot('empty', { expiresAt: instant('2026-11-30T00:00:00Z') }),
    ];
    const holdings = [holding('never', 50), holding('late', 30, 10), holding('soon', 20), holding('gone', 99), holding('empty', 5, 5)];
    const pick = pickFefo({ lots, holdings, wantedValue: 45, usedAt: instant('2026-11-24T00:00:00Z') });
    expect(pick.picks).toEqual([{ lotId: 'soon', quantityValue: 20 }, { lotId: 'late', quantityValue: 20 }, { lotId: 'never', quantityValue: 5 }]);
    expect(pick.shortValue).toBe(0);
    expect(pick.passedOver).toMatchObject([{ lotId: 'gone', refusal: { code: 'READINESS_LOT_EXPIRED' } }]);
  });

  it('S-447: property: FEFO gives what is there and no more, in order of expiry', () => {
    const arb = fc.array(fc.record({ onHand: fc.integer({ min: 0, max: 100 }), held: fc.integer({ min: 0, max: 100 }), day: fc.integer({ min: 1, max: 28 }) }), { maxLength: 8 });
    fc.assert(fc.property(arb, fc.integer({ min: 1, max: 500 }), (given, wantedValue) => {
      const rows = given.map((row, i) => ({ ...row, held: Math.min(row.held, row.onHand), id: `l${i}` }));
      const lots = rows.map((row) => lot(row.id, { expiresAt: instant(`2027-02-${String(row.day).padStart(2, '0')}T00:00:00Z`) }));
      const pick = pickFefo({ lots, holdings: rows.map((row) => holding(row.id, row.onHand, row.held)), wantedValue, usedAt: instant('2026-11-24T00:00:00Z') });
      const free = rows.reduce((sum, row) => sum + row.onHand - row.held, 0);
      const picked = pick.picks.reduce((sum, one) => sum + one.quantityValue, 0);
      expect(picked).toBe(Math.min(wantedValue, free));
      expect(picked + pick.shortValue).toBe(wantedValue);
      const days = pick.picks.map((one) => rows.find((row) => row.id === one.lotId)?.day ?? 0);
      expect(days).toEqual(days.toSorted((a, b) => a - b));
      for (const [i, one] of pick.picks.entries()) {
        const row = rows.find((candidate) => candidate.id === one.lotId);
        if (i < pick.picks.length - 1) expect(one.quantityValue).toBe((row?.onHand ?? 0) - (row?.held ?? 0));
      }
    }));
  });

  it('S-447: a count that differs changes nothing until a second person approves it', async () => {
    const world = await createSmallWorld([]);
    const onHand = async () => (await world.views.findHolding('real', 'stock-lots/lot-boom'))?.onHandValue;
    expect(await handleCountStock(world, { lotId: 'lot-boom', countedValue: 950 }, keeper)).toMatchObject({ ok: true });
    expect(await onHand()).toBe(1000);
    expect(await handleApproveCount(world, { lotId: 'lot-boom', approve: true, note: '清点' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_COUNT_SAME_PERSON' } });
    expect(await handleCountStock(world, { lotId: 'lot-boom', countedValue: 960 }, keeper)).toMatchObject({ refusal: { code: 'READINESS_COUNT_WAITING' } });
    expect(await handleApproveCount(world, { lotId: 'lot-boom', approve: true, note: '破损50米' }, second)).toMatchObject({ ok: true });
    expect(await onHand()).toBe(950);
    expect(await handleApproveCount(world, { lotId: 'lot-boom', approve: true, note: 'x' }, second)).toMatchObject({ refusal: { code: 'READINESS_COUNT_NOT_WAITING' } });
  });

  it('S-447: a rejected count leaves the book as it is', async () => {
    const world = await createSmallWorld([]);
    await handleCountStock(world, { lotId: 'lot-boom', countedValue: 1 }, keeper);
    expect(await handleApproveCount(world, { lotId: 'lot-boom', approve: false, note: '重新清点' }, second)).toMatchObject({ ok: true });
    expect((await world.views.findHolding('real', 'stock-lots/lot-boom'))?.onHandValue).toBe(1000);
    const body = (await world.views.find<RecordBody>('real', 'record', 'stock-lots/lot-boom'))?.body;
    expect(body && recordOf(stockLots, body).values.countState).toBeNull();
  });

  it('S-447: a quantity finer than the book is refused by name, and a count as fine as the book moves exactly that', async () => {
    const world = await createSmallWorld([]);
    const tooFine = { refusal: { code: 'READINESS_QUANTITY_TOO_FINE' } };
    for (const quantityValue of [1e-8, 5e-7, 1.2345678]) {
      expect(await handleReceiveStock(world, { lotId: 'lot-boom', quantityValue, note: 'x' }, keeper)).toMatchObject(tooFine);
      expect(await handleIssueStock(world, { lotId: 'lot-boom', quantityValue, note: 'x' }, keeper)).toMatchObject(tooFine);
      expect(await handleCountStock(world, { lotId: 'lot-boom', countedValue: quantityValue }, keeper)).toMatchObject(tooFine);
    }
    expect(await handleReceiveStock(world, { lotId: 'lot-boom', quantityValue: 0.000001, note: '样品' }, keeper)).toMatchObject({ ok: true });
    expect(await handleCountStock(world, { lotId: 'lot-boom', countedValue: 1000.000002 }, keeper)).toMatchObject({ ok: true });
    expect(await handleApproveCount(world, { lotId: 'lot-boom', approve: true, note: '清点' }, second)).toMatchObject({ ok: true });
    expect((await world.views.findHolding('real', 'stock-lots/lot-boom'))?.onHandValue).toBe(1000.000002);
    expect(world.events.at(-1)?.moves?.[0]?.quantityValue).toBe(0.000001);
  });

  it('S-447: the ledger never goes negative, by transfer or by count', async () => {
    const world = await createSmallWorld([]);
    expect(await handleTransferStock(world, { fromLotId: 'lot-boom', toLotId: 'lot-skimmer', quantityValue: 1, note: 'x' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_TRANSFER_OTHER_KIND' } });
    await holdSome(world, 'stock-lots/lot-boom', 900);
    await handleCountStock(world, { lotId: 'lot-boom', countedValue: 800 }, keeper);
    expect(await handleApproveCount(world, { lotId: 'lot-boom', approve: true, note: '短少' }, second)).toMatchObject({ refusal: { code: 'LOG_HOLDING_SHORT' } });
    expect(await handleReceiveStock(world, { lotId: 'lot-boom', quantityValue: -5, note: 'x' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_QUANTITY_NOT_POSITIVE' } });
    expect(await handleReceiveStock(world, { lotId: 'lot-boom', quantityValue: 5, note: '补充' }, testContext(['responder']))).toMatchObject({ refusal: { code: 'READINESS_STOCK_EDIT_FORBIDDEN' } });
    expect(await handleReceiveStock(world, { lotId: 'lot-boom', quantityValue: 5, note: '补充' }, keeper)).toMatchObject({ ok: true });
    expect(await world.views.findHolding('real', 'stock-lots/lot-boom')).toMatchObject({ onHandValue: 1005, heldValue: 900 });
  });
});

describe('S-447: who moves stock', () => {
  it('S-447: issue takes free stock only; what is typed twice by accident is refused', async () => {
    const world = await createSmallWorld([]);
    const seenVersion = (await world.views.find('real', 'record', 'stock-lots/lot-boom'))?.streamVersion ?? 0;
    const issue = (quantityValue: number) => handleIssueStock(world, { lotId: 'lot-boom', quantityValue, note: '训练', seenVersion }, keeper);
    expect(await issue(1001)).toMatchObject({ refusal: { code: 'LOG_HOLDING_SHORT' } });
    expect(await issue(100)).toMatchObject({ ok: true });
    expect(await issue(100)).toMatchObject({ refusal: { code: 'LOG_VERSION_CONFLICT' } });
    expect(await world.views.findHolding('real', 'stock-lots/lot-boom')).toMatchObject({ onHandValue: 900, heldValue: 0 });
  });

  it('S-447: a keeper moves what is its own, not that of others, and does not approve differences', async () => {
    const world = await createSmallWorld([]);
    const own = testContext(['enterprise'], undefined, 'org-a', 'own');
    const receive = (who: typeof own) => handleReceiveStock(world, { lotId: 'lot-boom', quantityValue: 1, note: '补充' }, who);
    expect(await receive(testContext(['enterprise'], undefined, 'org-b', 'other'))).toMatchObject({ refusal: { code: 'READINESS_STOCK_EDIT_FORBIDDEN' } });
    expect(await receive(own)).toMatchObject({ ok: true });
    await handleCountStock(world, { lotId: 'lot-boom', countedValue: 5 }, keeper);
    expect(await handleApproveCount(world, { lotId: 'lot-boom', approve: true, note: '同意' }, own)).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
  });
});

describe('S-448: social agreements', () => {
  const agreement = async (world: Awaited<ReturnType<typeof createSmallWorld>>) => {
    const body = (await world.views.find<RecordBody>('real', 'record', 'social-agreements/agreement-1'))?.body;
    if (body === undefined) throw new Error('no agreement');
    return recordOf(socialAgreements, body);
  };

  it('S-448: a failed audit lowers the counted quantity, a passed one restores it', async () => {
    const world = await createSmallWorld([]);
    expect(countedAgreementValue(await agreement(world))).toBe(600);
    expect(await handleAuditAgreement(world, { agreementId: 'agreement-1', foundValue: 350, note: '现场清点' }, keeper)).toMatchObject({ ok: true });
    expect((await agreement(world)).values).toMatchObject({ auditCode: 'failed', countedValue: 350 });
    expect((await world.views.findHolding('real', 'social-agreements/agreement-1'))?.onHandValue).toBe(350);
    await handleAuditAgreement(world, { agreementId: 'agreement-1', foundValue: 700, note: '复查' }, keeper);
    expect((await agreement(world)).values).toMatchObject({ auditCode: 'passed', countedValue: 600 });
    expect((await world.views.findHolding('real', 'social-agreements/agreement-1'))?.onHandValue).toBe(600);
  });

  it('S-448: what an audit takes away from promised stock is told, and nothing goes negative', async () => {
    const world = await createSmallWorld([]);
    await holdSome(world, 'social-agreements/agreement-1', 500);
    await handleAuditAgreement(world, { agreementId: 'agreement-1', foundValue: 200, note: '缺货' }, keeper);
    expect(await world.views.findHolding('real', 'social-agreements/agreement-1')).toMatchObject({ onHandValue: 500, heldValue: 500 });
    expect(world.events.at(-1)).toMatchObject({ type: 'agreement.audited', payload: { overPromisedValue: 300, countedValue: 200 } });
  });

  it('S-448: only the reserve side audits', async () => {
    const world = await createSmallWorld([]);
    expect(await handleAuditAgreement(world, { agreementId: 'agreement-1', foundValue: 1, note: 'x' }, testContext(['enterprise'], undefined, 'org-firm'))).toMatchObject({ refusal: { code: 'READINESS_STOCK_EDIT_FORBIDDEN' } });
  });
});

describe('S-449: production capacity', () => {
  const terms = { startLeadS: 7200, ramp: [{ fromHours: 0, ratePerHourValue: 100 }, { fromHours: 4, ratePerHourValue: 300 }], rawMaterialCapValue: 2000 };

  it('S-449: quantity by hour follows start-up, ramp and raw-material cap', () => {
    expect(capacityCurve(terms, 12).map((point) => point.quantityValue)).toEqual([0, 0, 0, 100, 200, 300, 400, 700, 1000, 1300, 1600, 1900, 2000]);
    expect(producedValue(terms, 2.5)).toBe(50);
    expect(producedValue(terms, 1000)).toBe(2000);
  });

  it('S-449: property: the curve never falls, never passes the cap, never beats the fastest step', () => {
    const arb = fc.record({
      startLeadS: fc.integer({ min: 0, max: 36_000 }), rawMaterialCapValue: fc.integer({ min: 0, max: 5000 }),
      ramp: fc.uniqueArray(fc.record({ fromHours: fc.integer({ min: 0, max: 48 }), ratePerHourValue: fc.integer({ min: 0, max: 500 }) }), { selector: (step) => step.fromHours, minLength: 1, maxLength: 5 }).map((steps) => steps.toSorted((a, b) => a.fromHours - b.fromHours)),
    });
    fc.assert(fc.property(arb, (given) => {
      const curve = capacityCurve(given, 72);
      const fastest = Math.max(...given.ramp.map((step) => step.ratePerHourValue));
      for (const [i, point] of curve.entries()) {
        const before = curve[i - 1]?.quantityValue ?? 0;
        expect(point.quantityValue).toBeGreaterThanOrEqual(before);
        expect(point.quantityValue - before).toBeLessThanOrEqual(fastest + 1e-9);
        expect(point.quantityValue).toBeLessThanOrEqual(given.rawMaterialCapValue);
      }
    }));
  });
});

describe('gap report', () => {
  it('S-450: measures the three reserves against a class and names what does not count', async () => {
    const world = await createSmallWorld([]);
    const bodies = async (registerId: string) => (await world.views.list<RecordBody>({ realm: 'real', kind: 'record', idPrefix: `${registerId}/` })).map((view) => view.body);
    const records = {
      itemKinds: await bodies('item-kinds'), stockLots: await bodies('stock-lots'), socialAgreements: await bodies('social-agreements'), capacityContracts: await bodies('capacity-contracts'),
      holdings: await world.views.listHoldings('real'),
    };
    const now = instant('2026-11-24T00:00:00Z');
    const report = gapReport(records, { classIndex: 2, now, at: addS(now, 7200), utcOffsetMinutes: 480 });
    expect(report.lines.find((line) => line.capabilityCode === 'boom-open')).toMatchObject({ targetValue: 1000, stockValue: 1000, socialValue: 600, gapValue: 0 });
    expect(report.lines.find((line) => line.capabilityCode === 'skimmer-light')).toMatchObject({ targetValue: 100, stockValue: 60, gapValue: 40 });
    expect(report.reachedClassIndex).toBeNull();
    const soon = gapReport(records, { classIndex: 1, now, at: addS(now, 1800), utcOffsetMinutes: 480 });
    expect(soon.lines.find((line) => line.capabilityCode === 'boom-open')).toMatchObject({ socialValue: 0, gapValue: 1000 });
    const afterInspection = gapReport(records, { classIndex: 1, now, at: instant('2027-07-01T00:00:00Z'), utcOffsetMinutes: 480 });
    expect(afterInspection.notCounted).toMatchObject([{ id: 'lot-boom', refusal: { code: 'READINESS_LOT_INSPECTION_LAPSED' } }, { id: 'lot-skimmer' }]);
  });

  it('the class reached is the highest whose every line is met', () => {
    const classThree = { 'boom-sheltered': 1000, 'boom-shore': 1000, 'boom-fire': 200, 'skimmer-heavy': 30, 'skimmer-light': 50, cleaner: 1 };
    expect(reachedClass(classThree)).toBe(3);
    expect(reachedClass({ ...classThree, 'boom-fire': 199 })).toBe(4);
    expect(reachedClass({ ...classThree, cleaner: 0 })).toBeNull();
  });
});
