// Sentences of siting: refusals, what was assumed, and what the check of an answer found.
import type { Messages } from '../types.ts';

export const siting = {
  SITING_FILE_WRONG: { happened: 'Line {lineIndex} does not fit the format {format}: {detail}.', means: 'Nothing was computed from a file that is only half understood.', next: 'Correct the file, or give it in another of the formats: OR-Library pmed or cap, CSV, JSON.' },
  SITING_INPUT_WRONG: { happened: '{name} is {given}.', means: 'Outside {low} to {high} an answer means nothing, so none was sought.', next: 'Correct the figure.' },
  SITING_ID_TWICE: { happened: 'The id {id} occurs twice.', means: 'It would not be clear which one an answer means.', next: 'Give each site and each demand once.' },
  SITING_ID_UNKNOWN: { happened: 'There is no site or demand {id}.', means: 'Nothing was computed, so that no wish is silently passed over.', next: 'Use an id of the file.' },
  SITING_OPTION_MISSING: { happened: 'The question {model} needs {option}.', means: 'There is no sensible value to assume for it.', next: 'Give it.' },
  SITING_OPTION_NOT_HERE: { happened: 'The question {model} does not know {option}.', means: 'Leaving it out silently would give the answer to another question.', next: 'Leave it out, or ask another question.' },
  SITING_COUNT_WRONG: { happened: '{siteCount} sites were asked for; {existingCount} stand already and {usableCount} may be used.', means: 'No choice has that number.', next: 'Ask for a number between the two.' },
  SITING_OUT_OF_REACH: { happened: '{demandCount} demands have no usable site within {reach}: {demandIds}.', means: 'Whatever is chosen, they stay out.', next: 'Widen the reach, add a candidate site near them, or ask for the most that can be covered.' },
  SITING_TOO_FEW_SITES: { happened: 'No choice of {siteCount} sites was found that serves everybody; {demandCount} demands stay out: {demandIds}.', means: 'The number of sites is in the way, not the reach.', next: 'Allow more sites, or ask for the most that can be covered.' },
  SITING_BACKUP_MISSING: { happened: '{demandCount} demands have no second site by an independent way: {demandIds}.', means: 'One closed bridge or one lost site would cut them off, whatever is chosen.', next: 'Add a candidate site that reaches them by another way, or ask for backup where possible (mclp).' },
  SITING_CAPACITY_SHORT: { happened: 'Demand adds up to {demandTotal}; the {siteCount} largest usable sites hold {capacityTotal}.', means: 'No choice can serve everybody.', next: 'Allow more sites, enlarge some, or ask for the most that can be covered.' },
  SITING_CAPACITY_OUT_OF_REACH: { happened: '{demandCount} demands with {demandTotal} together can reach only {capacityTotal} of capacity: {demandIds}.', means: 'The total would do, but not where it is needed.', next: 'Enlarge a site near them, widen the reach, or add a candidate there.' },
  SITING_ASSUMED_DEMAND_SPLITS: 'A demand may be served by several sites, each a share',
  SITING_ASSUMED_WEIGHT_ONE: 'No weights were given: every demand counts 1',
  SITING_ASSUMED_COUNT_FROM_FILE: 'Number of sites taken from the file: {siteCount}',
  SITING_ASSUMED_CAPACITY_OPEN: 'The file leaves capacities open: no limit assumed',
  SITING_ASSUMED_BLOCKED_HOURS: '{pairCount} ways are blocked in part of the hours; those hours count as not served by them',
  SITING_ASSUMED_WEIGHTS_UNUSED: '{demandCount} weights belong to no demand of the distances and are not used',
  SITING_ASSUMED_NO_SITE_VALUES: 'What each site is worth was not computed: the time was used, or the question has no such figure',
  SITING_FAULT: 'Check of the answer: {place}, {what}: expected {expected}, found {found}',
} as const satisfies Messages;
