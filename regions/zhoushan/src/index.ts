// The only door of the Zhoushan pack.
export * from './counties.ts';
export * from './current.ts';
export * from './errors.ts';
export * from './land.ts';
export * from './movement.ts';
export * from './networks.ts';
export * from './pack.ts';
export * from './places.ts';
export * from './registers.ts';
export { ruleBook } from './rules.ts';
export * from './sea.ts';
export * from './stress.ts';
export * from './tide.ts';
