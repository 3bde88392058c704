// What may be done with the quantity of a lot or of an agreement, beside editing its record. Pure; the
// server judges again.

import type { Account, RegisterRecord } from '@anlan/contracts';
import { may } from '../../../parts/room/may.ts';

export const LEDGER_STEPS = ['receive', 'issue', 'transfer', 'count', 'answer-count', 'audit', 'verify'] as const;
export type LedgerStep = (typeof LEDGER_STEPS)[number];

/** One letter each; letters that the panel itself uses (E, H) are left to it. */
export const STEP_KEYS: Readonly<Record<LedgerStep, string>> = { receive: 'r', issue: 'o', transfer: 't', count: 'c', 'answer-count': 'a', audit: 'a', verify: 'v' };

export function ledgerSteps(record: RegisterRecord, roles: Account['roles']): readonly LedgerStep[] {
  if (record.archived) return [];
  const verify: readonly LedgerStep[] = record.mayVerify ? ['verify'] : [];
  if (record.registerId === 'stock-lots') {
    const waits = record.values['countState'] === 'difference';
    const answer: readonly LedgerStep[] = waits && may(roles, 'stock.approve') ? ['answer-count'] : [];
    const moves: readonly LedgerStep[] = record.mayEdit && may(roles, 'stock.move') ? ['receive', 'issue', 'transfer', ...(waits ? [] : ['count' as const])] : [];
    return [...answer, ...moves, ...verify];
  }
  const audit: readonly LedgerStep[] = record.registerId === 'social-agreements' && record.mayEdit && may(roles, 'agreement.audit') ? ['audit'] : [];
  return [...audit, ...verify];
}

/** What is on hand after the step; undefined when nothing that can be read was typed, or nothing moves. */
export function onHandAfter(step: LedgerStep, onHandValue: number, typedValue: number | undefined): number | undefined {
  if (typedValue === undefined) return undefined;
  if (step === 'receive') return roundMillionths(onHandValue + typedValue);
  return step === 'issue' || step === 'transfer' ? roundMillionths(onHandValue - typedValue) : undefined;
}

/** The ledger counts in millionths; binary tails are not shown. */
export function roundMillionths(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
