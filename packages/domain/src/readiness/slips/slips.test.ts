import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addS, instant } from '@anlan/kernel';
import type { Context } from '../../log/index.ts';
import { handleSeedRecords } from '../../register/index.ts';
import type { SeedRegister } from '../../register/index.ts';
import { registers } from '../../registers.ts';
import { later, testContext } from '../../register/testing/fake-memory.ts';
import { createSmallWorld, smallWorld } from '../testing/small-world.ts';
import type { SmallWorld } from '../testing/small-world.ts';
import {
  handleAnswerCount, handleAnswerWriteOff, handleClean, handleConfirmHold, handleExpireHolds, handleExtendLoan, handleGiveBack, handleHold, handleIssueReserved, handleLend, handleLoanLost, handleOpenCount,
  handleProposeWriteOff, handleReceiveTransfer, handleRecordCount, handleReleaseHold, handleRetest, handleSendTransfer, handleSettleTransfer, handleSubmitCount, handleTakeBack, handleTurnBack, slipFold,
} from './index.ts';
import type { CountSlip, LoanSlip, ReservationSlip, ReturnSlip, TransferSlip } from './index.ts';
import { handleIssueStock } from '../reserves/index.ts';

const keeper = testContext(['reserve']);
const second = testContext(['reserve'], undefined, 'org-a', 'person-2');
const system: Context = { ...keeper, actor: { kind: 'system', id: 'anlan', name: '安澜', roles: [], organisationId: '' } };
const BOOM = 'stock-lots/lot-boom';

async function world(): Promise<SmallWorld & { drawnByOrder: () => Promise<number | undefined> }> {
  const small = await createSmallWorld([slipFold]);
  const lot = { lotNumber: 'lot-boom-b', itemKindId: 'boom-open', organisationId: 'org-b', facilityId: 'depot-2', position: [122.3, 29.9], openingValue: 100, expiresAt: '2028-01-01T00:00:00Z', inspectionCode: 'passed', inspectedAt: '2026-06-01T00:00:00Z', inspectionValidUntilAt: '2027-06-01T00:00:00Z' };
  const added: Readonly<Record<string, SeedRegister['records']>> = {
    facilities: [{ id: 'depot-2', values: { name: { zh: '二库', en: 'Depot 2' }, kindCode: 'depot', organisationId: 'org-b', position: [122.3, 29.9] } }],
    'stock-lots': [{ id: 'lot-boom-b', values: lot }, { id: 'lot-boom-old', values: { ...lot, lotNumber: 'lot-boom-old', organisationId: 'org-a', facilityId: 'depot-1', openingValue: 50, expiresAt: '2027-01-01T00:00:00Z' } }],
  };
  const all = smallWorld.map(({ registerId, records }) => ({ registerId, records: [...records, ...(added[registerId] ?? [])] }));
  const seeded = await handleSeedRecords({ ...small, registers }, all, small.admin);
  if (!seeded.ok) throw new Error(JSON.stringify(seeded.refusal));
  return { ...small, drawnByOrder: () => Promise.resolve(undefined) };
}

async function must<T>(result: Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.refusal));
  return settled.value;
}
const slipOf = async <Body>(w: SmallWorld, kind: string, id: string) => (await w.views.find<Body>('real', 'slip', `${kind}/${id}`))?.body as Body;
const onHand = async (w: SmallWorld, id: string) => (await w.views.findHolding('real', id))?.onHandValue;
const totalOf = async (w: SmallWorld) => (await w.views.listHoldings('real')).filter(({ holdingId }) => /^(stock-lots\/lot-boom|slips\/)/.test(holdingId)).reduce((sum, one) => sum + one.onHandValue, 0);

