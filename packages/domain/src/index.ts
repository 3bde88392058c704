// The only door of the domain: each stage through its own door, in the order of flow.ts.
export * from './flow.ts';
export * from './log/index.ts';
export * from './access/index.ts';
export * from './accounts/index.ts';
export * from './rules/index.ts';
export * from './signal/index.ts';
export * from './alert/index.ts';
export * from './incident/index.ts';
export * from './forecast/index.ts';
export * from './plan/index.ts';
export * from './dispatch/index.ts';
export * from './review/index.ts';
export * from './register/index.ts';
export * from './readiness/index.ts';
export * from './industry/index.ts';
export * from './registers.ts';
export * from './folds.ts';
