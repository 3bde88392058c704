// The only door of the memory.
export * from './append.ts';
export * from './errors.ts';
export * from './fold.ts';
export * from './hash.ts';
export * from './holdings.ts';
export * from './ports.ts';
export * from './realm.ts';
export * from './types.ts';
export * from './verify.ts';
