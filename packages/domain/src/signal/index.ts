// The only door of the signal stage.
export * from './belonging.ts';
export * from './count-ingest.ts';
export * from './decide-reading.ts';
export * from './decide-report.ts';
export * from './errors.ts';
export * from './fold-report.ts';
export * from './handle-readings.ts';
export * from './handle-report.ts';
export * from './handle-vessel-states.ts';
export * from './judge-latest.ts';
export { AGE_S_MAX, AHEAD_S_MAX } from './judge-time.ts';
export * from './ports.ts';
export * from './receipt-number.ts';
export * from './types.ts';
