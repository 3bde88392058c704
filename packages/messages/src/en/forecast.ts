// Sentences of the forecast stage.
import type { Messages } from '../types.ts';

export const forecast = {
  FORECAST_UNKNOWN: {
    happened: 'There is no forecast "{id}".',
    means: 'It can be neither read nor run.',
    next: 'Open it from the page of the incident.',
  },
  FORECAST_INCIDENT_UNKNOWN: {
    happened: 'There is no incident "{id}".',
    means: 'No forecast can be asked for.',
    next: 'Check the id of the incident.',
  },
  FORECAST_INCIDENT_OVER: {
    happened: 'The incident "{incidentId}" is "{state}".',
    means: 'What is over is not forecast.',
    next: 'If it flares up again, reopen the response first.',
  },
  FORECAST_SPILL_INCOMPLETE: {
    happened: 'The spill is not fully told; missing: {missing}.',
    means: 'No forecast was made: neither oil nor amount is ever guessed.',
    next: 'Record the oil, and its mass or its volume.',
  },
  FORECAST_POSITION_ON_LAND: {
    happened: 'The position (longitude {lonDeg}, latitude {latDeg}) is on land or off the chart.',
    means: 'Nothing can drift from there.',
    next: 'Move the point of the spill to the water on the map.',
  },
  FORECAST_INPUT_OUT_OF_RANGE: {
    happened: '{name} is {given}, outside {min} to {max}.',
    means: 'No forecast was made.',
    next: 'Check the figure and its unit.',
  },
  FORECAST_STARTS_TOO_LATE: {
    happened: 'The release starts at {startAt}, later than {latestAt}.',
    means: 'No forecast was made.',
    next: 'Check the time of the start.',
  },
  FORECAST_STARTS_TOO_EARLY: {
    happened: 'The release starts at {startAt}, before {earliestAt}: more than {limitHours} hours ago.',
    means: 'No forecast was made: the wind and current of the hours since are not known well enough to reckon from then to now.',
    next: 'Check the time; if it is right, start from where and when the slick was last seen, with the amount that is left.',
  },
  FORCING_FORMAT_UNKNOWN: { happened: 'The format of the file is "{format}"; "{expected}" is needed.', means: 'The wind was not kept.', next: 'Convert it as docs/operate describes and place it again.' },
  FORCING_MEMBER_WRONG: { happened: '{where} of the wind file is missing, of another length, or does not fit.', means: 'The wind was not kept.', next: 'Check it there: longitudes and latitudes ascend, instants are ascending UTC, values are ordered [instant][latitude][longitude].' },
  FORCING_AXIS_UNEVEN: { happened: '{axis} of the wind file does not ascend in even steps.', means: 'The wind was not kept.', next: 'Interpolate it onto an even grid of longitude and latitude first.' },
  FORCING_VALUE_WRONG: { happened: 'The value at {where} of the wind file is {given}: no number of at most {maxMps} m/s.', means: 'The wind was not kept.', next: 'Check the unit (m/s) and the values that stand for "missing".' },
  FORCING_TOO_LARGE: { happened: 'Each component of the wind has {valueCount} values, more than {valueCountMax}.', means: 'The wind was not kept.', next: 'Cut the area or take fewer instants.' },
  FORCING_TOO_MANY: { happened: '{countMax} wind files are placed already.', means: 'This one was not kept.', next: 'Remove one that has run out first.' },
  FORCING_UNKNOWN: { happened: 'There is no wind file "{id}", or it was removed.', means: 'Nothing was changed.', next: 'Choose one from the list in the forecast room.' },
  FORECAST_NOT_WAITING: {
    happened: 'The forecast "{id}" is "{state}": it does not wait to be run.',
    means: 'Its outcome is as it was.',
    next: 'Ask for a new one if you need another.',
  },
  FORECAST_REASON_MISSING: {
    happened: 'Cancelling the forecast "{id}" needs a reason.',
    means: 'It goes on.',
    next: 'Write the reason.',
  },
  FORECAST_RUN_DIED: {
    happened: 'The run broke off ({name}).',
    means: 'There is no result; the rest of the system is not affected.',
    next: 'Ask for it again; if it happens twice, give its number to the administrator.',
  },
  FORECAST_MASS_FROM_VOLUME: 'Mass reckoned from the volume: {volumeM3} m³ × {densityKgPerM3} kg/m³ ({oilName}).',
  FORECAST_ASSUMED_RELEASE_START: 'No start of the release is known; the time of the incident stands in: {startAt}.',
  FORECAST_ASSUMED_PAST_AS_NOW: 'The release began at {startAt}; the run is reckoned from then until {untilAt}, with the same wind for the hours that have passed.',
  FORECAST_ASSUMED_INSTANT_RELEASE: 'No duration of the release is known; all of it enters the water at once.',
  FORECAST_ASSUMED_RADIUS: 'The first extent of the slick is not known; a radius of {radiusM} m stands in.',
  FORECAST_ASSUMED_WIND_PERSISTS: 'The wind told at {observedAt} is taken to persist.',
  FORECAST_ASSUMED_STATION_WIND: 'No wind was told; that of the station "{station}" at {observedAt} stands in and is taken to persist.',
  FORECAST_WIND_GRID_USED: 'The wind file "{source}" is used, valid until {untilAt}; the wind shown is that at the release.',
  FORECAST_WIND_GRID_NOT_COVERING: 'There is a wind file "{source}" (valid until {untilAt}), but it does not cover all the water that the oil may reach, or not the whole run until {neededAt}; it is not used.',
  FORECAST_WIND_TOLD_SET_ASIDE: 'The wind told at {observedAt} ({speedMps} m/s from {windFromDegTrue}°) is set aside: the wind file "{source}" covers the run and is used instead.',
  FORECAST_ASSUMED_CALM: 'There is no wind at all: the run assumes calm and may be far off.',
  FORECAST_ASSUMED_STATION_TEMPERATURE: 'No water temperature was told; that of the station "{station}" at {observedAt} stands in.',
  FORECAST_ASSUMED_WATER_TEMPERATURE: 'No water temperature is measured; the usual one stands in: {temperatureK} K ({source}).',
} as const satisfies Messages;
