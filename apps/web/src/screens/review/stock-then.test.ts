import { describe, expect, it } from 'vitest';
import type { HoldingsThen } from '@anlan/contracts';
import { stockRows } from './stock-then.ts';

type Row = HoldingsThen['holdings'][number];
const lot = (recordId: string, itemKindId: string, onHandValue: number, heldValue: number, registerId = 'stock-lots'): Row => ({
  registerId, recordId, titles: { zh: recordId, en: recordId }, isUnit: false, itemKindId, itemTitles: { zh: itemKindId, en: itemKindId }, unitCode: 'm', onHandValue, heldValue,
});
const boat = (recordId: string, heldValue: number): Row => ({ registerId: 'vessels', recordId, titles: { zh: recordId, en: recordId }, isUnit: true, itemKindId: null, itemTitles: null, unitCode: '', onHandValue: 1, heldValue });

describe('stock as known then', () => {
  it('adds up a kind over all reserves, names what is promised first and units last', () => {
    const rows = stockRows([boat('b1', 1), lot('l1', 'sorbent', 10, 0), lot('l2', 'boom', 0.1, 0.1), lot('a1', 'boom', 0.2, 0, 'social-agreements'), boat('b2', 0)]);
    expect(rows.map(({ key, onHandValue, heldValue }) => [key, onHandValue, heldValue])).toEqual([['boom', 0.3, 0.1], ['sorbent', 10, 0], ['vessels', 2, 1]]);
  });

  it('counts a vessel as out while one of the trips that share it is', () => {
    expect(stockRows([boat('b1', 0.333333)])).toMatchObject([{ key: 'vessels', onHandValue: 1, heldValue: 1 }]);
  });
});
