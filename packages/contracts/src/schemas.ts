// All schemas, by the names that the wire uses.
export * from './alerts.ts';
export * from './common.ts';
export * from './devices.ts';
export * from './feeds.ts';
export * from './forces.ts';
export * from './forecasts.ts';
export * from './incidents.ts';
export * from './live.ts';
export * from './notices.ts';
export * from './plans.ts';
export * from './registers.ts';
export * from './reserves.ts';
export * from './reviews.ts';
export * from './session.ts';
export * from './signals.ts';
export * from './travel.ts';
export * from './warehouse.ts';
