// Optimising planner: refusals of a problem, what is in the way of a need, what was assumed, faults of the checker.
import type { Messages } from '../types.ts';

export const allocate = {
  ALLOCATE_NUMBER_WRONG: { happened: '{name} of {place} is {given}; expected {expected}.', means: 'A plan on it would mean nothing, so none was made.', next: 'Correct that figure.' },
  ALLOCATE_ID_TWICE: { happened: 'The id {id} is in the list {list} twice.', means: 'A line of the plan would not say which one it means.', next: 'Give every entry an id of its own.' },
  ALLOCATE_REFERENCE_MISSING: { happened: '{name} of {place} names {id}, which is not in the problem.', means: 'It cannot be planned with.', next: 'Add {id}, or correct the name.' },
  ALLOCATE_BUCKETS_WRONG: { happened: 'The ends of the time buckets do not rise from above 0: {given}.', means: 'There is no time to plan in.', next: 'Give the ends in seconds after now, each later than the one before.' },
  ALLOCATE_LENGTH_WRONG: { happened: '{name} of {place} has {given} figures; {expected} are needed.', means: 'Some buckets would have no figure, and none is made up.', next: 'Give one figure for each bucket.' },
  ALLOCATE_DEMAND_FALLS: { happened: 'The demand of {needId} falls over time.', means: 'Demand is cumulative: what is needed by then.', next: 'Give what is needed in all by the end of each bucket.' },
  ALLOCATE_DEADLINE_OFF: { happened: 'The deadline of {needId}, {given} s, is not the end of a bucket ({expected}).', means: 'Whether it is met could only be guessed.', next: 'Make it a bucket end, or add a bucket that ends there.' },
  ALLOCATE_UNIT_DIFFERS: { happened: '{place} counts in {given}, and what it belongs to in {expected}.', means: 'Quantities could not be added.', next: 'Convert one of them.' },
  ALLOCATE_DUTY_TOO_LONG: { happened: 'People of {itemId} would work {given} h at a stretch.', means: 'A shift is at most 12 h.', next: 'Give 12 h or less, and relieve them with another crew.' },
  ALLOCATE_PINNED_IMPOSSIBLE: { happened: 'The pinned order {orderId} of {given} cannot be carried out; {possible} is possible.', means: 'Its lane is closed, its stock is gone or no vehicle is free.', next: 'Count what is already under way as there, or unpin the order.' },
  ALLOCATE_WAY_NO_STOCK: '{needId}: short of {shortValue} {unitCode}; nobody holds anything that would do',
  ALLOCATE_WAY_NONE: '{needId}: short of {shortValue} {unitCode}; {holderCount} places hold it, and from none is there an open way in time',
  ALLOCATE_WAY_TOO_LATE: '{needId}: short of {shortValue} {unitCode} at {hours} h; the first can be there after {firstHours} h',
  ALLOCATE_WAY_NOT_CARRIED: '{needId}: short of {shortValue} {unitCode} at {hours} h; there is stock, but no free vehicle or quay for it in time',
  ALLOCATE_WAY_USED_UP: '{needId}: short of {shortValue} {unitCode} at {hours} h; all that could come in time is in use',
  ALLOCATE_WAY_CLOSED: 'Way {laneId} closed from {fromHours} h: {reason}',
  ALLOCATE_ASSUMED_CARRIAGE: 'No vehicles given for {originCount} origins ({name} …): carriage there taken as without limit',
  ALLOCATE_ASSUMED_NOT_COUNTED: '{supplierCount} suppliers less likely than {percent} % to say yes are not counted on',
  ALLOCATE_ASSUMED_ACCEPTANCE: '{supplierCount} suppliers of the social reserve without a known chance of a yes: counted as a yes',
  ALLOCATE_FAULT: 'Check of the plan: {place}, {what}: expected {expected}, found {found}',
} as const satisfies Messages;
