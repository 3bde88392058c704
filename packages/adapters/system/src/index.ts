// The only door of the system adapter.
export * from './clock.ts';
export * from './ids.ts';
export * from './passwords.ts';
export * from './drift-pool.ts';
export * from './reach-pool.ts';
