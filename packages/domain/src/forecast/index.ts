// The only door of the forecast stage.
export * from './types.ts';
