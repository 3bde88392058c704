// The only door of notices.
export * from './decide-notice.ts';
export * from './errors.ts';
export * from './fold-notice.ts';
export * from './handle-notice.ts';
export * from './types.ts';
