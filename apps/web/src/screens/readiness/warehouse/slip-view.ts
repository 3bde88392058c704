// What a slip is about, and which steps may come next from its state. Who may is the server's word;
// a refusal stays on the screen.

import type { Slip } from '@anlan/contracts';

export interface SlipLine {
  readonly itemKindId: string;
  /** null: hidden from those who count blind. */
  readonly value: number | null;
}

export function slipLines(slip: Slip): readonly SlipLine[] {
  switch (slip.kind) {
    case 'reservation': return slip.lines.map(({ itemKindId, quantityValue }) => ({ itemKindId, value: quantityValue }));
    case 'transfer': return slip.lines.map(({ itemKindId, quantityValue }) => ({ itemKindId, value: quantityValue }));
    case 'count': return slip.lines.map(({ itemKindId, differenceValue, bookValue }) => ({ itemKindId, value: differenceValue ?? bookValue }));
    case 'return': return [{ itemKindId: slip.itemKindId, value: slip.dirtyValue + slip.cleanValue }];
    case 'loan': return [{ itemKindId: slip.itemKindId, value: slip.outstandingValue }];
    default: return [{ itemKindId: slip.itemKindId, value: slip.quantityValue }];
  }
}

export interface EnteredLine {
  readonly key: string;
  readonly lotId: string;
  readonly itemKindId: string;
  /** What the book says; null where it is hidden or says nothing. */
  readonly bookValue: number | null;
  /** What stands in the field before somebody types; null: it has to be typed. */
  readonly usualValue: number | null;
}

/** The quantities that the next step asks for. What is counted is always typed, never taken from the book. */
export function enteredLines(slip: Slip): readonly EnteredLine[] {
  if (slip.kind === 'count' && slip.state === 'open') return slip.lines.map((line) => ({ key: line.lotId, lotId: line.lotId, itemKindId: line.itemKindId, bookValue: line.bookValue, usualValue: line.countedValue }));
  if (slip.kind === 'transfer' && slip.state === 'in-transit') return slip.lines.map((line) => ({ key: line.fromLotId, lotId: line.fromLotId, itemKindId: line.itemKindId, bookValue: line.quantityValue, usualValue: null }));
  if (slip.kind === 'loan' && slip.state === 'out') return [{ key: slip.lotId, lotId: slip.lotId, itemKindId: slip.itemKindId, bookValue: slip.outstandingValue, usualValue: null }];
  if (slip.kind === 'return' && slip.state === 'open') return [{ key: slip.lotId, lotId: slip.lotId, itemKindId: slip.itemKindId, bookValue: slip.dirtyValue > 0 ? slip.dirtyValue : slip.cleanValue, usualValue: null }];
  return [];
}

/** A passed test holds until a day that the tester gives. */
export function asksUntil(slip: Slip): boolean {
  return slip.kind === 'return' && slip.state === 'open' && slip.dirtyValue === 0;
}

export type SlipStep = 'confirm' | 'release' | 'issue' | 'submit' | 'approve' | 'reject' | 'receive' | 'give-back' | 'clean' | 'retest' | 'cancel';

export function nextSteps(slip: Slip): readonly SlipStep[] {
  if (slip.kind === 'return' && slip.state === 'open') return slip.dirtyValue > 0 ? ['clean'] : slip.cleanValue > 0 ? ['retest'] : [];
  return STEPS[`${slip.kind}/${slip.state}`] ?? [];
}

const STEPS: Readonly<Record<string, readonly SlipStep[]>> = {
  'reservation/held': ['confirm', 'release'],
  'reservation/confirmed': ['issue', 'release'],
  'count/open': ['submit', 'cancel'],
  'count/submitted': ['approve', 'reject'],
  'transfer/in-transit': ['receive'],
  'loan/out': ['give-back'],
  'write-off/proposed': ['approve', 'reject'],
};
