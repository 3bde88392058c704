// The door of hazards: what can go wrong where, and what watches it.
export * from './alert-rules.ts';
export * from './facilities.ts';
export * from './sensitive-sites.ts';
export * from './sensors.ts';
export * from './tanks.ts';
