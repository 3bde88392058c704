// The only door of documents.
export * from './decide-document.ts';
export * from './errors.ts';
export * from './fold-document.ts';
export * from './handle-document.ts';
export * from './types.ts';
