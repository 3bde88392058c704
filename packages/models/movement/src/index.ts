// The only door of @anlan/movement: water grid and sea routes, road graph, door-to-door travel.
export * from './api/road.ts';
export * from './api/sea.ts';
export * from './api/sea-field.ts';
export * from './api/travel.ts';
export * from './spi/engines.ts';
export * from './spi/sea-sources.ts';
export { travelDoorToDoor } from './door/travel.ts';
export { movementErrors } from './errors.ts';
export { formulas } from './formulas.ts';
export { createRoadWays } from './road/ways.ts';
export { findWaterAccess } from './sea/access.ts';
export { searchSeaField } from './sea/field.ts';
export { buildSeaGrid, closeSeaAreas } from './sea/grid.ts';
export { canSee } from './sea/sight.ts';
export { createSeaWays, findSeaRoute } from './sea/ways.ts';
export { MODEL_VERSION } from './version.ts';
