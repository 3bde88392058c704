// Sentences of the dispatch stage.
import type { Messages } from '../types.ts';

export const dispatch = {
  DISPATCH_ORDER_UNKNOWN: {
    happened: 'There is no order "{id}".',
    means: 'Its progress cannot be recorded.',
    next: 'Refresh the list of orders.',
  },
  DISPATCH_INCIDENT_UNKNOWN: {
    happened: 'There is no incident "{id}".',
    means: 'No order can be issued.',
    next: 'Issue it from the page of the incident.',
  },
  DISPATCH_INCIDENT_NOT_OPEN: {
    happened: 'The incident "{id}" is "{state}": the response is over.',
    means: 'No order was issued.',
    next: 'If it flares up again, reopen the response first.',
  },
  DISPATCH_PLAN_UNKNOWN: {
    happened: 'There is no plan "{id}".',
    means: 'No order was issued.',
    next: 'Draw the plan again.',
  },
  DISPATCH_OPTION_NOT_CHOSEN: {
    happened: 'No option of the plan "{planId}" has been chosen.',
    means: 'No order was issued.',
    next: 'Choose an option first.',
  },
  DISPATCH_LINE_UNKNOWN: {
    happened: 'The chosen option has no line "{lineId}".',
    means: 'No order was issued.',
    next: 'Refresh the plan and choose again.',
  },
  DISPATCH_LINE_ALREADY_ISSUED: {
    happened: 'The line "{lineId}" is already carried out by the order "{orderId}".',
    means: 'Nothing was sent twice.',
    next: 'Cancel that order first if it must be sent again.',
  },
  DISPATCH_NOTHING_TO_ISSUE: {
    happened: 'The plan "{planId}" has nothing left to issue.',
    means: 'No order was made.',
    next: 'Look at the orders that are out.',
  },
  DISPATCH_UNIT_UNKNOWN: {
    happened: 'There is no team or vessel "{registerId}/{id}".',
    means: 'No order was issued.',
    next: 'Choose one of the register.',
  },
  DISPATCH_UNIT_NOT_READY: {
    happened: '"{id}" is in the state "{state}" and cannot be sent.',
    means: 'No order was issued.',
    next: 'Choose a unit that is ready, or draw the plan again.',
  },
  DISPATCH_UNIT_HELD: {
    happened: '"{id}" is held by the order {orderId} of the incident {incidentId}.',
    means: 'A team or vessel serves one order at a time. No order was issued.',
    next: 'Choose another unit, or wait until that order is done or cancelled.',
  },
  DISPATCH_QUANTITY_TOO_FINE: {
    happened: '"{quantity}" of the supply "{id}" is too fine for the book.',
    means: 'No order was issued.',
    next: 'Give at least 0.000001 and at most six decimals.',
  },
  DISPATCH_QUANTITY_NOT_POSITIVE: {
    happened: '"{quantity}" is no quantity of the supply "{id}".',
    means: 'No order was issued.',
    next: 'Give a quantity above zero.',
  },
  DISPATCH_ORDER_EMPTY: {
    happened: 'The order for the incident "{incidentId}" names neither goods nor a unit.',
    means: 'No order was issued.',
    next: 'Choose at least one.',
  },
  DISPATCH_DUE_REVERSED: {
    happened: 'The arrival is due at {arriveDueAt}, before the departure at {departDueAt}.',
    means: 'No order was issued.',
    next: 'Check both times.',
  },
  DISPATCH_STEP_ILLEGAL: {
    happened: 'The order "{id}" is "{from}": the step "{step}" cannot follow.',
    means: 'The step was not recorded.',
    next: 'Refresh, and take the step that its state offers.',
  },
  DISPATCH_TIME_OUT_OF_ORDER: {
    happened: 'The time {at} for the order "{id}" is before its last step or after now.',
    means: 'The step was not recorded.',
    next: 'Check the time that was reported.',
  },
  DISPATCH_REASON_MISSING: {
    happened: 'Blocking or cancelling the order "{id}" needs a reason.',
    means: 'The state did not change.',
    next: 'Write the reason.',
  },
} as const satisfies Messages;
