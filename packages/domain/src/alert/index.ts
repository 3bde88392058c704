// The only door of the alert stage.
export * from './types.ts';
