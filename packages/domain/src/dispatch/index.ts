// The only door of the dispatch stage.
export * from './types.ts';
