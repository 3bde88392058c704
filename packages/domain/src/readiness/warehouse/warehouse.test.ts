import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addS, instant } from '@anlan/kernel';
import type { Holding, RecordedMove } from '../../log/index.ts';
import type { StockLot } from '../reserves/usable.ts';
import { decodeLabel, encodeLabel, findByCode, kitReadiness, labelCheck, ledgerOf, storeView, throughputByDay } from './index.ts';
import type { Kit, KitTeam, StorageBin } from './index.ts';

const now = instant('2026-11-24T01:00:00Z');
const body = { createdAt: now, createdBy: 'x', updatedAt: now, updatedBy: 'x', archived: false, archivedReason: null, seedHash: null };
const lot = (id: string, itemKindId: string, facilityId: string, more: Partial<StockLot['values']> = {}): StockLot => ({
  ...body, registerId: 'stock-lots', id, state: 'ready',
  values: {
    lotNumber: id, itemKindId, organisationId: 'org-a', facilityId, position: [122, 30], openingValue: 0, floorValue: null, producedOn: null, expiresAt: null, inspectedAt: now, inspectionCode: 'passed',
    inspectionValidUntilAt: addS(now, 86_400 * 100), documentId: null, sourceText: null, ownerOrganisationId: null, binId: null, countState: null, countedValue: null, countBookValue: null, countedAt: null, countedBy: null, ...more,
  },
} as StockLot);
const holding = (lotId: string, onHandValue: number, heldValue = 0): Holding => ({ holdingId: `stock-lots/${lotId}`, realm: 'real', onHandValue, heldValue });
const part = (itemKindId: string | null, perKitValue: number, teamId: string | null = null) => ({ roleCode: 'main' as const, itemKindId, teamId, perKitValue });
const kit = (id: string, parts: ReturnType<typeof part>[], wantedCount = 3, priorityIndex = 1): Kit => ({
  ...body, registerId: 'kits', id, state: null, values: { name: { zh: id, en: id }, facilityId: 'd', organisationId: 'org-a', wantedCount, priorityIndex, parts, sourceText: null },
} as unknown as Kit);
const team = (id: string, peopleCount: number, state = 'ready'): KitTeam => ({ ...body, registerId: 'teams', id, state, values: { peopleCount } } as unknown as KitTeam);

