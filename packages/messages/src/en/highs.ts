// Sentences of the optimising solver's failures.
import type { Messages } from '../types.ts';

export const highs = {
  HIGHS_SOLVER_FAILED: {
    happened: 'The optimising solver broke down: {detail}.',
    means: 'There is no optimised plan; a plan found before it stands and says so.',
    next: 'Run again; if it happens again, keep the input file and report it.',
  },
  HIGHS_SOLVE_CANCELLED: {
    happened: 'The optimisation was ended before it had an answer.',
    means: 'There is no newer plan than the one before.',
    next: 'Start it again when it is needed.',
  },
} as const satisfies Messages;
