// Sentences of the kernel.
import type { Messages } from '../types.ts';

export const kernel = {
  KERNEL_FORMULA_INPUT_WRONG: {
    happened: 'Formula {formulaId}: input {name} is {given}.',
    means: 'It expects {expected}, so nothing was computed.',
    next: 'Correct the input; `anlan calc describe {formulaId}` lists names, units and ranges.',
  },
  KERNEL_INSTANT_UNREADABLE: {
    happened: 'The time "{text}" cannot be read.',
    means: 'A time without a zone cannot be used for deadlines or records.',
    next: 'Write it with Z or +08:00, for example 2026-11-23T09:30:00Z.',
  },
  KERNEL_POSITION_OUT_OF_RANGE: {
    happened: 'The position (longitude {lonDeg}, latitude {latDeg}) is out of range.',
    means: 'There is no such place, so nothing was recorded.',
    next: 'Check whether the two are swapped or a decimal point is missing: longitude −180…180, latitude −90…90.',
  },
} as const satisfies Messages;
