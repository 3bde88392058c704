// Planning sums for forces: who goes where under capacity, exact where it is small enough.
export * from './casualties.ts';
export * from './errors.ts';
export { planFireLift } from './fire-lift.ts';
export type { LandingSite, LiftInput, LiftPlan, LiftShip, LiftTrip, LiftTruck, TideWindow } from './fire-lift.ts';
export * from './generators.ts';
export * from './island-pack.ts';
export * from './shelters.ts';
export * from './tide-windows.ts';
