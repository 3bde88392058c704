// The only door: two routing servers behind the one port of the movement model.
export type { ServerOptions } from './ask.ts';
export { routingErrors } from './errors.ts';
export type { OsrmOptions } from './osrm.ts';
export { createOsrmEngine } from './osrm.ts';
export { createValhallaEngine } from './valhalla.ts';
