// Sentences of the review stage.
import type { Messages } from '../types.ts';

export const review = {
  REVIEW_UNKNOWN: {
    happened: 'There is no review "{id}".',
    means: 'It cannot be read or changed.',
    next: 'Open it from the page of the incident.',
  },
  REVIEW_INCIDENT_UNKNOWN: {
    happened: 'There is no incident "{id}".',
    means: 'It cannot be reviewed.',
    next: 'Check the id of the incident.',
  },
  REVIEW_TOO_EARLY: {
    happened: 'The incident "{incidentId}" is "{state}": the response is not over.',
    means: 'The review cannot begin yet.',
    next: 'Open it once the response is terminated.',
  },
  REVIEW_ALREADY_OPEN: {
    happened: 'The incident "{incidentId}" already has a review.',
    means: 'No second one was made.',
    next: 'Go on in the existing one.',
  },
  REVIEW_CLOSED: {
    happened: 'The review "{id}" is closed.',
    means: 'It can no longer be changed; lessons can still be verified.',
    next: 'Bring a new lesson to the next review.',
  },
  REVIEW_NOT_MEASURED: {
    happened: 'The review "{id}" has no measures yet.',
    means: 'It cannot be closed.',
    next: 'Measure it first.',
  },
  REVIEW_TEXT_MISSING: {
    happened: 'A text is missing in the review "{id}".',
    means: 'Nothing was saved.',
    next: 'Write it.',
  },
  REVIEW_LESSON_UNKNOWN: {
    happened: 'There is no lesson "{lessonId}".',
    means: 'Nothing was verified.',
    next: 'Refresh and try again.',
  },
  REVIEW_LESSON_VERIFIED: {
    happened: 'The lesson "{lessonId}" is already verified.',
    means: 'Nothing changed.',
    next: 'There is nothing left to do.',
  },
  REVIEW_LESSON_RECORD_UNKNOWN: {
    happened: 'The lesson points at "{registerId}/{id}", which does not exist.',
    means: 'The lesson was not saved.',
    next: 'Choose a readiness record that exists.',
  },
  REVIEW_LESSON_NOT_READINESS: {
    happened: '"{registerId}" is no register of readiness.',
    means: 'The lesson was not saved: a lesson must change a readiness record.',
    next: 'Choose a record of facilities, reserves or forces.',
  },
  REVIEW_LESSON_OWNER_UNKNOWN: {
    happened: 'There is no organisation "{organisationId}".',
    means: 'The lesson was not saved.',
    next: 'Choose the owner from the register of organisations.',
  },
  REVIEW_LESSON_DUE_PAST: {
    happened: 'The due time {dueAt} is past.',
    means: 'The lesson was not saved.',
    next: 'Give a day to come.',
  },
} as const satisfies Messages;
