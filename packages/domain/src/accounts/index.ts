// The only door of accounts.
export * from './decide-account.ts';
export * from './errors.ts';
export * from './fold-account.ts';
export * from './handle-account.ts';
export * from './handle-password.ts';
export * from './ports.ts';
export * from './types.ts';
