// D11: density and viscosity of an oil at a temperature.

import type { ValidationGroup, ValidationRow } from './row.ts';
import { runFormula } from './run-formula.ts';

export const oilProperties: ValidationGroup = {
  title: 'D11 oil density and viscosity',
  source: 'Fit of the adios_db library, computed independently. Model: drift.oil-density, drift.oil-viscosity',
  rows: oilRows,
};

const MEDIUM_CRUDE = {
  density: [[273.15, 879.343], [288.15, 877.102], [298.15, 875.659]],
  viscosity: [[273.15, 1.04603e-4], [288.15, 3.682e-5], [298.15, 1.946e-5]],
};
const IFO_180 = {
  density: [[273.15, 978], [288.15, 967]],
  viscosity: [[273.15, 0.0125766871], [288.15, 0.0023991727]],
};

function oilRows(): readonly ValidationRow[] {
  const row = (what: string, expectedValue: number, gotValue: number, unit: string): ValidationRow => ({ caseId: 'D11', what, expectedValue, gotValue, toleranceKind: 'relative', toleranceValue: 1e-4, unit });
  const density = (points: unknown, temperatureK: number): number => runFormula('drift.oil-density', { points, temperatureK })['densityKgPerM3']!;
  const viscosity = (points: unknown, temperatureK: number): number => runFormula('drift.oil-viscosity', { points, temperatureK })['viscosityM2PerS']!;
  return [
    row('GENERIC MEDIUM CRUDE, density at 278.15 K', 878.596, density(MEDIUM_CRUDE.density, 278.15), 'kg/m³'),
    row('GENERIC MEDIUM CRUDE, viscosity at 278.15 K', 7.29386e-5, viscosity(MEDIUM_CRUDE.viscosity, 278.15), 'm²/s'),
    row('GENERIC MEDIUM CRUDE, viscosity at 288.15 K', 3.68206e-5, viscosity(MEDIUM_CRUDE.viscosity, 288.15), 'm²/s'),
    row('GENERIC MEDIUM CRUDE, viscosity at 298.15 K', 1.94598e-5, viscosity(MEDIUM_CRUDE.viscosity, 298.15), 'm²/s'),
    row('IFO 180, density at 298.15 K (extrapolated)', 959.667, density(IFO_180.density, 298.15), 'kg/m³'),
    row('IFO 180, viscosity at 278.15 K', 7.09756e-3, viscosity(IFO_180.viscosity, 278.15), 'm²/s'),
    row('IFO 180, viscosity at 298.15 K (extrapolated)', 8.72192e-4, viscosity(IFO_180.viscosity, 298.15), 'm²/s'),
  ];
}