describe('two-phase reservation', () => {
  const byKind = (quantityValue: number) => ({ wanted: { itemKindId: 'boom-open', facilityId: 'depot-1', quantityValue, usedAt: keeper.now }, purposeText: '备勤', holdForS: 600 });

  it('S-447: a hold by kind picks the earliest expiry first, confirms, and leaves the store once', async () => {
    const w = await world();
    const { id } = await must(handleHold(w, byKind(120), keeper));
    const slip = await slipOf<ReservationSlip>(w, 'reservation', id);
    expect(slip.lines.map(({ supplyId, quantityValue }) => [supplyId, quantityValue])).toEqual([['lot-boom-old', 50], ['lot-boom', 70]]);
    expect(await handleIssueReserved(w, { id, note: '装车' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_SLIP_STEP_ILLEGAL' } });
    await must(handleConfirmHold(w, { id, note: '' }, keeper));
    await must(handleIssueReserved(w, { id, note: '装车' }, keeper));
    expect(await w.views.findHolding('real', BOOM)).toMatchObject({ onHandValue: 930, heldValue: 0 });
    expect(await handleReleaseHold(w, { id, note: '不用了' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_SLIP_STEP_ILLEGAL' } });
  });

  it('S-447: a hold that is not confirmed in time is given back by a recorded event, not by forgetting', async () => {
    const w = await world();
    const { id } = await must(handleHold(w, byKind(1050), keeper));
    expect(await handleHold(w, byKind(1), keeper)).toMatchObject({ refusal: { code: 'READINESS_RESERVE_SHORT', params: { available: 0 } } });
    expect(await must(handleExpireHolds(w, later(system, 599)))).toEqual({ expiredCount: 0 });
    expect(await handleConfirmHold(w, { id, note: '' }, later(keeper, 600))).toMatchObject({ refusal: { code: 'READINESS_HOLD_EXPIRED' } });
    expect(await must(handleExpireHolds(w, later(system, 600)))).toEqual({ expiredCount: 1 });
    expect(w.events.at(-1)).toMatchObject({ type: 'slip.expired', stream: `slip:reservation/${id}`, actor: { kind: 'system' } });
    expect(await w.views.findHolding('real', BOOM)).toMatchObject({ heldValue: 0 });
    expect(await handleExpireHolds(w, keeper)).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
  });

  it('a request repeated with its key reserves once', async () => {
    const w = await world();
    const both = await Promise.all([1, 2].map(() => handleHold(w, { ...byKind(10), requestKey: 'k1' }, keeper)));
    expect(both.map((one) => (one.ok ? one.value.id : one.refusal.code))).toEqual(['person-1-k1', 'person-1-k1']);
    expect((await w.views.listHoldings('real')).reduce((sum, one) => sum + one.heldValue, 0)).toBe(10);
  });

  it('S-448: a hold over an agreement is a call-up: beyond what is left of it nothing is reserved', async () => {
    const w = await world();
    const named = (quantityValue: number) => ({ wanted: { lines: [{ registerId: 'social-agreements' as const, supplyId: 'agreement-1', quantityValue }] }, purposeText: '调用', holdForS: 600 });
    await must(handleHold(w, named(400), keeper));
    expect(await handleHold(w, named(201), keeper)).toMatchObject({ refusal: { code: 'READINESS_CALL_UP_OVER_AGREED', params: { available: 200 } } });
    expect(await handleHold(w, { ...named(1), holdForS: 5 }, keeper)).toMatchObject({ refusal: { code: 'READINESS_HOLD_TIME_OUT_OF_RANGE' } });
  });

  it('S-451: an enterprise reserves its own stock and nobody else’s', async () => {
    const w = await world();
    const firm = testContext(['enterprise'], undefined, 'org-b', 'firm');
    const one = (supplyId: string) => ({ wanted: { lines: [{ registerId: 'stock-lots' as const, supplyId, quantityValue: 1 }] }, purposeText: '自用', holdForS: 600 });
    expect((await handleHold(w, one('lot-boom-b'), firm)).ok).toBe(true);
    expect(await handleHold(w, one('lot-boom'), firm)).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
  });

  it('property: whatever is held, confirmed, released and expired in any order, what is held is what the open slips say', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ step: fc.constantFrom('hold', 'confirm', 'release', 'issue', 'expire'), quantityValue: fc.integer({ min: 1, max: 400 }), pick: fc.nat(5) }), { maxLength: 14 }), async (steps) => {
      const w = await world();
      const ids: string[] = [];
      let at = 0;
      for (const { step, quantityValue, pick } of steps) {
        at += 120;
        const id = ids[pick % Math.max(1, ids.length)] ?? 'none';
        const now = later(keeper, at);
        if (step === 'hold') { const held = await handleHold(w, { ...byKind(quantityValue), wanted: { ...byKind(quantityValue).wanted } }, now); if (held.ok) ids.push(held.value.id); }
        if (step === 'confirm') await handleConfirmHold(w, { id, note: '' }, now);
        if (step === 'release') await handleReleaseHold(w, { id, note: 'x' }, now);
        if (step === 'issue') await handleIssueReserved(w, { id, note: 'x' }, now);
        if (step === 'expire') await handleExpireHolds(w, later(system, at));
      }
      const slips = await Promise.all(ids.map((id) => slipOf<ReservationSlip>(w, 'reservation', id)));
      const sum = (states: readonly string[]) => slips.filter(({ state }) => states.includes(state)).flatMap(({ lines }) => lines).reduce((total, line) => total + line.quantityValue, 0);
      const holdings = (await w.views.listHoldings('real')).filter(({ holdingId }) => holdingId === BOOM || holdingId === 'stock-lots/lot-boom-old');
      expect(holdings.reduce((total, one) => total + one.heldValue, 0)).toBe(sum(['held', 'confirmed']));
      expect(holdings.reduce((total, one) => total + one.onHandValue, 0)).toBe(1050 - sum(['issued']));
    }), { numRuns: 25 });
  });
});

