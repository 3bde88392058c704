// The only door of the review stage.
export * from './types.ts';
