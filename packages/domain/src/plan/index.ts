// The only door of the plan stage.
export * from './decide-plan.ts';
export * from './errors.ts';
export * from './fold-plan.ts';
export { gatherSupplies } from './gather-supplies.ts';
export type { Gathered, PlanRecords } from './gather-supplies.ts';
export * from './handle-plan.ts';
export * from './ports.ts';
export * from './travel-times.ts';
export * from './types.ts';