describe('kits', () => {
  it('a kit is as ready as the least of its parts, never their average, and names what limits it', () => {
    const lots = [lot('s', 'skimmer', 'd'), lot('p', 'power', 'd'), lot('t', 'tank', 'd')];
    const stock = { lots, teams: [team('crew', 18)], holdings: [holding('s', 60), holding('p', 1), holding('t', 60)], usedAt: now };
    const [ready] = kitReadiness([kit('k', [part('skimmer', 20), part('power', 1), part('tank', 20), part(null, 6, 'crew')])], stock);
    expect(ready).toMatchObject({ readyCount: 1, wantedCount: 3, readyRatio: 1 / 3 });
    expect(ready?.parts.map((one) => [one.allowsCount, one.limiting])).toEqual([[3, false], [1, true], [3, false], [3, false]]);
    const [none] = kitReadiness([kit('k', [part('skimmer', 20), part('power', 1)])], { ...stock, holdings: [holding('s', 600)] });
    expect(none?.readyCount).toBe(0);
  });

  it('what is lapsed, promised, elsewhere or resting does not count, and says why', () => {
    const lots = [lot('s', 'skimmer', 'd', { expiresAt: addS(now, -1) }), lot('s2', 'skimmer', 'elsewhere'), lot('p', 'power', 'd')];
    const stock = { lots, teams: [team('crew', 18, 'resting')], holdings: [holding('s', 60), holding('s2', 60), holding('p', 3, 3)], usedAt: now };
    const [ready] = kitReadiness([kit('k', [part('skimmer', 20), part('power', 1), part(null, 6, 'crew')])], stock);
    expect(ready?.parts.map((one) => [one.allowsCount, one.notCounted.map(({ refusal }) => refusal.code)])).toEqual([[0, ['READINESS_LOT_EXPIRED']], [0, []], [0, ['READINESS_SUPPLY_NOT_READY']]]);
  });

  it('kits of one place share its stock: the second gets what the first leaves', () => {
    const stock = { lots: [lot('p', 'power', 'd')], teams: [], holdings: [holding('p', 4)], usedAt: now };
    const kits = [kit('b', [part('power', 1)], 3, 2), kit('a', [part('power', 1)], 3, 1)];
    expect(kitReadiness(kits, stock).map(({ kitId, readyCount }) => [kitId, readyCount])).toEqual([['a', 3], ['b', 1]]);
  });

  it('property: more of any part never makes a kit less ready, and it is never readier than any part', () => {
    fc.assert(fc.property(fc.array(fc.record({ per: fc.integer({ min: 1, max: 9 }), have: fc.integer({ min: 0, max: 60 }) }), { minLength: 1, maxLength: 6 }), fc.nat(5), fc.integer({ min: 1, max: 50 }), (parts, which, more) => {
      const lots = parts.map((_part, i) => lot(`l${i}`, `k${i}`, 'd'));
      const readyWith = (extra: number) => kitReadiness([kit('k', parts.map(({ per }, i) => part(`k${i}`, per)), 1000)], {
        lots, teams: [], usedAt: now, holdings: parts.map(({ have }, i) => holding(`l${i}`, have + (i === which % parts.length ? extra : 0))),
      })[0]?.readyCount ?? -1;
      expect(readyWith(more)).toBeGreaterThanOrEqual(readyWith(0));
      expect(readyWith(0)).toBe(Math.min(...parts.map(({ per, have }) => Math.floor(have / per))));
    }));
  });
});

describe('labels', () => {
  it('property: a label reads back as what it was, and one changed sign is never another lot', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9._~-]{1,40}$/);
    fc.assert(fc.property(id, fc.constantFrom('lot' as const, 'bin' as const), fc.nat(), fc.stringMatching(/^[A-Za-z0-9:]$/), (given, kind, place, sign) => {
      const text = encodeLabel({ kind, id: given });
      expect(decodeLabel(` ${text}\n`)).toEqual({ ok: true, value: { kind, id: given } });
      const at = place % text.length;
      const misread = text.slice(0, at) + sign + text.slice(at + 1);
      const read = decodeLabel(misread);
      if (misread.toUpperCase() === text.toUpperCase() && read.ok) expect(read.value.id.toUpperCase()).toBe(given.toUpperCase());
      else expect(read.ok && (read.value.id !== given || read.value.kind !== kind)).toBe(false);
    }), { numRuns: 500 });
  });

  it('the check is CRC-16/CCITT-FALSE: its published check value for 123456789 is 29B1', () => {
    expect(labelCheck('123456789')).toBe('29B1');
    expect(encodeLabel({ kind: 'lot', id: 'lot-020' })).toBe(`AL1:L:lot-020:${labelCheck('AL1:L:lot-020')}`);
    expect(decodeLabel('AL1:X:lot-020:0000')).toMatchObject({ refusal: { code: 'READINESS_LABEL_FOREIGN' } });
  });
});

