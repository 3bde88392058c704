// Sentences of the plan stage.
import type { Messages } from '../types.ts';

export const plan = {
  PLAN_UNKNOWN: {
    happened: 'There is no plan "{id}".',
    means: 'It can be neither read nor chosen from.',
    next: 'Open it from the page of the incident.',
  },
  PLAN_FORECAST_UNKNOWN: {
    happened: 'The incident has no forecast "{id}".',
    means: 'No plan was drawn.',
    next: 'Choose a forecast of this incident.',
  },
  PLAN_NO_FORECAST: {
    happened: 'The incident "{incidentId}" has no completed forecast.',
    means: 'Without a forecast there is no demand to plan for.',
    next: 'Complete a forecast first.',
  },
  PLAN_FORECAST_NOT_READY: {
    happened: 'The forecast "{id}" is "{state}".',
    means: 'No plan was drawn.',
    next: 'Wait for it, or choose one that is completed.',
  },
  PLAN_INCIDENT_UNKNOWN: {
    happened: 'There is no incident "{id}".',
    means: 'No plan was drawn.',
    next: 'Check the id of the incident.',
  },
  PLAN_INCIDENT_OVER: {
    happened: 'The incident "{incidentId}" is "{state}".',
    means: 'Nothing is planned for what is over.',
    next: 'If it flares up again, reopen the response first.',
  },
  PLAN_NO_RESERVES: {
    happened: 'Not one of the three reserves can be used for the incident "{incidentId}".',
    means: 'No plan was drawn.',
    next: 'Check state, inspection and validity in the registers.',
  },
  PLAN_CHECK_FAILED: {
    happened: 'The option "{optionId}" did not pass the independent check ({fault}).',
    means: 'The whole plan is withheld.',
    next: 'Tell the administrator its number, and dispatch by hand.',
  },
  PLAN_OPTION_UNKNOWN: {
    happened: 'The plan "{planId}" has no option "{optionId}".',
    means: 'Nothing was chosen.',
    next: 'Refresh and choose again.',
  },
  PLAN_ALREADY_CHOSEN: {
    happened: 'The option "{optionId}" of the plan "{planId}" is already chosen.',
    means: 'Nothing changed.',
    next: 'The orders can be issued.',
  },
  PLAN_ASSUMED_LOCAL_CURRENT: 'Booms are planned for the fastest local current of the forecast, {currentSpeedMps} m/s (from the indicative field).',
  PLAN_ASSUMED_FASTEST_CURRENT: 'Booms are sized for the fastest current that any particle meets: {currentSpeedMps} m/s.',
  PLAN_ASSUMED_MUSTER: 'No vessel lies at {name}; {minutes} minutes stand in for getting ready.',
  PLAN_ASSUMED_SHIP_INTERVAL: 'Goods of production contracts leave every {hours} hours.',
  PLAN_WARN_BERTH_BOOM_UNKNOWN: 'The length of boom for {name} is not on record; the plan does not ask for it.',
  PLAN_UNIT_HELD: 'Held by the order {orderId} of the incident {incidentId}.',
  PLAN_WARN_NO_CARRIER: '{tripCount} trips have no vessel or team to name; their keepers must find one.',
  PLAN_WARN_FORECAST_INDICATIVE: 'The current behind the forecast is indicative; the times of the plan are for orientation.',
  PLAN_LINE_UNEXPLAINED: 'No reason was given.',
} as const satisfies Messages;
