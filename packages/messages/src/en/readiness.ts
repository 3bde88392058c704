// Sentences of readiness: rules of its registers, the three reserves.
import type { Messages } from '../types.ts';

export const readiness = {
  READINESS_CLEAR_VALUE_UNSAFE: {
    happened: 'The value "{field}" at which the condition clears is not on the safe side of the threshold.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'For "above" it must not be higher than the threshold, for "below" not lower.',
  },
  READINESS_RANGE_REVERSED: {
    happened: 'The upper end of the range "{field}" is not above the lower end.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Check the range of the sensor.',
  },
  READINESS_VALIDITY_REVERSED: {
    happened: 'The end of validity "{field}" is before its beginning.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Check both dates.',
  },
  READINESS_INSPECTION_UNDATED: {
    happened: 'The inspection passed, but "{field}" is missing.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Give the day until which the inspection holds.',
  },
  READINESS_RAMP_UNORDERED: {
    happened: 'The hours of the ramp "{field}" do not rise.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Write the steps in order of time.',
  },
  READINESS_SUPPLY_UNKNOWN: {
    happened: 'There is no supply "{registerId}/{id}".',
    means: 'It cannot be called up or counted.',
    next: 'Refresh the register and choose again.',
  },
  READINESS_SUPPLY_ARCHIVED: {
    happened: 'The supply "{id}" is archived.',
    means: 'It no longer counts.',
    next: 'Choose another supply.',
  },
  READINESS_SUPPLY_NOT_READY: {
    happened: 'The supply "{id}" is in the state "{state}".',
    means: 'It cannot be used now.',
    next: 'Choose one that is ready, or bring this one back first.',
  },
  READINESS_LOT_EXPIRED: {
    happened: 'The lot "{id}" expires at {expiredAt}, before it would be used.',
    means: 'The lot does not count.',
    next: 'Choose another lot, and scrap or renew this one.',
  },
  READINESS_LOT_INSPECTION_FAILED: {
    happened: 'The lot "{id}" failed its inspection.',
    means: 'The lot does not count.',
    next: 'Choose another lot; repair and inspect this one again.',
  },
  READINESS_LOT_NOT_INSPECTED: {
    happened: 'The lot "{id}" was not inspected.',
    means: 'Not inspected is not passed: the lot does not count.',
    next: 'Inspect it first.',
  },
  READINESS_LOT_INSPECTION_LAPSED: {
    happened: 'The inspection of the lot "{id}" ends at {lapsedAt}, before it would be used.',
    means: 'The lot does not count.',
    next: 'Inspect it again.',
  },
  READINESS_CONTRACT_NOT_VALID: {
    happened: 'The contract "{id}" is valid from {fromAt} until {untilAt}, which is not now.',
    means: 'It cannot be called upon.',
    next: 'Renew it, or choose another.',
  },
  READINESS_CALL_UP_OVER_AGREED: {
    happened: 'A call for {wanted} is more than the {available} left under the agreement "{id}".',
    means: 'Nothing was called up.',
    next: 'Ask for less, or take the rest from another reserve.',
  },
  READINESS_STOCK_EDIT_FORBIDDEN: {
    happened: 'You may not move the stock "{id}".',
    means: 'The book is as it was.',
    next: 'Leave it to the keeper or to the reserve manager.',
  },
  READINESS_QUANTITY_NOT_POSITIVE: {
    happened: '"{quantity}" is no quantity for the supply "{id}".',
    means: 'The book is as it was.',
    next: 'Give a number above zero; a count may be zero.',
  },
  READINESS_QUANTITY_TOO_FINE: {
    happened: '"{quantity}" is too fine for the book of "{id}".',
    means: 'The book is as it was.',
    next: 'Give at least 0.000001 and at most six decimals.',
  },
  READINESS_COUNT_NOT_WAITING: {
    happened: 'The lot "{id}" has no count that waits for approval.',
    means: 'The book is as it was.',
    next: 'Refresh and look again.',
  },
  READINESS_COUNT_WAITING: {
    happened: 'The lot "{id}" already has a difference to approve.',
    means: 'The new count was not recorded.',
    next: 'Approve or reject the first count.',
  },
  READINESS_COUNT_SAME_PERSON: {
    happened: 'The difference of the lot "{id}" cannot be approved by the person who counted.',
    means: 'The book is as it was.',
    next: 'Let a second person check and approve it.',
  },
  READINESS_COUNT_OUTDATED: {
    happened: 'The book of the lot "{id}" went from {book} to {onHand} since the count.',
    means: 'The difference no longer holds; nothing was adjusted.',
    next: 'Reject this count and count again.',
  },
  READINESS_TRANSFER_OTHER_KIND: {
    happened: 'Nothing can be moved from "{fromId}" to "{toId}".',
    means: 'Nothing was moved.',
    next: 'Choose another lot of the same item kind.',
  },
  READINESS_NOTE_MISSING: {
    happened: 'A move of the supply "{id}" needs a note.',
    means: 'The book is as it was.',
    next: 'Write why.',
  },
} as const satisfies Messages;