describe('ledger and picture', () => {
  const move = (kind: RecordedMove['move'], quantityValue: number, eventType: string, stream: string, hours: number): RecordedMove => ({
    holdingId: 'stock-lots/l', move: kind, quantityValue, recordedAt: addS(now, hours * 3600), eventType, stream: stream as RecordedMove['stream'], actorName: 'x',
  });

  it('a hold moves nothing, a draw goes out once, and the day is the local one', () => {
    const entries = ledgerOf([
      move('open', 100, 'record.created', 'record:stock-lots/l', 0), move('hold', 10, 'order.issued', 'order:o', 1), move('draw', 10, 'order.departed', 'order:o', 2),
      move('receive', 4, 'slip.retested', 'slip:return/r', 16), move('release', 3, 'slip.released', 'slip:reservation/x', 17),
    ]);
    expect(entries.map(({ purpose, inValue, outValue }) => [purpose, inValue, outValue])).toEqual([['opening', 100, 0], ['use', 0, 10], ['return', 4, 0]]);
    const days = throughputByDay(entries, { kindOfLot: new Map([['l', 'boom']]), utcOffsetMinutes: 480 });
    expect(days).toEqual([
      { day: '2026-11-24', itemKindId: 'boom', inValue: 0, outValue: 10, inCount: 0, outCount: 1 }, { day: '2026-11-25', itemKindId: 'boom', inValue: 4, outValue: 0, inCount: 1, outCount: 0 },
    ]);
  });

  const bin = (id: string, zoneCode: string, rowIndex: number, columnIndex: number): StorageBin => ({
    ...body, registerId: 'storage-bins', id, state: null,
    values: { name: { zh: id, en: id }, facilityId: 'd', organisationId: 'org-a', zoneCode, zoneName: { zh: zoneCode, en: zoneCode }, binCode: id.toUpperCase(), rowIndex, columnIndex, volumeM3: 10, massKgMax: null, conditionCode: null, sourceText: null },
  } as StorageBin);
  const kind = { ...body, registerId: 'item-kinds', id: 'boom', state: null, values: { supplyCode: '2090101', massKgPerUnit: 2, volumeM3PerUnit: 0.1 } } as never;

  it('S-452: any code finds bins, quantity and the walk that picks it, first expired first', () => {
    const bins = [bin('a1', 'A', 0, 0), bin('a2', 'A', 0, 1), bin('b1', 'A', 1, 0), bin('b2', 'A', 1, 1)];
    const lots = [
      lot('l1', 'boom', 'd', { binId: 'b1', expiresAt: addS(now, 86_400 * 20) }), lot('l2', 'boom', 'd', { binId: 'a2', expiresAt: addS(now, 86_400 * 10) }), lot('l3', 'boom', 'd', { binId: 'b2', expiresAt: addS(now, 86_400 * 15) }),
      lot('l4', 'boom', 'd', { expiresAt: addS(now, -1) }),
    ];
    const holdings = [holding('l1', 50), holding('l2', 30), holding('l3', 20), holding('l4', 99)];
    const [found] = findByCode({ bins, lots, holdings, itemKinds: [kind] }, { supplyCode: '2090101', facilityId: 'd', wantedValue: 70, usedAt: now });
    // Row 1 is walked backwards: b2 before b1; of l1 only what is still missing.
    expect(found?.stops.map(({ lotId, binCode, quantityValue }) => [lotId, binCode, quantityValue])).toEqual([['l2', 'A2', 30], ['l3', 'B2', 20], ['l1', 'B1', 20]]);
    expect(findByCode({ bins, lots, holdings, itemKinds: [kind] }, { supplyCode: '2090101', facilityId: null, wantedValue: 170, usedAt: now })[0]).toMatchObject({ totalValue: 100, shortValue: 70 });
  });

  it('the picture says how full a bin is and what lies nowhere', () => {
    const view = storeView({ bins: [bin('a1', 'A', 0, 0)], lots: [lot('l1', 'boom', 'd', { binId: 'a1' }), lot('l2', 'boom', 'd', { binId: 'gone' }), lot('l3', 'boom', 'e')], holdings: [holding('l1', 30), holding('l2', 5)], itemKinds: [kind] }, 'd', now);
    expect(view.zones[0]?.bins[0]).toMatchObject({ massKg: 60, filledRatio: 0.3, lots: [{ lotId: 'l1', availableValue: 30, notUsable: null }] });
    expect(view.unplaced.map(({ lotId }) => lotId)).toEqual(['l2']);
  });
});
