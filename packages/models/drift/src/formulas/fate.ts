// Formulas of what becomes of oil: vapour pressure, evaporation, spreading, windrows, decay.

import type { Formula, FormulaValues, Result } from '@anlan/kernel';
import { defineFormula, ok, okFigures, refuse } from '@anlan/kernel';
import { evaporationSeries } from '../fate/evaporation-series.ts';
import { componentFactorPa, evaporationCommonFactor, slickDiameterM } from '../fate/evaporation.ts';
import { fayAreaEulerM2, fayAreaRk4M2, fayInitialAreaM2, fayInitialTimeS, fayThicknessLimitM, fayViscousM4PerS } from '../fate/fay.ts';
import { halfLifeRemainingRatio } from '../fate/half-life.ts';
import { langmuirCoverRatio } from '../fate/langmuir.ts';
import { vapourPressurePa } from '../fate/vapour-pressure.ts';
import type { PseudoComponent } from '../oil/pseudo-components.ts';

const BOILING_POINT = { name: 'boilingPointK', text: 'Boiling point at 1 atm', kind: 'number', min: 200, max: 1100 } as const;
const TEMPERATURE = { name: 'temperatureK', text: 'Temperature of the oil', kind: 'number', min: 260, max: 330 } as const;
const MOLAR_MASS = { name: 'molarMassKgPerMol', text: 'Molar mass', kind: 'number', min: 0.01, max: 3 } as const;
const BUOYANCY = { name: 'buoyancyRatio', text: '(water − oil) / water density', kind: 'number', min: 1e-4, max: 0.5 } as const;
const BLOB = [
  { name: 'areaM2', text: 'Area covered by oil', kind: 'number', min: 0.01, max: 1e10 },
  { name: 'windSpeedMps', text: 'Wind at 10 m', kind: 'number', min: 0, max: 60 },
  TEMPERATURE,
  { name: 'waterRatio', text: 'Water in the emulsion', kind: 'number', min: 0, max: 0.95 },
] as const;
const EVAPORATION_SOURCE = 'D. Mackay, R. S. Matsugu, Can. J. Chem. Eng. 51 (1973) 434-439; R. K. Jones, AMOP 20 (1997)';

const vapourPressure = defineFormula({
  id: 'drift.vapour-pressure',
  text: 'Vapour pressure of a pseudo-component from its boiling point',
  source: 'W. J. Lyman et al., Handbook of Chemical Property Estimation Methods (1982), eq. 14-20',
  inputs: [BOILING_POINT, TEMPERATURE],
  compute: (given) => okFigures({ pressurePa: vapourPressurePa(given.number('boilingPointK'), given.number('temperatureK')) }),
});

const evaporationRate = defineFormula({
  id: 'drift.evaporation-rate',
  text: 'First-order rate at which a component leaves a slick',
  source: EVAPORATION_SOURCE,
  inputs: [...BLOB, BOILING_POINT, MOLAR_MASS, { name: 'slickMol', text: 'Amount of all components in the slick', kind: 'number', min: 1e-6, max: 1e12 }],
  compute: (given) => {
    const areaM2 = given.number('areaM2');
    const conditions = { ...conditionsOf(given), slickDiameterM: slickDiameterM(areaM2) };
    const pressurePa = vapourPressurePa(given.number('boilingPointK'), given.number('temperatureK'));
    return okFigures({ ratePerS: evaporationCommonFactor(conditions, given.number('slickMol')) * componentFactorPa(pressurePa, given.number('molarMassKgPerMol')) });
  },
});

const evaporationOverTime = defineFormula({
  id: 'drift.evaporation-series',
  text: 'Evaporated share of a blob of constant area after each step',
  source: EVAPORATION_SOURCE,
  inputs: [
    ...BLOB,
    { name: 'components', text: '[[boilingPointK, massRatio, molarMassKgPerMol], …]; shares are normalised', kind: 'array' },
    { name: 'massKg', text: 'Mass of the blob', kind: 'number', min: 1e-3, max: 1e9 },
    { name: 'stepS', text: 'Step', kind: 'number', min: 1, max: 86_400 },
    { name: 'stepCount', text: 'Steps', kind: 'integer', min: 1, max: 100_000 },
  ],
  compute: (given) => {
    const components = readComponents(given.array('components'));
    if (!components.ok) return components;
    const series = evaporationSeries({ ...conditionsOf(given), components: components.value, massKg: given.number('massKg'), stepS: given.number('stepS'), stepCount: given.number('stepCount') });
    return okFigures({ evaporatedRatio: series[series.length - 1], evaporatedRatios: series });
  },
});

