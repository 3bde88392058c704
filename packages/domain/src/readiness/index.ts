// The only door of readiness.
export * from './forces/index.ts';
export * from './hazards/index.ts';
export * from './reserves/index.ts';
export * from './errors.ts';
