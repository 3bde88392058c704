// Refusals of this package. A pair that cannot be reached is not a refusal: it is a row with reasons.

import type { ErrorCatalogue } from '@anlan/kernel';

export const movementErrors = {
  MOVEMENT_GRID_BOX_WRONG: { kind: 'refusal', httpStatus: 400, params: ['bboxDeg'] },
  MOVEMENT_GRID_CELL_WRONG: { kind: 'refusal', httpStatus: 400, params: ['cellM', 'cellMMin', 'cellMMax'] },
  MOVEMENT_GRID_TOO_LARGE: { kind: 'refusal', httpStatus: 400, params: ['cellCount', 'cellCountMax'] },
  MOVEMENT_GRID_NO_WATER: { kind: 'refusal', httpStatus: 422, params: [] },
  MOVEMENT_OUTSIDE_GRID: { kind: 'refusal', httpStatus: 422, params: ['name', 'lonDeg', 'latDeg'] },
  MOVEMENT_NO_WATER_NEAR: { kind: 'refusal', httpStatus: 422, params: ['name', 'toleranceM'] },
  MOVEMENT_NO_WATER_WAY: { kind: 'refusal', httpStatus: 422, params: ['name', 'cellM'] },
  MOVEMENT_ROAD_NODE_UNKNOWN: { kind: 'refusal', httpStatus: 400, params: ['nodeId'] },
  MOVEMENT_ROAD_EDGE_WRONG: { kind: 'refusal', httpStatus: 400, params: ['fromNode', 'toNode', 'lengthM', 'speedMps'] },
  MOVEMENT_POLYGON_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['given'] },
  MOVEMENT_INPUT_OUT_OF_RANGE: { kind: 'refusal', httpStatus: 400, params: ['name', 'given', 'low', 'high'] },
  MOVEMENT_NETWORK_NODE_TWICE: { kind: 'refusal', httpStatus: 400, params: ['nodeCount', 'differentCount'] },
  MOVEMENT_NETWORK_LINK_WRONG: { kind: 'refusal', httpStatus: 400, params: ['linkId', 'lengthM', 'speedMps'] },
  MOVEMENT_BERTH_UNKNOWN: { kind: 'refusal', httpStatus: 400, params: ['berthId'] },
  MOVEMENT_WEATHER_UNORDERED: { kind: 'refusal', httpStatus: 400, params: ['departAt'] },
  MOVEMENT_SAME_PLACE: { kind: 'refusal', httpStatus: 400, params: ['placeId'] },
  MOVEMENT_START_SHUT: { kind: 'refusal', httpStatus: 422, params: ['name', 'toleranceM', 'draughtM'] },
  MOVEMENT_DEPTH_CSV_HEADER: { kind: 'refusal', httpStatus: 400, params: ['given'] },
  MOVEMENT_DEPTH_CSV_ROW: { kind: 'refusal', httpStatus: 400, params: ['line', 'given'] },
  MOVEMENT_DEPTH_TOO_LARGE: { kind: 'refusal', httpStatus: 400, params: ['count', 'countMax'] },
  MOVEMENT_DEPTH_ASCII_HEADER: { kind: 'refusal', httpStatus: 400, params: ['name'] },
  MOVEMENT_DEPTH_ASCII_COUNT: { kind: 'refusal', httpStatus: 400, params: ['count', 'expected'] },
  MOVEMENT_DEPTH_ASCII_VALUE: { kind: 'refusal', httpStatus: 400, params: ['given', 'row'] },
  MOVEMENT_BERTH_FIGURES_WRONG: { kind: 'refusal', httpStatus: 400, params: ['name', 'berthCount'] },
} as const satisfies ErrorCatalogue;
