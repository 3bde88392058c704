// The door of the store itself: bins, kits, labels, its ledger and its picture.
export * from './kit-readiness.ts';
export * from './kits.ts';
export * from './label-text.ts';
export * from './ledger.ts';
export * from './put-away.ts';
export * from './scan-label.ts';
export * from './storage-bins.ts';
export * from './warehouse-view.ts';
