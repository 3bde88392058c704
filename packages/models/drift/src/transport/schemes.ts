// Euler, Runge-Kutta 2 (midpoint) and 4 on a plane, for any velocity function: to show on known flows
// what a scheme is worth. The particles' own Runge-Kutta 4, on the ellipsoid, is in step.ts.
// Source: J. C. Butcher, Numerical Methods for Ordinary Differential Equations (2016), §23.

export type SchemeName = 'euler' | 'rk2' | 'rk4';
export type Point = readonly [x: number, y: number];
export type PlaneVelocity = (x: number, y: number, t: number) => Point;

export interface Integration {
  readonly scheme: SchemeName;
  readonly from: Point;
  readonly startS: number;
  readonly endS: number;
  readonly stepS: number;
}

/** The end point; the step is adjusted so that whole steps end on `endS`. */
export function integrate(velocity: PlaneVelocity, { scheme, from, startS, endS, stepS }: Integration): Point {
  const stepCount = Math.max(1, Math.round((endS - startS) / stepS));
  const h = (endS - startS) / stepCount;
  let point = from;
  for (let i = 0; i < stepCount; i++) point = STEPS[scheme](velocity, point, startS + i * h, h);
  return point;
}

function eulerStep(velocity: PlaneVelocity, [x, y]: Point, t: number, h: number): Point {
  const [u, v] = velocity(x, y, t);
  return [x + h * u, y + h * v];
}

function midpointStep(velocity: PlaneVelocity, [x, y]: Point, t: number, h: number): Point {
  const [u1, v1] = velocity(x, y, t);
  const [u, v] = velocity(x + 0.5 * h * u1, y + 0.5 * h * v1, t + 0.5 * h);
  return [x + h * u, y + h * v];
}

function rk4Step(velocity: PlaneVelocity, [x, y]: Point, t: number, h: number): Point {
  const [u1, v1] = velocity(x, y, t);
  const [u2, v2] = velocity(x + 0.5 * h * u1, y + 0.5 * h * v1, t + 0.5 * h);
  const [u3, v3] = velocity(x + 0.5 * h * u2, y + 0.5 * h * v2, t + 0.5 * h);
  const [u4, v4] = velocity(x + h * u3, y + h * v3, t + h);
  return [x + (h / 6) * (u1 + 2 * u2 + 2 * u3 + u4), y + (h / 6) * (v1 + 2 * v2 + 2 * v3 + v4)];
}

const STEPS = { euler: eulerStep, rk2: midpointStep, rk4: rk4Step } as const;
