// What the tide refuses.

import type { ErrorCatalogue } from '@anlan/kernel';

export const tideErrors = {
  TIDE_NO_CONSTANTS: { kind: 'refusal', httpStatus: 422, params: [] },
  TIDE_CONSTITUENT_UNKNOWN: { kind: 'refusal', httpStatus: 422, params: ['name'] },
  TIDE_CONSTANT_INVALID: { kind: 'refusal', httpStatus: 422, params: ['name', 'amplitudeM', 'phaseLagDeg'] },
  TIDE_RANGE_INVALID: { kind: 'refusal', httpStatus: 422, params: ['hours'] },
  TIDE_TURN_NOT_FOUND: { kind: 'refusal', httpStatus: 422, params: ['hours'] },
  TIDE_SPRINGS_UNDEFINED: { kind: 'refusal', httpStatus: 422, params: [] },
  TIDE_GRID_INVALID: { kind: 'refusal', httpStatus: 422, params: ['what'] },
  TIDE_FLOW_NOT_CONVERGED: { kind: 'refusal', httpStatus: 500, params: ['residualRatio', 'iterationCount'] },
} as const satisfies ErrorCatalogue;
