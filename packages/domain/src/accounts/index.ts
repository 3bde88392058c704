// The only door of accounts.
export * from './errors.ts';
export * from './fold-account.ts';
export * from './handle-account.ts';
export * from './ports.ts';
export * from './types.ts';
