// Sentences of routing: refusals, and why a job is left out.
import type { Messages } from '../types.ts';

export const trips = {
  TRIP_TEXT_WRONG: { happened: 'The routing file is not readable at {what}: {given}.', means: 'No route was drawn.', next: "Give Solomon's layout, or the one with NODE_COORD_SECTION, DEMAND_SECTION, TIME_WINDOW_SECTION and DEPOT_SECTION." },
  TRIP_INPUT_WRONG: { happened: '{name} does not fit: {given}.', means: 'No route was drawn.', next: 'Correct the case; --schema shows its form.' },
  TRIP_PINNED_IMPOSSIBLE: { happened: 'Vehicle {vehicleId} cannot keep its ordered job {jobId} as ordered.', means: 'An order under way would be broken, so no route was drawn.', next: 'Withdraw or change that order, or correct its window, load or place.' },
  TRIP_TOO_LARGE: 'The {what} of {given} is more than any vehicle that may come can carry ({most})',
  TRIP_WINDOW_BEFORE_ARRIVAL: 'The earliest arrival ({arrives}) is after the window closes ({closes})',
  TRIP_RETURN_TOO_LATE: 'The vehicle would be back at {back}, after {closes}',
  TRIP_FLEET_TOO_SMALL: 'Each vehicle could serve it alone, but all {vehicles} vehicles are taken by other jobs',
  TRIP_NO_SKILL: 'No vehicle has the skill {what}',
  TRIP_NO_CLASS: 'No vehicle of a class that may take this leg: {what}',
  TRIP_GROUP_REFUSED: 'No vehicle may carry the group {what}',
  TRIP_NO_WAY: 'No vehicle finds a way to {what}',
  TRIP_NOT_WORTH: 'Serving it would cost {cost}, more than leaving it out ({limit})',
  TRIP_NO_TIME: 'No vehicle can do it and end in time: shifts end at {until} at the latest, and its duty limit, return and windows leave no room',
} as const satisfies Messages;
