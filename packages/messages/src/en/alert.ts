// Sentences of the alert stage.
import type { Messages } from '../types.ts';

export const alert = {
  ALERT_UNKNOWN: {
    happened: 'There is no alert {id}.',
    means: 'Nothing was changed.',
    next: 'Reload the queue and try again.',
  },
  ALERT_ANSWERED: {
    happened: 'Alert {id} has been answered by {by}; its state is {state}.',
    means: 'Your step was not recorded; the first answer stands.',
    next: 'Reload and see what was decided.',
  },
  ALERT_REASON_MISSING: {
    happened: 'No reason was given for dismissing alert {id}.',
    means: 'The alert stays in the queue and goes on calling.',
    next: 'Write the reason, then dismiss it.',
  },
  ALERT_RULE_CONTRADICTS: {
    happened: 'The clear value {clearValue} of alert rule {ruleId} lies on the dangerous side of its threshold {thresholdValue}.',
    means: 'The rule would call again and again and is not in use.',
    next: 'Move the clear value to the safe side.',
  },
  'timeline.alert.raised': 'Alert: {titles}',
  'timeline.alert.acknowledged': 'Alert acknowledged',
  'timeline.alert.dismissed': 'Alert dismissed: {reason}',
  'timeline.alert.escalated': 'Nobody answered the alert; escalation {escalationCount}',
  'timeline.alert.condition_ended': 'The condition of the alert ended',
  'timeline.alert.condition_resumed': 'The condition of the alert came back',
  'timeline.alert.linked': 'Alert linked to the incident',
} as const satisfies Messages;
