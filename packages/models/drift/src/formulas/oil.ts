// Formulas of the oil itself: density and viscosity at a temperature, cuts, and a whole slick ageing.

import type { Formula, Result } from '@anlan/kernel';
import { defineFormula, ok, okFigures, refuse } from '@anlan/kernel';
import { createSlicks, startSlick, weatherSlick } from '../fate/slicks.ts';
import { oilAtTemperature } from '../oil/at-temperature.ts';
import { densityFromApiKgPerM3, oilDensity } from '../oil/density.ts';
import { findOil } from '../oil/library.ts';
import { cutMolarMassKgPerMol } from '../oil/molar-mass.ts';
import { oilViscosity } from '../oil/viscosity.ts';

const TEMPERATURE = { name: 'temperatureK', text: 'Temperature', kind: 'number', min: 260, max: 330 } as const;
const OIL_ID = { name: 'oilId', text: 'Id in the oil library, such as AD02002', kind: 'text' } as const;
const WATER_DENSITY = { name: 'waterDensityKgPerM3', text: 'Density of the water', kind: 'number', min: 990, max: 1060 } as const;

const density = defineFormula({
  id: 'drift.oil-density',
  text: 'Density of an oil at a temperature from measured points',
  source: 'Linear between and beyond points; one point: 0.0008 per kelvin (NOAA ADIOS oil library)',
  inputs: [{ name: 'points', text: '[[temperatureK, densityKgPerM3], …]', kind: 'array' }, TEMPERATURE],
  compute: (given) => {
    const points = readPoints(given.array('points'));
    if (!points.ok) return points;
    return okFigures({ ...oilDensity(points.value, given.number('temperatureK')) });
  },
});

const viscosity = defineFormula({
  id: 'drift.oil-viscosity',
  text: 'Kinematic viscosity of an oil at a temperature from measured points',
  source: 'ln v linear in 1/T, least squares (E. N. Andrade 1930; NOAA ADIOS)',
  inputs: [{ name: 'points', text: '[[temperatureK, viscosityM2PerS], …]', kind: 'array' }, TEMPERATURE],
  compute: (given) => {
    const points = readPoints(given.array('points'));
    if (!points.ok) return points;
    return okFigures({ ...oilViscosity(points.value, given.number('temperatureK')) });
  },
});

const properties = defineFormula({
  id: 'drift.oil-properties',
  text: 'An oil of the library at the temperature of the water, with what was estimated',
  source: 'NOAA ADIOS oil database; estimates as named in the result',
  inputs: [OIL_ID, TEMPERATURE, WATER_DENSITY],
  compute: (given) => {
    const found = findOil(given.text('oilId'));
    if (!found.ok) return found;
    const oil = oilAtTemperature(found.value, given.number('temperatureK'), given.number('waterDensityKgPerM3'));
    return oil.ok ? okFigures({ ...oil.value }) : oil;
  },
});

const apiDensity = defineFormula({
  id: 'drift.api-density',
  text: 'Density at 15 °C from the API gravity',
  source: 'API gravity = 141.5 / SG(60 °F) − 131.5; water 999.016 kg/m³ at 60 °F',
  inputs: [{ name: 'apiGravityDeg', text: 'API gravity', kind: 'number', min: 0, max: 100 }],
  compute: (given) => okFigures({ densityKgPerM3: densityFromApiKgPerM3(given.number('apiGravityDeg')) }),
});

const molarMass = defineFormula({
  id: 'drift.cut-molar-mass',
  text: 'Molar mass of a petroleum cut from its boiling point',
  source: 'M. R. Riazi, ASTM MNL50 (2005), eq. 2.42, mean of n-alkanes and n-alkylbenzenes',
  inputs: [{ name: 'boilingPointK', text: 'Boiling point', kind: 'number', min: 200, max: 1000 }],
  compute: (given) => okFigures({ molarMassKgPerMol: cutMolarMassKgPerMol(given.number('boilingPointK')) }),
});

const slickAgeing = defineFormula({
  id: 'drift.slick-ageing',
  text: 'Evaporated share and area of one slick after each hour under a steady wind',
  source: 'Fay (1971), Langmuir cover (Lehr 2000) and Mackay-Matsugu (1973) together, as in a run',
  inputs: [
    OIL_ID,
    TEMPERATURE,
    WATER_DENSITY,
    { name: 'massKg', text: 'Mass of the oil', kind: 'number', min: 1, max: 5e8 },
    { name: 'windSpeedMps', text: 'Wind at 10 m', kind: 'number', min: 0, max: 60 },
    { name: 'hourCount', text: 'Hours', kind: 'integer', min: 1, max: 720 },
  ],
  compute: (given) => {
    const found = findOil(given.text('oilId'));
    if (!found.ok) return found;
    const oil = oilAtTemperature(found.value, given.number('temperatureK'), given.number('waterDensityKgPerM3'));
    if (!oil.ok) return oil;
    const slicks = createSlicks(oil.value, 1);
    startSlick(slicks, 0, given.number('massKg'));
    const hours = Array.from({ length: given.number('hourCount') }, () => {
      weatherSlick(slicks, 0, given.number('windSpeedMps'), 3600);
      return { evaporatedRatio: 1 - slicks.remainingRatio[0]!, areaM2: slicks.areaM2[0]! };
    });
    return okFigures({ ...hours[hours.length - 1], evaporatedRatios: hours.map((hour) => hour.evaporatedRatio), areasM2: hours.map((hour) => hour.areaM2) });
  },
});

export const oilFormulas: readonly Formula[] = [density, viscosity, properties, apiDensity, molarMass, slickAgeing];

/** Pairs of positive numbers, ascending in the first. */
function readPoints(rows: readonly unknown[]): Result<readonly (readonly [number, number])[]> {
  const points = rows.map((row) => (Array.isArray(row) ? (row as unknown[]) : []));
  const right = points.length > 0 && points.every((p, i) => p.length === 2 && p.every((x) => typeof x === 'number' && x > 0 && Number.isFinite(x)) && (i === 0 || (points[i - 1]![0] as number) < (p[0] as number)));
  if (!right) return refuse('DRIFT_INPUT_OUT_OF_RANGE', { name: 'points', value: JSON.stringify(rows).slice(0, 60), min: 0, max: 'Infinity' });
  return ok(points as unknown as readonly (readonly [number, number])[]);
}
