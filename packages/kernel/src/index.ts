// The only door of the kernel.
export * from './assert.ts';
export * from './errors.ts';
export * from './formula.ts';
export * from './geo.ts';
export * from './ids.ts';
export * from './instant.ts';
export * from './json.ts';
export * from './model.ts';
export * from './names.ts';
export * from './polygon.ts';
export * from './result.ts';
export * from './rng.ts';
export * from './sha256.ts';
export * from './units.ts';
