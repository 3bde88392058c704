// The only door of the Zhoushan pack.
export * from './errors.ts';
export * from './land.ts';
