// What siting gives to others.
export { checkSiting } from './check-siting.ts';
export type { SitingCheck, SitingFault } from './check-siting.ts';
export { sitingErrors } from './errors.ts';
export { looksLikeCap, readCap } from './read/cap.ts';
export { readDistances, readWeights } from './read/distances.ts';
export type { ReadDistances } from './read/distances.ts';
export { looksLikePmed, readPmed } from './read/pmed.ts';
export { readSitingJson } from './read/json.ts';
export type { SitingFile } from './read/json.ts';
export { proveSiting } from './prove-siting.ts';
export type { ProveOptions } from './prove-siting.ts';
export { SITING_OPTIONS, solveSiting } from './solve-siting.ts';
export * from './types.ts';
