// The only door of readiness.
export * from './forces/index.ts';
export * from './hazards/index.ts';
export * from './replenishment/index.ts';
export * from './reserves/index.ts';
export * from './slips/index.ts';
export * from './stress/index.ts';
export * from './warehouse/index.ts';
export * from './errors.ts';
