// The door of the store's slips: reservations, counts, transfers, returns, loans and write-offs.
export * from './decide-count.ts';
export * from './decide-loan.ts';
export * from './decide-reservation.ts';
export * from './decide-return.ts';
export * from './decide-transfer.ts';
export * from './fold-slip.ts';
export * from './handle-count.ts';
export * from './handle-loan.ts';
export * from './handle-reservation.ts';
export * from './handle-return.ts';
export * from './handle-transfer.ts';
export type { SlipDeps, SlipDone } from './slip-desk.ts';
export * from './types.ts';
