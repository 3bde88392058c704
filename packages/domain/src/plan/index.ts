// The only door of the plan stage.
export * from './types.ts';
