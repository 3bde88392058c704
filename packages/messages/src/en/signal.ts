// Sentences of the signal stage.
import type { Messages } from '../types.ts';

export const signal = {
  SIGNAL_BATCH_TOO_LARGE: {
    happened: 'The batch has {itemCount} items; the limit is {itemCountMax}.',
    means: 'None of it was taken.',
    next: 'Send it again in smaller batches.',
  },
  SIGNAL_ITEM_UNREADABLE: {
    happened: 'This item is not a set of fields and cannot be read.',
    means: 'It was not taken; the others of the batch are not affected.',
    next: 'Send sensorId, value and observedAt as the interface describes.',
  },
  SIGNAL_SENSOR_NOT_BOUND: {
    happened: 'The device {deviceId} may not write the sensor {sensorId}.',
    means: 'This reading was not taken; the others of the batch are not affected.',
    next: 'Correct the sensor id in the device, or make a device that is bound to this sensor.',
  },
  SIGNAL_SENSOR_UNKNOWN: {
    happened: 'There is no sensor "{sensorId}" in the register.',
    means: 'Its reading was not taken and raises no alert.',
    next: 'Register the sensor, or correct its id and send again.',
  },
  SIGNAL_VALUE_NOT_FINITE: {
    happened: 'The value "{text}" of sensor {sensorId} is not a number.',
    means: 'This reading was not taken.',
    next: 'Check the device; send nothing when there is no reading.',
  },
  SIGNAL_VALUE_OUT_OF_RANGE: {
    happened: 'The reading {readingValue} {unitCode} of sensor {sensorId} lies outside its range {validMinValue} to {validMaxValue}.',
    means: 'It was not taken and no alert rests on it.',
    next: 'Check the sensor or its unit; if the register states the wrong range, correct it.',
  },
  SIGNAL_TIME_UNREADABLE: {
    happened: 'The time "{text}" cannot be read.',
    means: 'This item was not taken.',
    next: 'Use a time with a zone, such as 2026-11-23T09:30:00+08:00.',
  },
  SIGNAL_TIME_IN_FUTURE: {
    happened: 'The time of observation {observedAt} lies {aheadS} seconds ahead.',
    means: 'It was not taken: it is not certain when it was true.',
    next: 'Set the clock of the device right and send again.',
  },
  SIGNAL_TIME_TOO_OLD: {
    happened: 'The time of observation {observedAt} lies {ageDays} days back.',
    means: 'It was not taken as part of the present picture.',
    next: 'Bring in old data by import.',
  },
  SIGNAL_MMSI_UNREADABLE: {
    happened: 'The ship identity "{mmsi}" is not nine digits.',
    means: 'This ship state was not taken.',
    next: 'Check the receiver or the decoding of the source.',
  },
  SIGNAL_REASON_MISSING: {
    happened: 'No reason was given for dismissing report {id}.',
    means: 'The report stays in the queue.',
    next: 'Write the reason, then dismiss it.',
  },
  SIGNAL_RECEIPT_UNREADABLE: {
    happened: 'The receipt number "{text}" is wrong: its check sign does not fit.',
    means: 'No report can be found by it.',
    next: 'Check it sign by sign; it has ten, without 0, O, I, L, U.',
  },
  SIGNAL_RECEIPT_UNKNOWN: {
    happened: 'There is no report with receipt number {receiptNumber}.',
    means: 'It may not have arrived yet.',
    next: 'Make sure the phone is connected and shows the receipt; if it is urgent, call.',
  },
  SIGNAL_REPORT_UNKNOWN: {
    happened: 'There is no report {id}.',
    means: 'Nothing was changed.',
    next: 'Reload the queue and try again.',
  },
  SIGNAL_REPORT_ANSWERED: {
    happened: 'Report {receiptNumber} has been answered already; its state is {state}.',
    means: 'Your step was not recorded; the first answer stands.',
    next: 'Reload and see what was decided.',
  },
  SIGNAL_REPORT_KEY_UNREADABLE: {
    happened: 'The key of the report is not between {lengthCountMin} and {lengthCountMax} characters long.',
    means: 'Doubles could not be told apart, so the report was not taken.',
    next: 'Reload the page and send again; if it is urgent, call.',
  },
  SIGNAL_REPORT_KEY_REUSED: {
    happened: 'This report carries the key of receipt {receiptNumber} with other words.',
    means: 'The earlier report stands; this one was not taken.',
    next: 'Send it again as a new report.',
  },
  SIGNAL_REPORT_WHAT_MISSING: {
    happened: 'It does not say what happened.',
    means: 'The report was not taken.',
    next: 'Write in one sentence what you see.',
  },
  SIGNAL_REPORT_PLACE_MISSING: {
    happened: 'There is no place.',
    means: 'The report was not taken: nobody would know where to go.',
    next: 'Write a place name, or tap the map.',
  },
  SIGNAL_REPORT_TOO_LONG: {
    happened: 'The text has {lengthCount} characters; the limit is {lengthCountMax}.',
    means: 'The report was not taken.',
    next: 'Make it shorter; details can be told by phone.',
  },
  SIGNAL_REPORT_PHONE_UNREADABLE: {
    happened: '"{text}" does not look like a phone number.',
    means: 'The report was not taken, since nobody could call you back.',
    next: 'Correct the number, or leave it empty.',
  },
  SIGNAL_REPORT_PHOTOS_TOO_MANY: {
    happened: 'There are {photoCount} photos; the limit is {photoCountMax}.',
    means: 'The report was not taken.',
    next: 'Keep the clearest ones and send again.',
  },
  SIGNAL_REPORT_PHOTO_UNREADABLE: {
    happened: 'The photo id "{artefactId}" is not valid.',
    means: 'The report was not taken, so that no photo is mixed up.',
    next: 'Choose the photo again and send.',
  },
  'signal.assumed.report-time-now': 'The reporter gave no time; the time of receipt is used.',
  'signal.assumed.report-clock-ahead': 'The reporter\'s time {observedAt} lies ahead, perhaps the phone\'s clock is wrong; the time of receipt is used and the words are kept.',
  'signal.assumed.report-time-old': 'The time {observedAt} in the report is more than a week back; please check it.',
  'timeline.report.received': 'Report {receiptNumber} received: {what}',
  'timeline.report.acknowledged': 'Report acknowledged',
  'timeline.report.linked': 'Report linked to the incident',
  'timeline.report.dismissed': 'Report dismissed: {reason}',
} as const satisfies Messages;
