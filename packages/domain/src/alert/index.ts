// The only door of the alert stage.
export * from './alert-owner.ts';
export type { AlertChanges, AlertWatchDeps } from './apply-step.ts';
export * from './build-queue.ts';
export * from './decide-alert.ts';
export * from './errors.ts';
export * from './fold-alert.ts';
export * from './handle-alert.ts';
export * from './handle-reading-for-alerts.ts';
export { ruleStateFrom } from './restore-rules.ts';
export * from './rule-watch.ts';
export * from './step-rule.ts';
export * from './types.ts';
export * from './withdraw-sensor.ts';
