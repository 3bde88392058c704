// The door of the three reserves: stock, agreed social stock, production capacity.
export * from './call-agreement.ts';
export * from './capability-classes.ts';
export * from './capacity-contracts.ts';
export * from './capacity-curve.ts';
export * from './decide-agreement.ts';
export * from './decide-stock.ts';
export * from './gap-report.ts';
export * from './handle-stock.ts';
export * from './item-kinds.ts';
export * from './pick-fefo.ts';
export * from './social-agreements.ts';
export * from './stock-lots.ts';
export * from './usable.ts';
