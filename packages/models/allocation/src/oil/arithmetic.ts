// The arithmetic of spill response, each function one formula with its source. Pure numbers in SI
// unless the name says otherwise; ranges are checked by whoever calls (formulas.ts, deriveOilDemand).

import { radToDeg } from '@anlan/kernel';

/**
 * Largest angle between boom and current at which oil is held: asin(u_c / u); 90° when the current
 * is below the escape speed u_c ≈ 0.35 m/s (entrainment failure of booms, practice figure).
 */
export function boomAngleDeg(currentSpeedMps: number, escapeSpeedMps: number): number {
  if (currentSpeedMps <= escapeSpeedMps) return 90;
  return radToDeg(Math.asin(escapeSpeedMps / currentSpeedMps));
}

/** Boom to shield a width across the current at that angle: L / sin θ = L · max(1, u / u_c). */
export function shieldBoomM(protectLengthM: number, currentSpeedMps: number, escapeSpeedMps: number): number {
  return protectLengthM * Math.max(1, currentSpeedMps / escapeSpeedMps);
}

/** Ring round a ship alongside: 2 · (length + beam). */
export function ringBoomM(shipLengthM: number, shipBeamM: number): number {
  return 2 * (shipLengthM + shipBeamM);
}

/** E = T · P₁ / (ρ · α · Y · h), T in tonnes, ρ in t/m³ (equipment-depot rule, JT/T 877; likely). */
export function skimmerCapacityM3PerHour(spilledMassKg: number, oilDensityKgPerM3: number, plan: SkimmerPlan): number {
  const share = plan.mechanicalRatio / (plan.skimmerEfficiencyRatio * plan.recoveryDays * plan.workDayHours);
  return (spilledMassKg / oilDensityKgPerM3) * share;
}

export interface SkimmerPlan {
  readonly mechanicalRatio: number;
  readonly skimmerEfficiencyRatio: number;
  readonly recoveryDays: number;
  readonly workDayHours: number;
}

/** Oily liquid to be stored for a volume of oil: V / ((1 − W) · (1 − f)), W water in the emulsion, f free water. */
export function recoveredLiquidM3(oilM3: number, emulsionWaterRatio: number, freeWaterRatio: number): number {
  return oilM3 / ((1 - emulsionWaterRatio) * (1 - freeWaterRatio));
}

/** Surface swept per time times thickness: w · v · h · 3600 (encounter rate; ASTM F1780, practice). */
export function encounterRateM3PerHour(swathM: number, sweepSpeedMps: number, slickThicknessM: number): number {
  return swathM * sweepSpeedMps * slickThicknessM * 3600;
}

/** EDRC = pump rate q · 24 h · 20 % (33 CFR 155 appendix B, 6.2.1): per day, in the volume of the hourly rate. */
export function edrcPerDay(q: number): number {
  return q * 24 * EDRC_DERATING;
}

/** Share of the nameplate rate that counts (33 CFR 155 appendix B). */
const EDRC_DERATING = 0.2;

/** Dispersant: m³ for P₃ of the oil at one part to n of oil (equipment-depot rule; likely). */
export function dispersantM3(oilM3: number, dispersedRatio: number, oilPartsCount: number): number {
  return (oilM3 * dispersedRatio) / oilPartsCount;
}

/**
 * Cumulative boom by hours after the spill: 1,000 ft at 2 h, +2,000 at 3 h, +7,000 at 6 h,
 * +20,000 at 12 h, +20,000 at 24 h (WAC 173-182-390; an example profile, not a Chinese rule).
 */
export function wacBoomFeet(sinceSpillHours: number): number {
  return WAC_STEPS.reduce((sum, [fromHours, feet]) => (sinceSpillHours >= fromHours ? sum + feet : sum), 0);
}

const WAC_STEPS: readonly (readonly [fromHours: number, feet: number])[] = [[2, 1000], [3, 2000], [6, 7000], [12, 20_000], [24, 20_000]];

/** High viscosity: ρ ≥ 900 kg/m³ at 15 °C or ≥ 180 mm²/s at 50 °C (annex on ship-pollution clean-up units). */
export function isHighViscosity(oilDensityKgPerM3: number, oilViscosityM2PerS: number | undefined): boolean {
  return oilDensityKgPerM3 >= 900 || (oilViscosityM2PerS ?? 0) >= 180e-6;
}
