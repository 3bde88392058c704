// The only door of the incident stage.
export * from './belonging.ts';
export * from './decide-clock.ts';
export * from './decide-close.ts';
export * from './decide-fact.ts';
export * from './decide-level.ts';
export * from './decide-open.ts';
export * from './decide-progress.ts';
export * from './errors.ts';
export * from './fact-forms.ts';
export * from './fold-incident.ts';
export * from './handle-incident.ts';
export * from './handle-open-incident.ts';
export * from './queue-row.ts';
export * from './sees-incident.ts';
export * from './timeline.ts';
export * from './types.ts';
