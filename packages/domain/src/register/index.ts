// The only door of the register engine.
export * from './code-entry.ts';
export * from './define-register.ts';
export * from './types.ts';
