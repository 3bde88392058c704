// The only door of the tide.
export * from './astronomy.ts';
export * from './channel-flow.ts';
export * from './constituents.ts';
export * from './current-field.ts';
export * from './errors.ts';
export * from './height.ts';
export * from './nodal.ts';
export * from './pcg.ts';
export * from './regime.ts';
export * from './turns.ts';
export * from './water-grid.ts';
