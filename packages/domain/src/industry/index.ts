// The only door of the industry side.
export * from './catalogue/handle-catalogue.ts';
export * from './catalogue/match-gap.ts';
export * from './catalogue/national-trees.ts';
export * from './catalogue/products.ts';
export * from './catalogue/publish.ts';
export * from './catalogue/trees.ts';
export * from './enterprises/enterprises.ts';
export * from './errors.ts';
export * from './indicators/compute-indicators.ts';
export * from './indicators/indicators-register.ts';
export * from './indicators/list-indicators.ts';
