import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeLabel } from '@anlan/domain';
import type { TestServer } from '../server-harness.ts';
import { startTestServer } from '../server-harness.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(); }, 120_000);
afterAll(() => server.stop());

const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
type Answer = Record<string, never>;
async function done(who: string, route: Parameters<TestServer['call']>[1], given: Parameters<TestServer['call']>[2]): Promise<Answer> {
  const answered = await server.call(who, route, given);
  expect([route, answered.statusCode, answered.statusCode === 200 ? '' : JSON.stringify(answered.body)]).toEqual([route, 200, '']);
  return answered.body as Answer;
}
const onHand = async (id: string): Promise<number> => (await server.call('reserve', 'getRecord', { params: { registerId: 'stock-lots', id } })).body.holding.onHandValue as number;

describe('the store over HTTP', () => {
  it('S-452: the picture of a place has zones, bins and what lies in them; any code finds its bins and the walk that picks it', async () => {
    const places = (await done('duty', 'listWarehouses', {})) as unknown as { facilityId: string; binCount: number }[];
    expect(places.find((place) => place.facilityId === 'fac-depot-aoshan')?.binCount).toBe(10);
    const store = (await done('duty', 'getWarehouse', { params: { id: 'fac-depot-aoshan' } })) as unknown as { zones: { zoneCode: string; bins: { binId: string; filledRatio: number | null; lots: { lotId: string }[] }[] }[]; names: Record<string, { zh: string }> };
    expect(store.zones.map((zone) => zone.zoneCode)).toEqual(['A', 'B', 'C', 'D', 'Q']);
    const bin = store.zones.flatMap((zone) => zone.bins).find((one) => one.lots.some((lot) => lot.lotId === 'lot-020'));
    expect(bin).toMatchObject({ binId: 'bin-aoshan-c03-01' });
    expect(bin?.filledRatio).toBeCloseTo(2200 * 0.012 / 40, 9);
    const found = (await done('duty', 'findSupplyCode', { params: { code: '2090401' }, query: { quantityValue: '3000' } })) as unknown as { found: { shortValue: number; stops: { lotId: string; binCode: string | null }[] }[] };
    expect(found.found[0]).toMatchObject({ shortValue: 0 });
    expect(found.found[0]?.stops.find((stop) => stop.lotId === 'lot-020')?.binCode).toBe('C03-01');
    expect((await server.call('duty', 'getWarehouse', { params: { id: 'nowhere' } })).statusCode).toBe(404);
  });

  it('a kit is as ready as the least of its parts, and says which', async () => {
    const page = (await done('duty', 'listKits', { query: { facilityId: 'fac-depot-aoshan' } })) as unknown as { kits: { kitId: string; readyCount: number; wantedCount: number; parts: { roleCode: string; limiting: boolean }[] }[] };
    const kit = page.kits.find((one) => one.kitId === 'kit-skimming-aoshan');
    expect(kit).toMatchObject({ readyCount: 2, wantedCount: 3 });
    expect(kit?.parts.filter((part) => part.limiting).map((part) => part.roleCode)).toEqual(['power']);
  });

  it('S-447: reservation, its expiry date, confirmation and issue; the ledger and the throughput tell it', async () => {
    const before = await onHand('lot-020');
    const held = (await done('dispatcher', 'holdSupplies', { body: { byKind: { itemKindId: 'item-sorbent-pad', facilityId: 'fac-depot-aoshan', quantityValue: 120, usedAt: at(2) }, purposeText: '备勤', holdForS: 900, requestKey: 'w1' } })) as unknown as { id: string };
    expect((await done('dispatcher', 'holdSupplies', { body: { byKind: { itemKindId: 'item-sorbent-pad', facilityId: 'fac-depot-aoshan', quantityValue: 120, usedAt: at(2) }, purposeText: '备勤', holdForS: 900, requestKey: 'w1' } })) as unknown).toMatchObject({ id: held.id });
    await done('dispatcher', 'confirmHold', { params: { id: held.id }, body: { note: '' } });
    expect((await server.call('dispatcher', 'issueReserved', { params: { id: held.id }, body: { note: '装车' } })).statusCode).toBe(403);
    await done('reserve', 'issueReserved', { params: { id: held.id }, body: { note: '装车' } });
    expect(await onHand('lot-020')).toBe(before - 120);
    const ledger = (await done('reserve', 'getLedger', { params: { id: 'lot-020' } })) as unknown as { entries: { purpose: string; outValue: number; balanceValue: number }[] };
    expect(ledger.entries.at(-1)).toMatchObject({ purpose: 'use', outValue: 120, balanceValue: before - 120 });
    const store = (await done('duty', 'getWarehouse', { params: { id: 'fac-depot-aoshan' } })) as unknown as { throughput: { itemKindId: string; outValue: number }[] };
    expect(store.throughput).toContainEqual(expect.objectContaining({ itemKindId: 'item-sorbent-pad', outValue: 120, outCount: 1 }));
    const back = (await done('reserve', 'takeBack', { body: { originKind: 'reservation', originId: held.id, lotId: 'lot-020', quantityValue: 20, note: '未用回收' } })) as unknown as { id: string };
    await done('reserve', 'cleanReturn', { params: { id: back.id }, body: { quantityValue: 20, note: '未沾油' } });
    await done('reserve', 'retestReturn', { params: { id: back.id }, body: { passedValue: 15, failedValue: 5, inspectionValidUntilAt: at(24 * 300), toLotId: null, note: '复检' } });
    expect(await onHand('lot-020')).toBe(before - 105);
    expect((await done('reserve', 'getSlip', { params: { kind: 'return', id: back.id } })) as unknown).toMatchObject({ slip: { state: 'closed', readyValue: 15, writtenOffValue: 5 } });
  });

  it('S-447: a blind count hides the book, and its differences need another person', async () => {
    const sheet = (await done('reserve', 'openCount', { body: { facilityId: 'fac-depot-dinghai', zoneCode: 'B', blind: true, note: '' } })) as unknown as { id: string };
    const read = async () => (await done('reserve', 'getSlip', { params: { kind: 'count', id: sheet.id } })) as unknown as { slip: { lines: { lotId: string; bookValue: number | null; differenceValue: number | null }[] } };
    expect((await read()).slip.lines.map((line) => [line.lotId, line.bookValue])).toEqual([['lot-019', null], ['lot-027', null]]);
    await done('reserve', 'recordCount', { params: { id: sheet.id }, body: { found: [{ lotId: 'lot-019', countedValue: 38 }, { lotId: 'lot-027', countedValue: 2 }] } });
    await done('reserve', 'submitCount', { params: { id: sheet.id }, body: { note: '' } });
    expect((await read()).slip.lines[0]).toMatchObject({ bookValue: 40, differenceValue: -2 });
    expect((await server.call('reserve', 'answerCountSheet', { params: { id: sheet.id }, body: { approve: true, note: '同意' } })).body.code).toBe('READINESS_COUNT_SAME_PERSON');
    await done('admin', 'answerCountSheet', { params: { id: sheet.id }, body: { approve: true, note: '复核无误' } });
    expect(await onHand('lot-019')).toBe(38);
  });

  it('S-447: a transfer with transit makes a lot at the place of arrival; a loan is overdue when its day has passed', async () => {
    const sent = (await done('reserve', 'sendTransfer', { body: { toFacilityId: 'fac-depot-lincheng', lines: [{ lotId: 'lot-012', quantityValue: 20 }], dueAt: null, carrierText: '浙L演示', note: '前置' } })) as unknown as { id: string };
    await done('reserve', 'receiveTransfer', { params: { id: sent.id }, body: { received: [{ fromLotId: 'lot-012', receivedValue: 20, toLotId: null }], note: '' } });
    const { slip, names } = (await done('reserve', 'getSlip', { params: { kind: 'transfer', id: sent.id } })) as unknown as { slip: { state: string; lines: { toLotId: string }[] }; names: Record<string, { zh: string }> };
    expect([slip.state, await onHand(slip.lines[0]?.toLotId ?? '')]).toEqual(['received', 20]);
    expect(names[`stock-lots/${slip.lines[0]?.toLotId}`]?.zh).toMatch(/^ZS-0012-/);
    await done('reserve', 'putAway', { params: { id: slip.lines[0]?.toLotId ?? '' }, body: { binId: 'bin-lincheng-e02-02', note: '' } });
    expect((await server.call('reserve', 'putAway', { params: { id: 'lot-034' }, body: { binId: 'bin-lincheng-e02-02', note: '' } })).body.code).toBe('READINESS_BIN_OVERLOADED');
    const loan = (await done('reserve', 'lendStock', { body: { lotId: 'lot-035', quantityValue: 1, borrowerText: '演示借用单位', dueBackAt: at(1), note: '支援' } })) as unknown as { id: string };
    await done('reserve', 'giveBackLoan', { params: { id: loan.id }, body: { quantityValue: 1, straight: true, note: '完好' } });
    const off = (await done('reserve', 'proposeWriteOff', { body: { lotId: 'lot-022', quantityValue: 900, reasonCode: 'expired', note: '过期' } })) as unknown as { id: string };
    await done('admin', 'answerWriteOff', { params: { id: off.id }, body: { approve: true, note: '同意' } });
    expect(await onHand('lot-022')).toBe(0);
    const open = (await done('reserve', 'listSlips', { query: { state: 'closed', kind: 'loan' } })) as unknown as { slips: { id: string; overdueS: number | null; outstandingValue: number }[] };
    expect(open.slips).toContainEqual(expect.objectContaining({ id: loan.id, overdueS: null, outstandingValue: 0 }));
  });

  it('labels are a PDF, and what they carry scans back to the lot with what may be done', async () => {
    const printed = await server.http.inject({ method: 'GET', url: '/api/labels?lotIds=lot-020,lot-012&binIds=bin-aoshan-c03-01', headers: { cookie: await server.cookieOf('reserve') } });
    expect([printed.statusCode, printed.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await PDFDocument.load(printed.rawPayload)).getPageCount()).toBe(1);
    const scan = async (who: string, text: string) => server.call(who, 'scanLabel', { query: { text } });
    const lot = await scan('reserve', encodeLabel({ kind: 'lot', id: 'lot-020' }));
    expect(lot.body).toMatchObject({ kind: 'lot', id: 'lot-020', facilityId: 'fac-depot-aoshan', binId: 'bin-aoshan-c03-01', lots: [{ lotNumber: 'ZS-0020', notUsable: null }] });
    const allowed = (lot.body.lots[0].actions as { action: string; allowed: boolean }[]).filter((one) => one.allowed).map((one) => one.action);
    expect(allowed).toEqual(['receive', 'issue', 'count', 'hold', 'transfer', 'lend', 'write-off', 'put-away']);
    const bin = await scan('responder', encodeLabel({ kind: 'bin', id: 'bin-aoshan-c03-01' }));
    expect((bin.body.lots[0].actions as { allowed: boolean; reason: { code: string } }[]).every((one) => !one.allowed && one.reason.code === 'ACCESS_DENIED')).toBe(true);
    expect((await scan('reserve', 'AL1:L:lot-020:0000')).body.code).toBe('READINESS_LABEL_MISREAD');
    expect((await scan('reserve', 'https://example.org')).body.code).toBe('READINESS_LABEL_FOREIGN');
  });

  it('S-448: refused calls lower what a firm is reckoned with, shown with how often it was asked', async () => {
    const call = { askedValue: 100, acceptedValue: 0, answerCode: 'refused', calledAt: at(-1), note: '无船' };
    const after = (await done('duty', 'recordCall', { params: { id: 'agr-boom-qingou' }, body: call })) as unknown as { agreedRatio: number; usedRatio: number; callCount: number; observedRatio: number };
    expect([after.callCount, after.observedRatio]).toEqual([1, 0]);
    expect(after.usedRatio).toBeCloseTo(after.agreedRatio * 5 / 6, 9);
    expect((await server.call('duty', 'recordCall', { params: { id: 'agr-boom-qingou' }, body: { ...call, acceptedValue: 5 } })).body.code).toBe('READINESS_ANSWER_CONTRADICTS');
    expect((await done('duty', 'listAcceptance', {})) as unknown).toContainEqual(expect.objectContaining({ agreementId: 'agr-boom-qingou', callCount: 1 }));
  });

  it('S-449: the curve of a works with shifts stands still between them', async () => {
    const { curve, shifts } = (await done('duty', 'getCapacityCurve', { params: { id: 'cap-suit-yuning' }, query: { untilHours: '96', startAt: '2026-11-24T00:00:00Z' } })) as unknown as { curve: { quantityValue: number }[]; shifts: unknown[] };
    expect(shifts).toHaveLength(2);
    const steps = curve.slice(1).map((point, i) => point.quantityValue - (curve[i]?.quantityValue ?? 0));
    expect(steps.every((step) => step >= 0)).toBe(true);
    expect(steps.slice(30, 60).filter((step) => step === 0).length).toBeGreaterThanOrEqual(8);
  });

  it('what to order and what will lapse, each with its reasons', async () => {
    const { suggestions } = (await done('reserve', 'getReplenishment', {})) as unknown as { suggestions: { policyId: string; orderValue: number; orderUpToValue: number; reasons: { code: string }[]; assumed: { code: string }[] }[] };
    const power = suggestions.find((one) => one.policyId === 'pol-power-aoshan');
    expect(power).toMatchObject({ orderValue: expect.any(Number) as number });
    expect(power?.orderValue).toBeGreaterThan(0);
    expect(power?.assumed.map((one) => one.code)).toContain('REPLENISH_DEMAND_EXPECTED');
    const { cohorts } = (await done('reserve', 'getExpiryForecast', { query: { monthCount: '24' } })) as unknown as { cohorts: { lots: { lotId: string }[] }[] };
    expect(cohorts.flatMap((one) => one.lots.map((lot) => lot.lotId))).toContain('lot-021');
  });

  it('S-451: an enterprise sees and moves its own stock only', async () => {
    const places = (await done('enterprise', 'listWarehouses', {})) as unknown as { organisationId: string }[];
    const all = (await done('duty', 'listWarehouses', {})) as unknown as unknown[];
    expect(places.length).toBeLessThan(all.length);
    expect((await server.call('enterprise', 'lendStock', { body: { lotId: 'lot-020', quantityValue: 1, borrowerText: '演示', dueBackAt: at(1), note: '借用' } })).statusCode).toBe(403);
    expect((await server.call('industry', 'holdSupplies', { body: { lines: [{ registerId: 'stock-lots', supplyId: 'lot-020', quantityValue: 1 }], purposeText: '试用', holdForS: 600 } })).statusCode).toBe(403);
    const slips = (await done('enterprise', 'listSlips', {})) as unknown as { slips: unknown[] };
    expect(slips.slips).toEqual([]);
  });
});
