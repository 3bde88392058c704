// Single formulas of allocation, callable by name (`anlan calc`).

import type { Formula, FormulaInput } from '@anlan/kernel';
import { defineFormula, okFigures } from '@anlan/kernel';
import { boomAngleDeg, dispersantM3, edrcPerDay, encounterRateM3PerHour, recoveredLiquidM3, ringBoomM, shieldBoomM, skimmerCapacityM3PerHour, wacBoomFeet } from './oil/arithmetic.ts';
import { reserveFormulas } from './formulas-reserves.ts';

const CURRENT = { name: 'currentSpeedMps', text: 'Current normal to a boom laid across', kind: 'number', min: 0, max: 5 } as const;
const ESCAPE = { name: 'escapeSpeedMps', text: 'Speed at which oil goes under a boom, about 0.35', kind: 'number', min: 0.05, max: 2 } as const;
const MASS = { name: 'spilledMassKg', text: 'Mass spilled', kind: 'number', min: 0, max: 1e9 } as const;
const DENSITY = { name: 'oilDensityKgPerM3', text: 'Density of the oil', kind: 'number', min: 600, max: 1100 } as const;
const share = (name: string, text: string, min = 0): FormulaInput => ({ name, text, kind: 'number', min, max: 1 });

const oilFormulas: readonly Formula[] = [
  defineFormula({
    id: 'allocation.boom-angle', text: 'Largest angle of a boom to the current that still holds oil',
    source: 'θ = asin(0.35 / u), entrainment failure (practice); 1.0 m/s gives 20.5°', inputs: [CURRENT, ESCAPE],
    compute: (given) => okFigures({ boomAngleDeg: boomAngleDeg(given.number('currentSpeedMps'), given.number('escapeSpeedMps')) }),
  }),
  defineFormula({
    id: 'allocation.shield-boom', text: 'Boom to shield a width across a current', source: 'L / sin θ = L · max(1, u / 0.35)',
    inputs: [{ name: 'protectLengthM', text: 'Width to shield', kind: 'number', min: 0, max: 1e6 }, CURRENT, ESCAPE],
    compute: (given) => okFigures({ boomM: shieldBoomM(given.number('protectLengthM'), given.number('currentSpeedMps'), given.number('escapeSpeedMps')) }),
  }),
  defineFormula({
    id: 'allocation.ring-boom', text: 'Boom round a ship alongside', source: '2 · (length + beam); geometry',
    inputs: [{ name: 'shipLengthM', text: 'Length of the ship', kind: 'number', min: 1, max: 500 }, { name: 'shipBeamM', text: 'Beam of the ship', kind: 'number', min: 1, max: 100 }],
    compute: (given) => okFigures({ boomM: ringBoomM(given.number('shipLengthM'), given.number('shipBeamM')) }),
  }),
  defineFormula({
    id: 'allocation.skimmer-capacity', text: 'Skimmer capacity for a spill',
    source: 'E = T·P₁ / (ρ·α·Y·6), equipment-depot rule, JT/T 877 (likely); 500 t at 0.86 gives 80.7 m³/h',
    inputs: [
      MASS, DENSITY, share('mechanicalRatio', 'P₁, share to be skimmed'), share('skimmerEfficiencyRatio', 'α', 0.01),
      { name: 'recoveryDays', text: 'Y', kind: 'number', min: 1, max: 60 }, { name: 'workDayHours', text: 'Skimming hours a day', kind: 'number', min: 1, max: 24 },
    ],
    compute: (given) => okFigures({
      capacityM3PerHour: skimmerCapacityM3PerHour(given.number('spilledMassKg'), given.number('oilDensityKgPerM3'), {
        mechanicalRatio: given.number('mechanicalRatio'), skimmerEfficiencyRatio: given.number('skimmerEfficiencyRatio'),
        recoveryDays: given.number('recoveryDays'), workDayHours: given.number('workDayHours'),
      }),
    }),
  }),
  defineFormula({
    id: 'allocation.recovered-liquid', text: 'Oily liquid to store for a volume of oil', source: 'V / ((1 − W)(1 − f)), W water in the emulsion, f free water',
    inputs: [{ name: 'oilM3', text: 'Oil recovered', kind: 'number', min: 0, max: 1e6 }, { ...share('emulsionWaterRatio', 'Water in the emulsion'), max: 0.95 }, { ...share('freeWaterRatio', 'Free water'), max: 0.95 }],
    compute: (given) => okFigures({ liquidM3: recoveredLiquidM3(given.number('oilM3'), given.number('emulsionWaterRatio'), given.number('freeWaterRatio')) }),
  }),
  defineFormula({
    id: 'allocation.encounter-rate', text: 'Liquid that a sweep meets', source: 'w · v · h · 3600 (practice; ASTM F1780)',
    inputs: [
      { name: 'swathM', text: 'Opening of the sweep', kind: 'number', min: 0, max: 5000 }, { name: 'sweepSpeedMps', text: 'Speed through the water', kind: 'number', min: 0, max: 5 },
      { name: 'slickThicknessM', text: 'Thickness of the slick', kind: 'number', min: 0, max: 0.1 },
    ],
    compute: (given) => okFigures({ encounterM3PerHour: encounterRateM3PerHour(given.number('swathM'), given.number('sweepSpeedMps'), given.number('slickThicknessM')) }),
  }),
  defineFormula({
    id: 'allocation.sweep-count', text: 'Sweeps that keep the skimmers fed', source: 'n = max(1, ⌈E / encounter rate⌉)',
    inputs: [
      { name: 'skimmerCapacityM3PerHour', text: 'Skimmer capacity', kind: 'number', min: 0, max: 1e6 },
      { name: 'encounterM3PerHour', text: 'Encounter rate of one sweep', kind: 'number', min: 0.001, max: 1e6 },
    ],
    compute: (given) => okFigures({ sweepCount: Math.max(1, Math.ceil(given.number('skimmerCapacityM3PerHour') / given.number('encounterM3PerHour'))) }),
  }),
  defineFormula({
    id: 'allocation.edrc', text: 'Effective daily recovery capacity of a skimmer', source: '33 CFR 155 appendix B: rate · 24 h · 20 %; 100 bbl/h gives 480 bbl/day',
    inputs: [{ name: 'rateM3PerHour', text: 'Nameplate rate (any volume unit gives that unit a day)', kind: 'number', min: 0, max: 1e6 }],
    compute: (given) => okFigures({ perDayM3: edrcPerDay(given.number('rateM3PerHour')) }),
  }),
  defineFormula({
    id: 'allocation.sorbent', text: 'Sorbent for a share of the oil', source: 'T·(1 − e)·P₂ / uptake; P₂ 30 % JT/T 877 (likely)',
    inputs: [MASS, share('evaporatedRatio', 'Evaporated share'), share('sorbentRatio', 'P₂'), { name: 'sorbentUptakeRatio', text: 'kg oil per kg sorbent', kind: 'number', min: 0.1, max: 100 }],
    compute: (given) => okFigures({ sorbentKg: (given.number('spilledMassKg') * (1 - given.number('evaporatedRatio')) * given.number('sorbentRatio')) / given.number('sorbentUptakeRatio') }),
  }),
  defineFormula({
    id: 'allocation.dispersant', text: 'Dispersant for a share of the oil (use needs approval)', source: 'P₃ 20 % at 1:5, equipment-depot rule (likely)',
    inputs: [{ name: 'oilM3', text: 'Oil', kind: 'number', min: 0, max: 1e6 }, share('dispersedRatio', 'P₃'), { name: 'oilPartsCount', text: 'Parts of oil to one of dispersant', kind: 'number', min: 1, max: 100 }],
    compute: (given) => okFigures({ dispersantM3: dispersantM3(given.number('oilM3'), given.number('dispersedRatio'), given.number('oilPartsCount')) }),
  }),
  defineFormula({
    id: 'allocation.wac-boom', text: 'Cumulative boom by hours after a spill, example profile of Washington State', source: 'WAC 173-182-390; not a Chinese rule',
    inputs: [{ name: 'sinceSpillHours', text: 'Hours since the spill', kind: 'number', min: 0, max: 1000 }],
    compute: (given) => okFigures({ boomFeet: wacBoomFeet(given.number('sinceSpillHours')), boomM: wacBoomFeet(given.number('sinceSpillHours')) * 0.3048 }),
  }),
];

export const formulas: readonly Formula[] = [...oilFormulas, ...reserveFormulas];
