// The only door of the signal stage.
export * from './ports.ts';
export * from './types.ts';
