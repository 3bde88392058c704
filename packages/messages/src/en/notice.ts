// Sentences of notices.
import type { Messages } from '../types.ts';

export const notice = {
  NOTICE_UNKNOWN: {
    happened: 'There is no notice "{id}", or it was not sent to your unit.',
    means: 'It can be neither read nor acknowledged.',
    next: 'Open it from the list of notices.',
  },
  NOTICE_TEXT_MISSING: {
    happened: 'The notice lacks its {field}.',
    means: 'It was not sent.',
    next: 'Complete it and send again.',
  },
  NOTICE_NO_ADDRESSEES: {
    happened: 'There is no unit to send to.',
    means: 'The notice was not sent.',
    next: 'Choose units; for all addressees, mark the addressees in the organisations register first.',
  },
  NOTICE_ORGANISATION_UNKNOWN: {
    happened: 'The organisations register has no "{organisationId}", or it was put away.',
    means: 'The notice was sent to nobody.',
    next: 'Choose again from the organisations register.',
  },
  NOTICE_INCIDENT_UNKNOWN: {
    happened: 'There is no incident "{id}".',
    means: 'The notice was not sent.',
    next: 'Choose the incident again, or none.',
  },
  NOTICE_NOT_ADDRESSED: {
    happened: 'The notice "{id}" was not sent to the unit "{organisationId}".',
    means: 'There is no receipt to acknowledge.',
    next: 'Check the unit.',
  },
  NOTICE_ALREADY_ACKNOWLEDGED: {
    happened: '{unit}: acknowledged by {by} at {at} already.',
    means: 'Nothing changed; the earlier acknowledgement stands.',
    next: 'There is nothing more to do.',
  },
  NOTICE_CHANNEL_WRONG: {
    happened: 'The channel "{channel}" does not fit: people of the unit acknowledge in the system; on a unit’s behalf it is by telephone, radio or in writing.',
    means: 'Nothing was acknowledged.',
    next: 'Choose the right channel.',
  },
  NOTICE_SPOKEN_TO_MISSING: {
    happened: 'Acknowledged on the unit’s behalf ({channel}), but not who was spoken to.',
    means: 'Nothing was acknowledged.',
    next: 'Write the name or post of the person.',
  },
  NOTICE_TIME_IMPOSSIBLE: {
    happened: 'The time {at} lies before the notice was sent ({sentAt}) or after now.',
    means: 'Nothing was acknowledged.',
    next: 'Check the time.',
  },
  'timeline.notice.sent': 'Notice "{title}" sent to {unitsCount} units',
  'timeline.notice.acknowledged': 'Notice acknowledged by {titles} ({channel}) {spokenTo}',
  'word.field.noticeTitle': 'title',
  'word.field.noticeText': 'text',
  'word.command.notice.send': 'send a notice',
  'word.command.notice.read': 'read notices',
  'word.command.notice.acknowledge': 'acknowledge a notice',
  'word.channel.system': 'in the system',
  'word.channel.phone': 'telephone',
  'word.channel.radio': 'radio',
  'word.channel.written': 'in writing',
} as const satisfies Messages;
