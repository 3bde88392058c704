// The only door of @anlan/allocation: demand from a spill, plans from three reserves, the checker.
export * from './api/check.ts';
export * from './api/demand.ts';
export * from './api/oil.ts';
export * from './api/plan.ts';
export * from './api/supply.ts';
export type * from './spi/lp-solver.ts';
export { checkPlan } from './check/check-plan.ts';
export { allocationErrors } from './errors.ts';
export * from './forces/index.ts';
export { formulas } from './formulas.ts';
export { deriveOilDemand } from './oil/derive-oil-demand.ts';
export { DEMONSTRATION_OIL_PLANNING } from './oil/planning.ts';
export { rankPlans } from './plan/rank-plans.ts';
export { rampOutput, shipmentsOf } from './supply/ramp.ts';
export { fefoOrder, fefoTake, lotIsUsable } from './supply/usable.ts';
export { MODEL_VERSION } from './version.ts';
export * from './siting/index.ts';
