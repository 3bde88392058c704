// Sentences of the tide model.
import type { Messages } from '../types.ts';

export const tide = {
  TIDE_NO_CONSTANTS: {
    happened: 'No harmonic constants were given.',
    means: 'Without them there is neither a water level nor a tidal current.',
    next: 'Enter at least M2, S2, K1 and O1 of the station.',
  },
  TIDE_CONSTITUENT_UNKNOWN: {
    happened: 'The tidal constituent {name} is not known here.',
    means: 'Leaving it out in silence would falsify the height, so nothing was computed.',
    next: 'Correct the name, or leave the constituent out yourself and record that.',
  },
  TIDE_CONSTANT_INVALID: {
    happened: 'The constant of {name} is out of range: amplitude {amplitudeM} m, phase lag {phaseLagDeg}°.',
    means: 'The tide was not computed.',
    next: 'Amplitudes are 0 to 10 m, phase lags in degrees on Greenwich (UTC); check the unit.',
  },
  TIDE_RANGE_INVALID: {
    happened: 'The time range of {hours} h cannot be searched for high and low water.',
    means: 'No tide table was made.',
    next: 'Choose an end after the beginning, and at most 62 days at once.',
  },
  TIDE_TURN_NOT_FOUND: {
    happened: 'No such turn of the tide within {hours} h.',
    means: 'Hours before or after high water cannot be told.',
    next: 'Check that the constants hold a half-daily or daily tide.',
  },
  TIDE_SPRINGS_UNDEFINED: {
    happened: 'The constants hold neither M2 nor S2.',
    means: 'The current is scaled to mean springs, which these constants do not define.',
    next: 'Add M2 and S2 of the station.',
  },
  TIDE_GRID_INVALID: {
    happened: 'The grid cannot be used: {what}.',
    means: 'No water mask was made.',
    next: 'Give positive steps, whole counts, and an even number of sub-cells from 2 to 16.',
  },
  TIDE_FLOW_NOT_CONVERGED: {
    happened: 'The channel flow did not converge: residual {residualRatio} after {iterationCount} iterations.',
    means: 'The stored current stays as it was.',
    next: 'Look for water joined to the rim by slivers only, or make the grid finer.',
  },
} as const satisfies Messages;
