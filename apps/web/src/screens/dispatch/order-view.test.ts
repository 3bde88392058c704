import { describe, expect, it } from 'vitest';
import type { Order } from '@anlan/contracts';
import { at, order } from '../plan/plan-for-tests.ts';
import { arrivalMarginMs, boardOrder, goodsOf, keepRows, latenessOf, matches, mayBlock, mayCancel, nextStep, wayRatio } from './order-view.ts';
import type { BoardFilter, OrderState } from './order-view.ts';

const ms = (minutes: number) => Date.parse(at(minutes));

/** An order that took the given steps, ten minutes apart. */
function moved(...states: readonly OrderState[]): Order {
  const steps = ['issued' as OrderState, ...states].map((state, index) => ({ state, at: at(index * 10), recordedAt: at(index * 10), by: '', note: '' }));
  return order({ steps, state: states.at(-1) ?? 'issued' });
}

describe('the one next step', () => {
  it('follows issued → accepted → under way → on scene → done, and then nothing', () => {
    expect(nextStep(moved())).toBe('accept');
    expect(nextStep(moved('accepted'))).toBe('depart');
    expect(nextStep(moved('accepted', 'under-way'))).toBe('arrive');
    expect(nextStep(moved('accepted', 'under-way', 'on-scene'))).toBe('complete');
    expect(nextStep(moved('accepted', 'under-way', 'on-scene', 'done'))).toBeUndefined();
    expect(nextStep(moved('cancelled'))).toBeUndefined();
  });

  it('a blocked order is taken up where it stood', () => {
    expect(nextStep(moved('blocked'))).toBe('accept');
    expect(nextStep(moved('accepted', 'blocked'))).toBe('depart');
    expect(nextStep(moved('accepted', 'under-way', 'blocked'))).toBe('arrive');
  });

  it('block and cancel are offered only where they are legal', () => {
    expect([moved(), moved('accepted', 'under-way', 'on-scene')].every(mayBlock)).toBe(true);
    expect(mayBlock(moved('blocked'))).toBe(false);
    expect(mayCancel(moved('accepted', 'under-way', 'on-scene'))).toBe(false);
    expect(mayCancel(moved('blocked'))).toBe(true);
  });
});

describe('lateness', () => {
  it('not left when due, then not there when due; nothing once on scene', () => {
    expect(latenessOf(moved(), ms(10))).toBeUndefined();
    expect(latenessOf(moved(), ms(15))).toEqual({ kind: 'depart', lateMs: 5 * 60_000 });
    expect(latenessOf(moved('accepted', 'under-way'), ms(15))).toBeUndefined();
    expect(latenessOf(moved('accepted', 'under-way'), ms(61))).toEqual({ kind: 'arrive', lateMs: 60_000 });
    expect(latenessOf(moved('accepted', 'under-way', 'on-scene'), ms(300))).toBeUndefined();
    expect(latenessOf(moved('cancelled'), ms(300))).toBeUndefined();
  });

  it('an arrival is judged by when it happened, not by when it was told', () => {
    expect(arrivalMarginMs(moved('accepted', 'under-way', 'on-scene'))).toBe(30 * 60_000);
    expect(arrivalMarginMs(moved())).toBeUndefined();
  });

  it('the way goes from departure to the due time and stays between 0 and 1', () => {
    expect(wayRatio(moved('accepted'), ms(30))).toBeUndefined();
    expect(wayRatio(moved('accepted', 'under-way'), ms(40))).toBeCloseTo(0.5);
    expect(wayRatio(moved('accepted', 'under-way'), ms(400))).toBe(1);
  });
});

describe('goods', () => {
  it('held when issued, drawn at departure, given back only when cancelled before it', () => {
    expect(goodsOf(moved())).toBe('held');
    expect(goodsOf(moved('accepted', 'under-way'))).toBe('drawn');
    expect(goodsOf(moved('accepted', 'cancelled'))).toBe('released');
    expect(goodsOf(moved('accepted', 'under-way', 'blocked', 'cancelled'))).toBe('drawn');
    expect(goodsOf({ ...moved(), items: [] })).toBe('none');
  });
});

describe('the board', () => {
  const filter: BoardFilter = { state: 'open', unitId: '', text: '' };

  it('an order keeps its place when its state changes, and new ones are appended', () => {
    const [a, b, c] = [order({ id: 'a', arriveDueAt: at(90) }), order({ id: 'b', arriveDueAt: at(60) }), order({ id: 'c', issuedAt: at(5), arriveDueAt: at(20) })];
    expect(boardOrder([a, b]).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(boardOrder([c, { ...a, state: 'done' }, { ...b, state: 'under-way' }]).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('a row that no longer matches stays until the filter is set again', () => {
    const done = order({ state: 'done' });
    expect(matches(done, filter)).toBe(false);
    expect(keepRows([done], filter, new Set())).toEqual([]);
    expect(keepRows([done], filter, new Set(['order-1']))).toEqual([done]);
  });

  it('filters by state, by unit, by text in either language and by MMSI', () => {
    expect(matches(order(), { ...filter, state: 'issued' })).toBe(true);
    expect(matches(order(), { ...filter, unitId: 'none' })).toBe(false);
    expect(matches(order({ unitId: null }), { ...filter, unitId: 'none' })).toBe(true);
    expect(['haishou', '海收', '412900006', '围油栏'].every((text) => matches(order(), { ...filter, text }))).toBe(true);
    expect(matches(order(), { ...filter, text: '吸油' })).toBe(false);
  });
});
