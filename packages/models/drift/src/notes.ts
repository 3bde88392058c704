// What a drift result may say of itself: assumptions (a choice stands in for an input) and warnings
// (an input is weak). Each code has a sentence in both languages with these parameters.

export interface NoteEntry {
  readonly kind: 'assumption' | 'warning';
  readonly params: readonly string[];
}

export const driftNotes = {
  DRIFT_ASSUMED_STILL_WATER: { kind: 'assumption', params: [] },
  DRIFT_ASSUMED_CALM: { kind: 'assumption', params: [] },
  DRIFT_ASSUMED_OPEN_WATER: { kind: 'assumption', params: [] },
  DRIFT_ASSUMED_WIND_PERSISTS: { kind: 'assumption', params: ['lastIso', 'hours'] },
  DRIFT_ASSUMED_WINDAGE: { kind: 'assumption', params: ['ratioMin', 'ratioMax'] },
  DRIFT_ASSUMED_DIFFUSION: { kind: 'assumption', params: ['diffusionM2PerS'] },
  DRIFT_ASSUMED_ERRORS: {
    kind: 'assumption',
    params: ['windSpeedRatioSigma', 'windDirectionDegSigma', 'windCorrelationS', 'currentSpeedRatioSigma', 'currentDirectionDegSigma', 'currentCorrelationS', 'windAdditiveMpsSigma', 'currentAdditiveMpsSigma'],
  },
  DRIFT_ASSUMED_UNKNOWN_CURRENT_ERROR: { kind: 'assumption', params: ['sigmaMps'] },
  DRIFT_ASSUMED_UNKNOWN_WIND_ERROR: { kind: 'assumption', params: ['sigmaMps'] },
  DRIFT_ASSUMED_BEACHED_EVAPORATES: { kind: 'assumption', params: [] },
  DRIFT_ASSUMED_WATER_DENSITY: { kind: 'assumption', params: ['densityKgPerM3'] },
  DRIFT_ASSUMED_CUTS_FROM_API: { kind: 'assumption', params: ['oilName', 'apiGravityDeg'] },
  DRIFT_ASSUMED_CUTS_VOLUME_TO_MASS: { kind: 'assumption', params: ['oilName', 'watsonFactor'] },
  DRIFT_ASSUMED_DENSITY_FROM_API: { kind: 'assumption', params: ['oilName', 'apiGravityDeg'] },
  DRIFT_ASSUMED_DENSITY_ONE_POINT: { kind: 'assumption', params: ['oilName', 'expansionPerK'] },
  DRIFT_ASSUMED_VISCOSITY: { kind: 'assumption', params: ['oilName', 'viscosityM2PerS'] },
  DRIFT_WARN_CURRENT_INDICATIVE: { kind: 'warning', params: [] },
  DRIFT_WARN_CELLS_ENLARGED: { kind: 'warning', params: ['askedM', 'usedM'] },
  DRIFT_WARN_NEAREST_CURRENT: { kind: 'warning', params: ['nearestCount'] },
  DRIFT_WARN_CURRENT_UNRESOLVED: { kind: 'warning', params: ['unresolvedCount'] },
  DRIFT_WARN_WIND_UNRESOLVED: { kind: 'warning', params: ['unresolvedCount'] },
  DRIFT_WARN_BELOW_POUR_POINT: { kind: 'warning', params: ['oilName', 'pourPointK', 'temperatureK'] },
  DRIFT_WARN_VISCOSITY_ONE_POINT: { kind: 'warning', params: ['oilName'] },
  DRIFT_WARN_VISCOSITY_RISES: { kind: 'warning', params: ['oilName'] },
} as const satisfies Readonly<Record<string, NoteEntry>>;
