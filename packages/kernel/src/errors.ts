// Refusals that the kernel itself can give.

import type { ErrorCatalogue } from './result.ts';

export const kernelErrors = {
  KERNEL_FORMULA_INPUT_WRONG: { kind: 'refusal', httpStatus: 400, params: ['formulaId', 'name', 'given', 'expected'] },
  KERNEL_INSTANT_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['text'] },
  KERNEL_POSITION_OUT_OF_RANGE: { kind: 'refusal', httpStatus: 400, params: ['lonDeg', 'latDeg'] },
} as const satisfies ErrorCatalogue;
