// The only door of the rules.
export * from './assess.ts';
export * from './clock-rules.ts';
export * from './clocks.ts';
export * from './errors.ts';
export * from './rule-book.ts';
export * from './rule-sets.ts';
export * from './standing-fact.ts';
export * from './types.ts';
