// The only door of the industry side.
export * from './catalogue/products.ts';
export * from './enterprises/enterprises.ts';
export * from './indicators/indicators-register.ts';
