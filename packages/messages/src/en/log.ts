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
  LOG_CHAIN_BROKEN: {
    happened: 'The hash chain of {realm} breaks at position {positionIndex}, after {eventCount} sound events.',
    means: 'An event there was changed, removed, inserted or moved after it was recorded.',
    next: 'Keep this database as it is, for whoever looks into it, and restore the last copy that verifies.',
  },
  LOG_TAIL_CUT: {
    happened: 'The log of {realm} has {eventCount} events; the head written down at {at} counted {checkpointCount} ({hash}).',
    means: 'The end of the log is missing: events that were confirmed are gone.',
    next: 'Keep this database as it is, and restore a copy that holds this head.',
  },
  LOG_REWRITTEN: {
    happened: 'The log of {realm} has {eventCount} events and none has the hash {hash}, the head written down at {at} with {checkpointCount} events.',
    means: 'The chain is sound in itself but is not the one that was written down: it was made again, or this is another database.',
    next: 'Keep this database as it is, and restore a copy that holds this head.',
  },
  LOG_HEAD_NOT_FOUND: {
    happened: 'No event of any realm has the hash {hash}.',
    means: 'The log does not hold the head that you kept: its end was cut, it was made again, or this is another database.',
    next: 'Check the hash letter by letter; then keep this database as it is and restore a copy that holds it.',
  },
  LOG_HOLDING_DIFFERS: {
    happened: '{holdingId} of {realm}: on hand/held is {logged} by the events and {kept} in the table.',
    means: 'The table was changed beside the log; orders and plans rest on a wrong figure.',
    next: 'Find out who changed the table, then run `anlan rebuild`: it makes the table again from the events.',
  },
  LOG_CHECKPOINT_UNREADABLE: {
    happened: 'Line {lineIndex} of {path} cannot be read.',
    means: 'The heads kept outside the log were damaged or changed; what they would show is lost.',
    next: 'Compare the log with a head that you keep elsewhere: `anlan log verify --head HASH`.',
  },
  LOG_DRILL_CANNOT_LEAVE: {
    happened: 'This belongs to the drill {realm} and cannot leave it.',
    means: 'A drill never reaches real people, messages or stock.',
    next: 'To act for real, do it again outside the drill.',
  },
} as const satisfies Messages;