describe('count sheet', () => {
  it('S-447: a difference moves stock only when a person who counted nothing approves it', async () => {
    const w = await world();
    const { id } = await must(handleOpenCount(w, { facilityId: 'depot-1', blind: true, note: '' }, keeper));
    expect(await handleOpenCount(w, { facilityId: 'depot-1', blind: true, note: '' }, second)).toMatchObject({ refusal: { code: 'READINESS_COUNT_SHEET_OPEN' } });
    await must(handleRecordCount(w, { id, found: [{ lotId: 'lot-boom', countedValue: 980 }, { lotId: 'lot-boom-old', countedValue: 55 }] }, keeper));
    expect(await handleSubmitCount(w, { id, note: '' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_COUNT_INCOMPLETE', params: { missingCount: 1 } } });
    await must(handleRecordCount(w, { id, found: [{ lotId: 'lot-skimmer', countedValue: 60 }] }, keeper));
    await must(handleSubmitCount(w, { id, note: '' }, keeper));
    expect([await onHand(w, BOOM), (await slipOf<CountSlip>(w, 'count', id)).state]).toEqual([1000, 'submitted']);
    expect(await handleAnswerCount(w, { id, approve: true, note: '同意' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_COUNT_SAME_PERSON' } });
    await must(handleAnswerCount(w, { id, approve: true, note: '同意' }, second));
    expect([await onHand(w, BOOM), await onHand(w, 'stock-lots/lot-boom-old')]).toEqual([980, 55]);
  });

  it('S-447: what moved since it was counted must be counted again; a rejected line too', async () => {
    const w = await world();
    const { id } = await must(handleOpenCount(w, { facilityId: 'depot-1', blind: false, note: '' }, keeper));
    const all = [{ lotId: 'lot-boom', countedValue: 900 }, { lotId: 'lot-boom-old', countedValue: 50 }, { lotId: 'lot-skimmer', countedValue: 60 }];
    await must(handleRecordCount(w, { id, found: all }, keeper));
    await must(handleSubmitCount(w, { id, note: '' }, keeper));
    await must(handleIssueStock(w, { lotId: 'lot-boom', quantityValue: 10, note: '训练' }, keeper));
    expect(await handleAnswerCount(w, { id, approve: true, note: '同意' }, second)).toMatchObject({ refusal: { code: 'READINESS_COUNT_OUTDATED', params: { book: 1000, onHand: 990 } } });
    await must(handleAnswerCount(w, { id, approve: false, note: '重盘' }, second));
    const again = await slipOf<CountSlip>(w, 'count', id);
    expect([again.state, again.lines.map((line) => line.countedValue)]).toEqual(['open', [null, 50, 60]]);
  });
});

describe('transfer with transit', () => {
  it('S-447: what left is in no store until received; a difference is settled by another person and nothing is lost on the way', async () => {
    const w = await world();
    const before = await totalOf(w);
    const sent = await must(handleSendTransfer(w, { toFacilityId: 'depot-2', lines: [{ lotId: 'lot-boom', quantityValue: 200 }], dueAt: null, carrierText: '浙L12345', note: '前置' }, keeper));
    expect([await onHand(w, BOOM), await totalOf(w)]).toEqual([800, before]);
    const over = { id: sent.id, received: [{ fromLotId: 'lot-boom', receivedValue: 201, toLotId: 'lot-boom-b' }], note: '' };
    expect(await handleReceiveTransfer(w, over, keeper)).toMatchObject({ refusal: { code: 'READINESS_RECEIPT_OVER_SENT' } });
    await must(handleReceiveTransfer(w, { id: sent.id, received: [{ fromLotId: 'lot-boom', receivedValue: 180, toLotId: 'lot-boom-b' }], note: '少两捆' }, keeper));
    expect([await onHand(w, 'stock-lots/lot-boom-b'), (await slipOf<TransferSlip>(w, 'transfer', sent.id)).state, await totalOf(w)]).toEqual([280, 'difference', before]);
    expect(await handleSettleTransfer(w, { id: sent.id, foundByLot: { 'lot-boom': 5 }, note: '找到五米' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_SLIP_SAME_PERSON' } });
    await must(handleSettleTransfer(w, { id: sent.id, foundByLot: { 'lot-boom': 5 }, note: '找到五米' }, second));
    expect([await onHand(w, 'stock-lots/lot-boom-b'), await totalOf(w)]).toEqual([285, before - 15]);
  });

  it('without a lot there one is made like the old one, at the new place; turned back, all returns', async () => {
    const w = await world();
    const sent = await must(handleSendTransfer(w, { toFacilityId: 'depot-2', lines: [{ lotId: 'lot-skimmer', quantityValue: 20 }], dueAt: null, carrierText: '', note: '前置' }, keeper));
    await must(handleReceiveTransfer(w, { id: sent.id, received: [{ fromLotId: 'lot-skimmer', receivedValue: 20, toLotId: null }], note: '' }, keeper));
    const lotId = (await slipOf<TransferSlip>(w, 'transfer', sent.id)).lines[0]?.toLotId ?? '';
    const made = await w.views.find<{ values: Record<string, unknown> }>('real', 'record', `stock-lots/${lotId}`);
    expect(made?.body.values).toMatchObject({ facilityId: 'depot-2', organisationId: 'org-b', itemKindId: 'skimmer-light', inspectionCode: 'passed', binId: null });
    expect(await onHand(w, `stock-lots/${lotId}`)).toBe(20);
    const back = await must(handleSendTransfer(w, { toFacilityId: 'depot-2', lines: [{ lotId: 'lot-boom', quantityValue: 300 }], dueAt: null, carrierText: '', note: '前置' }, keeper));
    await must(handleTurnBack(w, { id: back.id, note: '停航' }, keeper));
    expect(await onHand(w, BOOM)).toBe(1000);
    expect(await handleSendTransfer(w, { toFacilityId: 'depot-1', lines: [{ lotId: 'lot-boom', quantityValue: 1 }], dueAt: null, carrierText: '', note: 'x' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_TRANSFER_SAME_PLACE' } });
  });
});

describe('return, decontaminate, retest, ready', () => {
  it('S-447: returned quantity is not usable until it passed its test; a failed test writes it off; never more back than went out', async () => {
    const w = await world();
    await must(handleIssueStock(w, { lotId: 'lot-boom', quantityValue: 300, note: '演练' }, keeper));
    const back = (quantityValue: number) => handleTakeBack(w, { originKind: 'issue', originId: 'lot-boom', lotId: 'lot-boom', quantityValue, note: '回收' }, keeper);
    const { id } = await must(back(100));
    await must(back(150));
    expect(await back(51)).toMatchObject({ refusal: { code: 'READINESS_RETURN_OVER_DRAWN', params: { available: 50 } } });
    expect(await onHand(w, BOOM)).toBe(700);
    const retest = { id, passedValue: 180, failedValue: 20, inspectionValidUntilAt: addS(keeper.now, 86_400 * 365), toLotId: null, note: '复检' };
    expect(await handleRetest(w, retest, keeper)).toMatchObject({ refusal: { code: 'READINESS_RETURN_PART_OVER' } });
    await must(handleClean(w, { id, quantityValue: 200, note: '淡水冲洗' }, keeper));
    await must(handleRetest(w, retest, keeper));
    expect(await slipOf<ReturnSlip>(w, 'return', id)).toMatchObject({ dirtyValue: 50, cleanValue: 0, readyValue: 180, writtenOffValue: 20, state: 'open' });
    expect([await onHand(w, BOOM), await onHand(w, `slips/return/${id}/quarantine`)]).toEqual([880, 50]);
    await must(handleClean(w, { id, quantityValue: 50, note: '淡水冲洗' }, keeper));
    await must(handleRetest(w, { ...retest, passedValue: 50, failedValue: 0 }, keeper));
    expect((await slipOf<ReturnSlip>(w, 'return', id)).state).toBe('closed');
  });

  it('a return without a known origin is refused; an issued reservation is one', async () => {
    const w = await world();
    expect(await handleTakeBack(w, { originKind: 'order', originId: 'order-x', lotId: 'lot-boom', quantityValue: 1, note: '回收' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_RETURN_ORIGIN_UNKNOWN' } });
    const held = await must(handleHold(w, { wanted: { lines: [{ registerId: 'stock-lots', supplyId: 'lot-boom', quantityValue: 10 }] }, purposeText: '备勤', holdForS: 600 }, keeper));
    const take = () => handleTakeBack(w, { originKind: 'reservation', originId: held.id, lotId: 'lot-boom', quantityValue: 10, note: '回收' }, keeper);
    expect(await take()).toMatchObject({ refusal: { code: 'READINESS_RETURN_ORIGIN_UNKNOWN' } });
    await must(handleConfirmHold(w, { id: held.id, note: '' }, keeper));
    await must(handleIssueReserved(w, { id: held.id, note: '装车' }, keeper));
    expect((await take()).ok).toBe(true);
  });
});

describe('loan and write-off', () => {
  it('S-447: a loan is out of the store until it is back; used goods go through the test; a loss needs another person', async () => {
    const w = await world();
    const before = await totalOf(w);
    const { id } = await must(handleLend(w, { lotId: 'lot-boom', quantityValue: 100, borrowerText: '宁波海事局', dueBackAt: addS(keeper.now, 86_400), note: '支援' }, keeper));
    expect([await onHand(w, BOOM), await totalOf(w)]).toEqual([900, before]);
    await must(handleExtendLoan(w, { id, dueBackAt: addS(keeper.now, 172_800), note: '延期' }, keeper));
    await must(handleGiveBack(w, { id, quantityValue: 40, straight: true, note: '未用' }, keeper));
    await must(handleGiveBack(w, { id, quantityValue: 50, straight: false, note: '沾油' }, keeper));
    expect([await onHand(w, BOOM), await onHand(w, `slips/return/loan~${id}~lot-boom/quarantine`), await totalOf(w)]).toEqual([940, 50, before]);
    expect(await handleGiveBack(w, { id, quantityValue: 11, straight: true, note: '多' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_RETURN_OVER_DRAWN' } });
    expect(await handleLoanLost(w, { id, quantityValue: 10, note: '沉没' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_SLIP_SAME_PERSON' } });
    await must(handleLoanLost(w, { id, quantityValue: 10, note: '沉没' }, second));
    expect([(await slipOf<LoanSlip>(w, 'loan', id)).state, await totalOf(w)]).toEqual(['closed', before - 10]);
  });

  it('S-447: a write-off is promised to nobody while it waits and leaves only when another person agrees', async () => {
    const w = await world();
    const { id } = await must(handleProposeWriteOff(w, { lotId: 'lot-boom', quantityValue: 1000, reasonCode: 'damaged', note: '破损' }, keeper));
    expect(await handleIssueStock(w, { lotId: 'lot-boom', quantityValue: 1, note: '训练' }, keeper)).toMatchObject({ refusal: { code: 'LOG_HOLDING_SHORT' } });
    expect(await handleAnswerWriteOff(w, { id, approve: true, note: '同意' }, keeper)).toMatchObject({ refusal: { code: 'READINESS_SLIP_SAME_PERSON' } });
    await must(handleAnswerWriteOff(w, { id, approve: true, note: '同意' }, second));
    expect(await onHand(w, BOOM)).toBe(0);
  });
});

it('every slip is the fold of its events: a rebuild gives the same slips and the same holdings', async () => {
  const w = await world();
  const { id } = await must(handleHold(w, { wanted: { lines: [{ registerId: 'stock-lots', supplyId: 'lot-boom', quantityValue: 10 }] }, purposeText: '备勤', holdForS: 600 }, keeper));
  await must(handleConfirmHold(w, { id, note: 'ok' }, keeper));
  const before = [await w.views.listHoldings('real'), await slipOf(w, 'reservation', id)];
  await w.views.rebuild();
  expect([await w.views.listHoldings('real'), await slipOf(w, 'reservation', id)]).toEqual(before);
  expect((await w.log.verify('real')).holdingDifferences).toEqual([]);
  expect((await slipOf<ReservationSlip>(w, 'reservation', id)).steps.map(({ type, by }) => [type, by])).toEqual([['slip.opened', 'person-1'], ['slip.confirmed', 'person-1']]);
  expect(instant('2026-11-24T01:10:00Z')).toBe((await slipOf<ReservationSlip>(w, 'reservation', id)).expiresAt);
});
