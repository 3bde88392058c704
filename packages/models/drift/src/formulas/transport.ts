// Formulas of movement: on the ellipsoid, by wind and current, by chance, and on a known flow.

import type { Formula } from '@anlan/kernel';
import { defineFormula, instantFromMs, okFigures } from '@anlan/kernel';
import { fillSlots } from '../forcing/fill-slots.ts';
import { prepareCurrent, prepareWind } from '../forcing/prepared-field.ts';
import { doubleGyreVelocity } from '../transport/double-gyre.ts';
import { geodesicDestination } from '../transport/geodesic.ts';
import type { SchemeName } from '../transport/schemes.ts';
import { integrate } from '../transport/schemes.ts';
import { createMover, rk4Step } from '../transport/step.ts';

const PLACE = [
  { name: 'lonDeg', text: 'Longitude of the start', kind: 'number', min: -180, max: 180 },
  { name: 'latDeg', text: 'Latitude of the start', kind: 'number', min: -85, max: 85 },
] as const;

const geodesicStep = defineFormula({
  id: 'drift.geodesic-step',
  text: 'Where a geodesic on WGS 84 ends',
  source: 'T. Vincenty, Survey Review 23 (1975) 88-93, direct',
  inputs: [
    ...PLACE,
    { name: 'courseDegTrue', text: 'Initial course', kind: 'number', min: 0, max: 360 },
    { name: 'distanceM', text: 'Distance', kind: 'number', min: 0, max: 10_000_000 },
  ],
  compute: (given) => {
    const [lonDeg, latDeg] = geodesicDestination([given.number('lonDeg'), given.number('latDeg')], given.number('courseDegTrue'), given.number('distanceM'));
    return okFigures({ lonDeg, latDeg });
  },
});

const driftStep = defineFormula({
  id: 'drift.drift-step',
  text: 'Where a constant current and wind carry a particle: the Runge-Kutta 4 step of the model',
  source: 'Classical Runge-Kutta 4 with the radii of curvature of WGS 84 (NIMA TR8350.2, 2000)',
  inputs: [
    ...PLACE,
    { name: 'currentEastMps', text: 'Current towards east', kind: 'number', min: -10, max: 10 },
    { name: 'currentNorthMps', text: 'Current towards north', kind: 'number', min: -10, max: 10 },
    { name: 'windEastMps', text: 'Wind towards east (a west wind is positive)', kind: 'number', min: -80, max: 80 },
    { name: 'windNorthMps', text: 'Wind towards north (a south wind is positive)', kind: 'number', min: -80, max: 80 },
    { name: 'windageRatio', text: 'Share of the wind speed', kind: 'number', min: 0, max: 0.2 },
    { name: 'durationS', text: 'Duration', kind: 'number', min: 0, max: 86_400 },
  ],
  compute: (given) => {
    const sourceText = { zh: '公式', en: 'formula' };
    const current = prepareCurrent({ kind: 'constant', eastMps: given.number('currentEastMps'), northMps: given.number('currentNorthMps'), sourceText });
    const wind = prepareWind({ kind: 'constant', eastMps: given.number('windEastMps'), northMps: given.number('windNorthMps'), sourceText });
    const mover = createMover(current, wind);
    mover.matrix.set([1, 0, 1, 0]);
    const stepS = given.number('durationS') / STEPS;
    for (const field of [current, wind]) fillSlots(field, instantFromMs(0), stepS);
    let [lonDeg, latDeg] = [given.number('lonDeg'), given.number('latDeg')];
    for (let i = 0; i < STEPS; i++) {
      rk4Step(mover, lonDeg, latDeg, given.number('windageRatio'), 0, 8, stepS);
      [lonDeg, latDeg] = [mover.ended[0]!, mover.ended[1]!];
    }
    return okFigures({ lonDeg, latDeg });
  },
});

const doubleGyre = defineFormula({
  id: 'drift.double-gyre',
  text: 'End of a path in the double gyre by Euler, Runge-Kutta 2 (midpoint) or 4',
  source: 'S. C. Shadden, F. Lekien, J. E. Marsden, Physica D 212 (2005) 271-304, §6',
  inputs: [
    { name: 'scheme', text: 'Scheme', kind: 'text', options: ['euler', 'rk2', 'rk4'] },
    { name: 'startX', text: 'Start, x', kind: 'number', min: 0, max: 2 },
    { name: 'startY', text: 'Start, y', kind: 'number', min: 0, max: 1 },
    { name: 'durationS', text: 'Duration', kind: 'number', min: 0, max: 1000 },
    { name: 'stepS', text: 'Step', kind: 'number', min: 0.001, max: 10 },
    { name: 'amplitudeMps', text: 'A', kind: 'number', min: 0, max: 10 },
    { name: 'omegaRadPerS', text: 'ω', kind: 'number', min: 0, max: 10 },
    { name: 'swingRatio', text: 'ε', kind: 'number', min: 0, max: 1 },
  ],
  compute: (given) => {
    const gyre = { amplitudeMps: given.number('amplitudeMps'), omegaRadPerS: given.number('omegaRadPerS'), swingRatio: given.number('swingRatio') };
    const from = [given.number('startX'), given.number('startY')] as const;
    const scheme = given.text('scheme') as SchemeName;
    const end = integrate((x, y, t) => doubleGyreVelocity(gyre, [x, y], t), { scheme, from, startS: 0, endS: given.number('durationS'), stepS: given.number('stepS') });
    return okFigures({ endX: end[0], endY: end[1] });
  },
});

const diffusionVariance = defineFormula({
  id: 'drift.diffusion-variance',
  text: 'Variance of the random walk along one axis, 2 D t',
  source: 'A. Einstein, Ann. Phys. 322 (1905) 549-560',
  inputs: [
    { name: 'diffusionM2PerS', text: 'Diffusion coefficient', kind: 'number', min: 0, max: 1000 },
    { name: 'durationS', text: 'Duration', kind: 'number', min: 0, max: 2_592_000 },
  ],
  compute: (given) => {
    const varianceM2 = 2 * given.number('diffusionM2PerS') * given.number('durationS');
    return okFigures({ varianceM2, sigmaM: Math.sqrt(varianceM2) });
  },
});

export const transportFormulas: readonly Formula[] = [geodesicStep, driftStep, doubleGyre, diffusionVariance];

/** Steps into which the duration is cut. */
const STEPS = 100;
