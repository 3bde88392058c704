// The only door: HiGHS behind the planner's port.
export { highsErrors } from './errors.ts';
export type { HighsSolver } from './solver.ts';
export { createHighsSolver } from './solver.ts';
