// The only door of the Zhoushan pack.
export * from './current.ts';
export * from './errors.ts';
export * from './land.ts';
export * from './tide.ts';
