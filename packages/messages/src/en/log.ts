// Sentences of the memory.
import type { Messages } from '../types.ts';

export const log = {
  LOG_VERSION_CONFLICT: {
    happened: 'Somebody else changed {stream} first: you saw version {expectedVersion}, it is now at version {actualVersion}.',
    means: 'Your change was not recorded, so that nothing of the other change is lost.',
    next: 'Read the current state and decide again.',
  },
  LOG_HOLDING_SHORT: {
    happened: 'There is not enough of {holdingId}: wanted {wanted}, available {available}.',
    means: 'Nothing was reserved or drawn; none of this order was recorded.',
    next: 'Take what is available or choose another source.',
  },
  LOG_HOLDING_UNKNOWN: {
    happened: 'There is no holding {holdingId}.',
    means: 'Nothing was reserved or drawn.',
    next: 'Check the record in the register of stock, agreements or capacity.',
  },
  LOG_DRILL_CANNOT_LEAVE: {
    happened: 'This belongs to the drill {realm} and cannot leave it.',
    means: 'A drill never reaches real people, messages or stock.',
    next: 'To act for real, do it again outside the drill.',
  },
} as const satisfies Messages;
