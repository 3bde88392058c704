// The door of replenishment: policies, demand, suggestions, what will lapse.
export * from './chance.ts';
export * from './demand.ts';
export * from './expiry-forecast.ts';
export * from './stock-policies.ts';
export * from './suggest.ts';