const fayAreas = defineFormula({
  id: 'drift.fay-area-series',
  text: 'Area of a slick after each step: gravity-viscous spreading and eddy diffusion',
  source: 'J. A. Fay (1971) as in NOAA ADIOS2; diffusion after A. Okubo (1971)',
  inputs: [
    { name: 'volumeM3', text: 'Volume of the oil', kind: 'number', min: 1e-6, max: 1e7 },
    BUOYANCY,
    { name: 'viscosityM2PerS', text: 'Kinematic viscosity of the oil, for the thickness limit', kind: 'number', min: 1e-7, max: 100 },
    { name: 'scheme', text: 'How the rate is stepped', kind: 'text', options: ['euler', 'rk4'] },
    { name: 'stepS', text: 'Step', kind: 'number', min: 0.1, max: 86_400 },
    { name: 'stepCount', text: 'Steps', kind: 'integer', min: 0, max: 100_000 },
  ],
  compute: (given) => {
    const slick = { volumeM3: given.number('volumeM3'), buoyancyRatio: given.number('buoyancyRatio') };
    const viscousM4PerS = fayViscousM4PerS(slick);
    const limitM2 = slick.volumeM3 / fayThicknessLimitM(given.number('viscosityM2PerS'));
    const step = given.text('scheme') === 'euler' ? fayAreaEulerM2 : fayAreaRk4M2;
    const areasM2 = [fayInitialAreaM2(slick)];
    for (let i = 0; i < given.number('stepCount'); i++) areasM2.push(Math.min(limitM2, step(areasM2[i]!, viscousM4PerS, given.number('stepS'))));
    return okFigures({ initialTimeS: fayInitialTimeS(slick), limitM2, areaM2: areasM2[areasM2.length - 1], areasM2 });
  },
});

const langmuirCover = defineFormula({
  id: 'drift.langmuir-cover',
  text: 'Share of the slick area that oil covers between Langmuir cells',
  source: 'W. Lehr, D. Simecek-Beatty, Spill Sci. Technol. Bull. 6 (2000) 181-193',
  inputs: [
    { name: 'windSpeedMps', text: 'Wind at 10 m', kind: 'number', min: 0, max: 60 },
    { name: 'thicknessM', text: 'Mean thickness of the slick', kind: 'number', min: 1e-8, max: 1 },
    BUOYANCY,
  ],
  compute: (given) => okFigures({ coverRatio: langmuirCoverRatio({ windSpeedMps: given.number('windSpeedMps'), thicknessM: given.number('thicknessM'), buoyancyRatio: given.number('buoyancyRatio') }) }),
});

const halfLife = defineFormula({
  id: 'drift.half-life',
  text: 'Share left after a time: one half after one half-life',
  source: '2^(−t/T½)',
  inputs: [
    { name: 'elapsedS', text: 'Time', kind: 'number', min: 0, max: 1e10 },
    { name: 'halfLifeS', text: 'Half-life', kind: 'number', min: 1e-3, max: 1e10 },
  ],
  compute: (given) => okFigures({ remainingRatio: halfLifeRemainingRatio(given.number('elapsedS'), given.number('halfLifeS')) }),
});

export const fateFormulas: readonly Formula[] = [vapourPressure, evaporationRate, evaporationOverTime, fayAreas, langmuirCover, halfLife];

function conditionsOf(given: FormulaValues): { readonly areaM2: number; readonly windSpeedMps: number; readonly temperatureK: number; readonly waterRatio: number } {
  return { areaM2: given.number('areaM2'), windSpeedMps: given.number('windSpeedMps'), temperatureK: given.number('temperatureK'), waterRatio: given.number('waterRatio') };
}

function readComponents(rows: readonly unknown[]): Result<readonly PseudoComponent[]> {
  const read: PseudoComponent[] = [];
  for (const row of rows) {
    const numbers = Array.isArray(row) ? (row as unknown[]).filter((x): x is number => typeof x === 'number' && x > 0 && Number.isFinite(x)) : [];
    if (numbers.length !== 3) return refuse('DRIFT_INPUT_OUT_OF_RANGE', { name: 'components', value: JSON.stringify(row).slice(0, 60), min: 0, max: 'Infinity' });
    read.push({ boilingPointK: numbers[0]!, massRatio: numbers[1]!, molarMassKgPerMol: numbers[2]! });
  }
  if (read.length === 0) return refuse('DRIFT_INPUT_OUT_OF_RANGE', { name: 'components.length', value: '0', min: 1, max: 'Infinity' });
  return ok(read);
}
