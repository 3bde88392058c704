// The only door of the review stage.
export * from './decide-review.ts';
export * from './errors.ts';
export * from './fold-review.ts';
export * from './handle-review.ts';
export * from './measure.ts';
export * from './open-lessons.ts';
export * from './tally-clocks.ts';
export * from './types.ts';
