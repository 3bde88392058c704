// The door of the readiness stress test.
export * from './capabilities.ts';
export * from './closing-mix.ts';
export * from './compare.ts';
export * from './errors.ts';
export * from './families/index.ts';
export * from './fold-stress.ts';
export * from './force-supplies.ts';
export { gapGeoJson } from './gaps.ts';
export * from './greedy-planner.ts';
export * from './handle-stress.ts';
export * from './least-shortage.ts';
export * from './optimising-planner.ts';
export * from './ports.ts';
export * from './reach.ts';
export * from './run-scenario.ts';
export * from './run-stress.ts';
export * from './timeline.ts';
export * from './types.ts';
