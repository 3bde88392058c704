// Sentences of the store: slips, reservations, counts, transfers, returns, labels, replenishment.
import type { Messages } from '../types.ts';

export const reserves = {
  READINESS_SLIP_UNKNOWN: {
    happened: 'There is no such slip: {kind} {id}.',
    means: 'Nothing was done.',
    next: 'Open the list of the store again and check the number.',
  },
  READINESS_SLIP_STEP_ILLEGAL: {
    happened: 'Slip {id} is “{state}”; “{step}” is not possible now.',
    means: 'Nothing was done and the book did not change.',
    next: 'Refresh the slip and see how far it has got.',
  },
  READINESS_SLIP_EMPTY: {
    happened: 'The slip has no lines ({kind}).',
    means: 'It was not opened.',
    next: 'Give at least one line; check the place and the zone.',
  },
  READINESS_SLIP_LOT_TWICE: {
    happened: 'Lot {lotId} stands twice on one slip.',
    means: 'It was not opened.',
    next: 'Put both lines into one.',
  },
  READINESS_SLIP_SAME_PERSON: {
    happened: 'Slip {id} needs another person to decide.',
    means: 'Nothing was done: who made it cannot approve it.',
    next: 'Ask a colleague with the same rights.',
  },
  READINESS_HOLD_TIME_OUT_OF_RANGE: {
    happened: 'A hold of {holdForS} s is out of range.',
    means: 'Nothing was reserved.',
    next: 'Choose between {holdSMin} and {holdSMax} s.',
  },
  READINESS_HOLD_EXPIRED: {
    happened: 'Reservation {id} ran out at {expiredAt}.',
    means: 'It was not confirmed; others may hold the goods by now.',
    next: 'Reserve again.',
  },
  READINESS_RESERVE_SHORT: {
    happened: '{wanted} of {itemKindId} is wanted; only {available} is free and usable then; {passedOverCount} lots do not count.',
    means: 'Nothing was reserved.',
    next: 'Ask for less, look in another place, or use agreements and production capacity.',
  },
  READINESS_COUNT_OTHER_PLACE: {
    happened: 'Lot {lotId} does not belong to the place of slip {id}.',
    means: 'Nothing was done.',
    next: 'Check where the lot is kept; transfer it first if it was moved.',
  },
  READINESS_COUNT_INCOMPLETE: {
    happened: '{missingCount} lots of count sheet {id} have not been counted.',
    means: 'The sheet was not submitted.',
    next: 'Count every lot; enter 0 for what was not found.',
  },
  READINESS_COUNT_SHEET_OPEN: {
    happened: 'Count sheet {id} is still open over some of these lots ({facilityId}).',
    means: 'No new sheet was opened.',
    next: 'Finish or cancel that sheet first.',
  },
  READINESS_TRANSFER_SEVERAL_PLACES: {
    happened: 'The lots of one transfer lie in {placeCount} places.',
    means: 'It was not opened.',
    next: 'Write one transfer for each place they leave.',
  },
  READINESS_TRANSFER_SAME_PLACE: {
    happened: 'The goods would arrive where they left ({facilityId}).',
    means: 'The transfer was not opened.',
    next: 'Use put-away to move them inside the place.',
  },
  READINESS_PLACE_UNOWNED: {
    happened: 'Nobody answers for place {facilityId}.',
    means: 'Nothing can be sent there: nobody could receive it.',
    next: 'Fill in the responsible unit in the register of facilities first.',
  },
  READINESS_RECEIPT_INCOMPLETE: {
    happened: 'What arrived of lot {lotId} of transfer {id} was not told.',
    means: 'Nothing was received.',
    next: 'Fill in every lot; 0 for what did not arrive.',
  },
  READINESS_RECEIPT_OVER_SENT: {
    happened: 'Slip {id}, lot {lotId}: {received} received is more than the {sent} there should be.',
    means: 'Nothing was received.',
    next: 'Count again; receive what is over on its own.',
  },
  READINESS_RETURN_ORIGIN_UNKNOWN: {
    happened: 'Nothing of lot {lotId} is known to have gone out with this ({originKind} {originId}).',
    means: 'Nothing was taken back.',
    next: 'Check which order, reservation or issue took it out.',
  },
  READINESS_RETURN_OVER_DRAWN: {
    happened: 'Slip {id}: {wanted} is coming back, but only {available} is still out.',
    means: 'Nothing was taken back and the book did not change.',
    next: 'Count again, or check where it came from.',
  },
  READINESS_RETURN_PART_OVER: {
    happened: 'Return {id}: {wanted} is to be handled, but only {available} is in that state.',
    means: 'Nothing was done.',
    next: 'Check what is dirty and what is clean.',
  },
  READINESS_DUE_PASSED: {
    happened: 'The due time {dueAt} of slip {id} has passed.',
    means: 'Nothing was done.',
    next: 'Give a time in the future.',
  },
  READINESS_KIT_PART_UNCLEAR: {
    happened: 'A part in “{field}” names neither an item kind nor a team, or both.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Choose one of the two for each part.',
  },
  READINESS_LABEL_FOREIGN: {
    happened: '"{text}" is no label of this system.',
    means: 'No lot or bin was opened.',
    next: 'Scan the QR code or bar code of an Anlan label.',
  },
  READINESS_LABEL_MISREAD: {
    happened: 'The label "{text}" was misread.',
    means: 'No lot or bin was opened, so that it is not the wrong one.',
    next: 'Scan again; print the label anew if it is damaged.',
  },
  READINESS_LABELS_TOO_MANY: {
    happened: '{labelCount} labels were asked for at once; the limit is {labelCountMax}.',
    means: 'None were made.',
    next: 'Print them in several parts.',
  },
  READINESS_BIN_OTHER_PLACE: {
    happened: 'Bin {binId} is not in the place of lot {lotId}.',
    means: 'It was not put away.',
    next: 'Choose a bin of this place; use a transfer to change places.',
  },
  READINESS_BIN_OVERLOADED: {
    happened: 'Bin {binId} would bear {massKg} kg; it may bear {massKgMax} kg.',
    means: 'It was not put away.',
    next: 'Choose a stronger bin or split the lot.',
  },
  READINESS_ANSWER_CONTRADICTS: {
    happened: 'The answer contradicts itself: {asked} asked, {accepted} promised, “{answerCode}” ({id}).',
    means: 'It was not recorded.',
    next: 'Give the same quantity for a full yes, 0 for a refusal or silence.',
  },
  READINESS_CALL_IN_FUTURE: {
    happened: 'The time of the call under agreement {id} lies in the future.',
    means: 'It was not recorded.',
    next: 'Give the time of the call.',
  },
  REPLENISH_BELOW_REORDER_POINT: 'The stock position {position} is at or below the reorder point {reorderPoint}; fill up to {orderUpTo}.',
  REPLENISH_FLOOR_DECIDES: 'The floor of {floor} is above what use asks for; the floor decides.',
  REPLENISH_LAPSES_IN_LEAD_TIME: '{lapsing} lapses before new goods could arrive and is not counted.',
  REPLENISH_INCOMING_COUNTED: '{incoming} on its way or in test is counted.',
  REPLENISH_DEMAND_BARELY_SEEN: 'Only {issueCount} issues were seen in {seenDays} days; the use is hardly known.',
  REPLENISH_DEMAND_EXPECTED: 'Only {issueCount} issues in {seenDays} days: the policy\'s expected use of {perDay} a day stands in.',
  REPLENISH_SPREAD_POISSON: 'The policy gives no spread of use; the square root of the mean stands in, as for Poisson demand.',
} as const satisfies Messages;
