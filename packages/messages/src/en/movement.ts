// Sentences of movement: refusals, why a way was taken or not, and what was assumed.
import type { Messages } from '../types.ts';

export const movement = {
  MOVEMENT_GRID_BOX_WRONG: {
    happened: 'The box {bboxDeg} is not west, south, east, north.',
    means: 'There is no water to search.',
    next: 'Give four degrees with west below east and south below north.',
  },
  MOVEMENT_GRID_CELL_WRONG: {
    happened: 'A cell of {cellM} m is not possible.',
    means: 'The water grid was not built.',
    next: 'Choose a side from {cellMMin} to {cellMMax} m.',
  },
  MOVEMENT_GRID_TOO_LARGE: {
    happened: 'The water grid would have {cellCount} cells.',
    means: 'More than {cellCountMax} cells do not fit the memory set aside, so nothing was built.',
    next: 'Take a larger cell or a smaller box.',
  },
  MOVEMENT_GRID_NO_WATER: {
    happened: 'The box holds no water.',
    means: 'No sea route can be found in it.',
    next: 'Check the land polygons and the order of longitude and latitude.',
  },
  MOVEMENT_OUTSIDE_GRID: {
    happened: '{name} ({lonDeg}, {latDeg}) lies outside the charted water.',
    means: 'No sea route to it can be computed.',
    next: 'Check the position, or extend the region pack.',
  },
  MOVEMENT_NO_WATER_NEAR: {
    happened: '{name} has no open water within {toleranceM} m.',
    means: 'It cannot be loaded or reached by sea.',
    next: 'Name a quay for it, or go by road.',
  },
  MOVEMENT_NO_WATER_WAY: {
    happened: 'No water way leads out from {name} on a grid of {cellM} m.',
    means: 'The water there is enclosed, or its channel is narrower than two cells.',
    next: 'Use a finer grid for this place, or name another quay.',
  },
  MOVEMENT_ROAD_NODE_UNKNOWN: {
    happened: 'The road graph has no node {nodeId}.',
    means: 'No way by road can be computed from or to it.',
    next: 'Correct the node in the region pack or in the record.',
  },
  MOVEMENT_ROAD_EDGE_WRONG: {
    happened: 'The road from {fromNode} to {toNode} has length {lengthM} m and speed {speedMps} m/s.',
    means: 'Travel time cannot be computed from these figures.',
    next: 'Give a length of 0 or more and a speed above 0.',
  },
  MOVEMENT_POLYGON_UNREADABLE: {
    happened: 'This is not a land polygon: {given}.',
    means: 'The water cannot be told from the land.',
    next: 'Give GeoJSON polygon coordinates, longitude first.',
  },
  MOVEMENT_INPUT_OUT_OF_RANGE: {
    happened: '{name} is {given}.',
    means: 'Outside {low} to {high} the travel time means nothing, so nothing was computed.',
    next: 'Correct the figure.',
  },
  MOVEMENT_WAY_SEA: 'By sea straight from its berth, {nmi} nm, there after {minutes} min',
  MOVEMENT_WAY_ROAD_SEA: 'By road {km} km to {quay}, then {nmi} nm by sea, there after {minutes} min',
  MOVEMENT_WAY_ROAD: 'By road {km} km, there after {minutes} min',
  MOVEMENT_WAY_SLOWER: 'Next best, via {via}: {minutes} min later',
  MOVEMENT_NO_WAY: '{name}: no way to the scene is described, neither berth nor road',
  MOVEMENT_NO_ROAD_ACCESS: '{name} is not joined to a road',
  MOVEMENT_NO_ROAD_WAY: 'No road leads from {fromNode} to {toNode}',
  MOVEMENT_NO_VESSEL: 'No vessel at {name}',
  MOVEMENT_ROAD_CLOSED: '{name} closed ({sourceText})',
  MOVEMENT_ROAD_WIND_CLOSED: '{name} closed: wind {windSpeedMps} m/s ≥ {windLimitMps} m/s',
  MOVEMENT_ROAD_WIND_STAGE_CLOSED: '{name} closed at this wind stage: wind {windSpeedMps} m/s',
  MOVEMENT_ROAD_WIND_SLOW: '{name} limited to {speedKmPerHour} km/h: wind {windSpeedMps} m/s',
  MOVEMENT_SEA_CLOSED: 'Sea area closed: {name} ({sourceText})',
  MOVEMENT_SEA_WIND_LIMIT: 'Vessel at {name} does not sail: wind {windSpeedMps} m/s ≥ {windLimitMps} m/s',
  MOVEMENT_SEA_WAVE_LIMIT: 'Vessel at {name} does not sail: wave {waveHeightM} m ≥ {waveLimitM} m',
  MOVEMENT_SEA_VISIBILITY_LIMIT: 'Vessel at {name} does not sail: visibility {visibilityM} m < {visibilityLimitM} m',
  MOVEMENT_ASSUMED_VESSEL: 'No vessel on record at {name}: one of {speedKn} kn assumed',
  MOVEMENT_ASSUMED_WATER_ACCESS: '{name} is taken to meet the water {offsetM} m away',
  MOVEMENT_ASSUMED_ROAD_ACCESS: '{name} is taken to join the road at {node}, {offsetM} m away, at 30 km/h',
  MOVEMENT_ASSUMED_WIND_UNCHECKED: 'No wind given: wind limits of bridges and vessels not checked',
  MOVEMENT_ASSUMED_WAVE_UNCHECKED: 'No wave height given: wave limits of vessels not checked',
  MOVEMENT_ASSUMED_VISIBILITY_UNCHECKED: 'No visibility given: visibility limits of vessels not checked',
} as const satisfies Messages;
