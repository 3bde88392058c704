// The closed list of unit suffixes, and conversions used at the moment of decoding.
// Form of a name: quantity + Unit + Qualifier, camelCase: windSpeedMps, etaSMin. SI inside;
// `Min` always means minimum, minutes are written `Minutes`; `Ratio` is 0…1, never a percentage.

/** Unit suffixes a numeric name may end with. A new one needs a line here. */
export const UNIT_SUFFIXES = [
  'Ms', 'S', 'Minutes', 'Hours', 'Days', 'PerS', 'Hz',
  'M', 'Km', 'Nmi', 'Mm', 'Um', 'M2', 'M3', 'Px',
  'Mps', 'Kn', 'MPerS2', 'M2PerS', 'M3PerS', 'M3PerHour', 'KgPerS', 'KgPerM3', 'MgPerM3', 'Ppm',
  'DegTrue', 'Deg', 'Rad', 'K', 'DegC', 'Pa', 'HPa', 'PaS', 'Newton', 'JPerMolK', 'Mol', 'KgPerMol',
  'Kg', 'Tonnes', 'Litres', 'Ratio', 'LPerMinute', 'LPerHour', 'Kw', 'KgPerM2', 'Volt', 'Count', 'Index', 'Bytes', 'Cny', 'Fen', 'At', 'Code', 'Seed', 'Version', 'HttpStatus',
] as const;

/** Qualifiers that may follow the unit. */
export const UNIT_QUALIFIERS = ['Min', 'Max', 'Mean', 'P05', 'P50', 'P90', 'P95', 'Sigma', 'Total'] as const;

/** International nautical mile, exact: 1 852 m (BIPM SI Brochure 9, table 8 note). */
export const METRES_PER_NAUTICAL_MILE = 1852;
/** Celsius zero, exact (BIPM SI Brochure 9). */
export const ZERO_CELSIUS_K = 273.15;
/** Standard acceleration of gravity, exact (CGPM 1901). */
export const STANDARD_GRAVITY_M_PER_S2 = 9.80665;
/** Molar gas constant, J/(mol·K), exact since 2019 (BIPM SI Brochure 9). */
export const GAS_CONSTANT_J_PER_MOL_K = 8.31446261815324;

export function knToMps(speedKn: number): number {
  return (speedKn * METRES_PER_NAUTICAL_MILE) / 3600;
}

export function mpsToKn(speedMps: number): number {
  return (speedMps * 3600) / METRES_PER_NAUTICAL_MILE;
}

export function degCToK(temperatureDegC: number): number {
  return temperatureDegC + ZERO_CELSIUS_K;
}

export function degToRad(angleDeg: number): number {
  return (angleDeg * Math.PI) / 180;
}

export function radToDeg(angleRad: number): number {
  return (angleRad * 180) / Math.PI;
}

/** Vector of a wind named by where it comes FROM: a wind from the north moves air south. */
export function windVector(speedMps: number, windFromDegTrue: number): EastNorthMps {
  const r = degToRad(windFromDegTrue);
  return { eastMps: -speedMps * Math.sin(r), northMps: -speedMps * Math.cos(r) };
}

/** Vector of a current named by where it goes TO. */
export function currentVector(speedMps: number, currentToDegTrue: number): EastNorthMps {
  const r = degToRad(currentToDegTrue);
  return { eastMps: speedMps * Math.sin(r), northMps: speedMps * Math.cos(r) };
}

export interface EastNorthMps {
  readonly eastMps: number;
  readonly northMps: number;
}
