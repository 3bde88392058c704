// The only door of the incident stage.
export * from './types.ts';
