// The only door of the labels adapter.
export * from './bars.ts';
export * from './make-label-sheet.ts';
