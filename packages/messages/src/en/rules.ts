// Sentences of the rule book.
import type { Messages } from '../types.ts';

export const rules = {
  RULES_DOUBLED: {
    happened: 'Rule "{id}" is given twice.',
    means: 'The rule book is not in use, so that nothing is graded or timed by the wrong one.',
    next: 'Remove one of the two and start again.',
  },
  RULES_ROW_UNORDERED: {
    happened: 'In rule set {ruleSetId} the bounds of row {criterion} do not fall from high to low.',
    means: 'The rule book is not in use, so that no grade is wrong.',
    next: 'Correct the row against the text.',
  },
  RULES_CLOCK_UNREADABLE: {
    happened: 'Reporting clock "{id}" is incomplete or contradicts itself.',
    means: 'The rule book is not in use, so that no clock is missed.',
    next: 'Check its minutes, the clocks it replaces, its grading rules, and who verified it when.',
  },
} as const satisfies Messages;
