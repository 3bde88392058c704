import { describe, expect, it } from 'vitest';
import type { RegisterRecord } from '@anlan/contracts';
import { ledgerSteps, onHandAfter } from './ledger-step.ts';

const lot = (change: Partial<RegisterRecord> = {}): RegisterRecord => ({ registerId: 'stock-lots', id: 'a', values: {}, archived: false, mayEdit: true, mayVerify: false, ...change }) as RegisterRecord;

describe('what may be done with a lot', () => {
  it('S-447: a difference is answered by the reserve side, and not counted again before', () => {
    expect(ledgerSteps(lot(), ['reserve'])).toEqual(['receive', 'issue', 'transfer', 'count']);
    expect(ledgerSteps(lot({ values: { countState: 'difference' } }), ['reserve'])).toEqual(['answer-count', 'receive', 'issue', 'transfer']);
    expect(ledgerSteps(lot({ values: { countState: 'difference' } }), ['enterprise'])).toEqual(['receive', 'issue', 'transfer']);
  });

  it('who may not edit moves nothing; an archived record is left alone', () => {
    expect(ledgerSteps(lot({ mayEdit: false }), ['duty'])).toEqual([]);
    expect(ledgerSteps(lot({ archived: true, mayVerify: true }), ['reserve'])).toEqual([]);
    expect(ledgerSteps(lot({ registerId: 'vessels', mayVerify: true }), ['duty'])).toEqual(['verify']);
    expect(ledgerSteps(lot({ registerId: 'social-agreements' }), ['reserve'])).toEqual(['audit']);
  });

  it('the figure after the move is free of binary tails', () => {
    expect(onHandAfter('receive', 0.1, 0.2)).toBe(0.3);
    expect(onHandAfter('issue', 1000, 250)).toBe(750);
    expect(onHandAfter('count', 1000, 250)).toBeUndefined();
  });
});
