// The only door of the importer: bytes of an extract in, a road network out.
export { osmErrors } from './errors.ts';
export type { RoadExtract } from './read-extract.ts';
export { readRoadExtract } from './read-extract.ts';
