// The only door of the forecast stage.
export * from './decide-input.ts';
export * from './drift-case.ts';
export * from './errors.ts';
export * from './fold-forecast.ts';
export * from './forcing.ts';
export * from './handle-request.ts';
export * from './handle-run.ts';
export * from './pick-station.ts';
export * from './ports.ts';
export * from './run-settings.ts';
export * from './spill-facts.ts';
export * from './types.ts';
export * from './wind-grid.ts';
export * from './wind-reach.ts';
