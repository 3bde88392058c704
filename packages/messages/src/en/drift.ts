// Sentences of the drift model: refusals, assumptions made, and what to be careful about.
import type { Messages } from '../types.ts';

export const drift = {
  DRIFT_INPUT_OUT_OF_RANGE: {
    happened: '{name} = {value} is not between {min} and {max}.',
    means: 'The formulas do not hold outside that range, so no forecast was made.',
    next: 'Check the figure and its unit (always SI).',
  },
  DRIFT_STEPS_UNEVEN: {
    happened: '{name} is {seconds} s, not a whole number of steps of {stepS} s.',
    means: 'Output times would fall between steps, so no forecast was made.',
    next: 'Choose a multiple of the step, or another step.',
  },
  DRIFT_OIL_UNKNOWN: {
    happened: 'There is no oil "{oilId}" in the library.',
    means: 'No similar oil is taken in its place, so no forecast was made.',
    next: 'Choose one from the library; when the oil is unknown choose the most likely one and record why.',
  },
  DRIFT_OIL_SINKS: {
    happened: '"{oilName}" has {densityKgPerM3} kg/m³ at this water temperature, no less than the water with {waterDensityKgPerM3} kg/m³.',
    means: 'Such an oil sinks; a forecast of drift at the surface does not apply.',
    next: 'Check oil, water temperature and water density; if it is right, work by the plan for sunken oil.',
  },
  DRIFT_CURRENT_MISSING: {
    happened: 'No current was given.',
    means: 'Without a current the drift would point the wrong way, so no forecast was made.',
    next: 'Give a current field; to compute in still water choose "assume still water" by name, and the result will say so.',
  },
  DRIFT_WIND_MISSING: {
    happened: 'No wind was given.',
    means: 'Without wind the shores downwind would be missed, so no forecast was made.',
    next: 'Give a wind; to compute without choose "assume calm" by name, and the result will say so.',
  },
  DRIFT_COAST_MISSING: {
    happened: 'No coast was given.',
    means: 'Oil would pass through land, so no forecast was made.',
    next: 'Give a coast; on the open sea choose "assume open water" by name, and the result will say so.',
  },
  DRIFT_FIELD_MALFORMED: {
    happened: 'The input {field} is incomplete or contradicts itself: {what}.',
    means: 'It cannot be read, so no forecast was made.',
    next: 'Check grid size, array lengths, ascending times and that all values are numbers.',
  },
  DRIFT_FIELD_NOT_FINITE: {
    happened: 'The input {field} is not a number at {lonDeg}, {latDeg}, {timeIso}.',
    means: 'A gap is neither taken as zero nor filled, so no forecast was made.',
    next: 'Supply the value for that time and place; mark land nodes of a current as 0 in its water mask; * stands for all.',
  },
  DRIFT_FORCING_TOO_FAST: {
    happened: 'The input {field} reaches {speedMps} m/s at {lonDeg}, {latDeg}, {timeIso}, above the credible {maxMps} m/s.',
    means: 'This is most likely a wrong unit or a fill value, so no forecast was made.',
    next: 'Check the unit (metres per second) and the fill value, and submit again; * stands for all.',
  },
  DRIFT_CURRENT_TIME_GAP: {
    happened: 'The current does not cover {fromIso} to {toIso}.',
    means: 'Missing hours are not extrapolated, so no forecast was made.',
    next: 'Fetch a newer current, or shorten the forecast.',
  },
  DRIFT_WIND_TIME_GAP: {
    happened: 'The wind does not cover {fromIso} to {toIso}.',
    means: 'Missing hours are not extrapolated, so no forecast was made.',
    next: 'Fetch a newer wind, shorten the forecast, or choose by name that the wind persists.',
  },
  DRIFT_RELEASE_ON_LAND: {
    happened: 'The spill at ({lonDeg}, {latDeg}) lies on land; the nearest water is about {nearestWaterM} m away.',
    means: 'On which side it enters the water cannot be told, so no forecast was made.',
    next: 'Move the place onto the water on the map, and check longitude and latitude.',
  },
  DRIFT_RELEASE_OUTSIDE_CURRENT: {
    happened: 'No current is known at the spill ({lonDeg}, {latDeg}).',
    means: 'It is not taken as zero, so no forecast was made.',
    next: 'Check the place, or give a current that covers it.',
  },
  DRIFT_RELEASE_OUTSIDE_WIND: {
    happened: 'The spill at ({lonDeg}, {latDeg}) lies outside the wind field.',
    means: 'It is not taken as calm, so no forecast was made.',
    next: 'Check the place, or give a wind that covers it.',
  },
  DRIFT_SITE_MALFORMED: {
    happened: 'The area of the sensitive site {siteId} is not valid ({what}).',
    means: 'Whether oil reaches it cannot be told, so no forecast was made.',
    next: 'Correct the circle or polygon of the site.',
  },
  DRIFT_CANCELLED: {
    happened: 'The forecast was cancelled at step {stepIndex} of {stepCount}.',
    means: 'There is no result; particles shown on the way are not a basis for decisions.',
    next: 'Request the forecast again when it is needed.',
  },
  DRIFT_ASSUMED_STILL_WATER: 'Still water assumed: no current, as the requester chose',
  DRIFT_ASSUMED_CALM: 'Calm assumed: no wind, as the requester chose',
  DRIFT_ASSUMED_OPEN_WATER: 'Open water assumed: no land, as the requester chose',
  DRIFT_ASSUMED_WIND_PERSISTS: 'Wind assumed to persist: data end {lastIso}, {hours} h are missing',
  DRIFT_ASSUMED_WINDAGE: 'Oil assumed to drift with {ratioMin} to {ratioMax} of the wind speed, about three per cent on average',
  DRIFT_ASSUMED_DIFFUSION: 'Horizontal diffusion assumed: {diffusionM2PerS} m²/s',
  DRIFT_ASSUMED_ERRORS:
    'Errors assumed: wind speed {windSpeedRatioSigma}, wind direction {windDirectionDegSigma}°, alike for {windCorrelationS} s; current speed {currentSpeedRatioSigma}, current direction {currentDirectionDegSigma}°, alike for {currentCorrelationS} s; added wind {windAdditiveMpsSigma} m/s, added current {currentAdditiveMpsSigma} m/s',
  DRIFT_ASSUMED_UNKNOWN_CURRENT_ERROR: 'Current unknown: members carry a random current of {sigmaMps} m/s in each component, so that not knowing does not narrow the map',
  DRIFT_ASSUMED_UNKNOWN_WIND_ERROR: 'Wind unknown: members carry a random wind of {sigmaMps} m/s in each component, so that not knowing does not narrow the map',
  DRIFT_ASSUMED_BEACHED_EVAPORATES: 'Stranded oil assumed to go on evaporating at the film thickness at which it stranded; it neither spreads nor refloats',
  DRIFT_ASSUMED_WATER_DENSITY: 'Sea water density assumed: {densityKgPerM3} kg/m³',
  DRIFT_ASSUMED_CUTS_FROM_API: '"{oilName}" has no distillation curve: components estimated from its API gravity {apiGravityDeg}',
  DRIFT_ASSUMED_CUTS_VOLUME_TO_MASS: 'The distillation of "{oilName}" is by volume: turned to mass with characterisation factor {watsonFactor}',
  DRIFT_ASSUMED_DENSITY_FROM_API: '"{oilName}" has no measured density: estimated from its API gravity {apiGravityDeg}',
  DRIFT_ASSUMED_DENSITY_ONE_POINT: '"{oilName}" has one density only: moved to the water temperature with {expansionPerK} per kelvin',
  DRIFT_ASSUMED_VISCOSITY: '"{oilName}" has no measured viscosity: {viscosityM2PerS} m²/s taken',
  DRIFT_WARN_CURRENT_INDICATIVE: 'The current is indicative, neither measured nor an operational forecast: for orientation only',
  DRIFT_WARN_CELLS_ENLARGED: 'Cells of the probability maps enlarged from {askedM} m to {usedM} m',
  DRIFT_WARN_NEAREST_CURRENT: '{nearestCount} particle steps lay in narrows that the current grid does not resolve: the nearest water cell was taken',
  DRIFT_WARN_CURRENT_UNRESOLVED: '{unresolvedCount} particles reached water without a known current and count as outside',
  DRIFT_WARN_WIND_UNRESOLVED: '{unresolvedCount} particles reached water beyond the wind data and count as outside',
  DRIFT_WARN_BELOW_POUR_POINT: 'Water at {temperatureK} K is below the pour point of "{oilName}", {pourPointK} K: it may set; spreading and evaporation are then overestimated',
  DRIFT_WARN_VISCOSITY_ONE_POINT: '"{oilName}" has one viscosity only: its change with temperature is assumed',
  DRIFT_WARN_VISCOSITY_RISES: 'The viscosity record of "{oilName}" rises with temperature, which no oil does: its slope was not used',
} as const satisfies Messages;
