// The only door of the dispatch stage.
export * from './decide-issue.ts';
export * from './decide-order.ts';
export * from './errors.ts';
export * from './fold-order.ts';
export * from './handle-issue.ts';
export * from './handle-order-step.ts';
export * from './lateness.ts';
export * from './order-steps.ts';
export * from './types.ts';
