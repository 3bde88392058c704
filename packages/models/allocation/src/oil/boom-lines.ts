// Boom: round the ship at the berth, before each threatened site, and as sweeps in the slick.

import type { Assumption, Result } from '@anlan/kernel';
import { addS, nameParams, ok, refuse } from '@anlan/kernel';
import type { OilDemandInput, ThreatenedSite } from '../api/oil.ts';
import { boomAngleDeg, encounterRateM3PerHour, ringBoomM, shieldBoomM } from './arithmetic.ts';
import type { OilLine } from './line.ts';
import { afterSpill, deadlineFrom, singleStep } from './line.ts';

/** None without a berth; refused when neither a boom length nor a ship is on record. */
export function berthLine(input: OilDemandInput): Result<readonly OilLine[]> {
  const { berth, planning } = input;
  if (berth === null) return ok([]);
  const { boomM, shipLengthM, shipBeamM } = berth;
  const isRing = boomM === undefined;
  if (isRing && (shipLengthM === undefined || shipBeamM === undefined)) return refuse('ALLOCATION_BERTH_UNKNOWN', nameParams('sceneName', input.sceneName));
  const quantity = isRing ? ringBoomM(shipLengthM ?? 0, shipBeamM ?? 0) : boomM;
  const due = deadlineFrom(input, afterSpill(input, planning.deadlineS['berth-boom']), 'berth-boom');
  const line = singleStep({
    id: 'berth-boom', sceneId: input.sceneId, capabilityCode: 'boom-sheltered', accepts: planning.accepts['berth-boom'], unitCode: 'm', urgency: 'critical',
    deadlineAt: due.deadlineAt, purpose: { code: 'ALLOCATION_NEED_BERTH_BOOM', params: { ...nameParams('name', input.sceneName), lengthM: Math.round(quantity) } },
    working: {
      formulaId: isRing ? 'allocation.ring-boom' : 'register', inputs: isRing ? { shipLengthM: shipLengthM ?? 0, shipBeamM: shipBeamM ?? 0 } : { boomM: quantity },
      sourceText: isRing ? 'L = 2·(length + beam)' : 'facilities.boomM',
    },
  }, quantity);
  return ok([{ ...line, assumed: isRing ? [{ code: 'ALLOCATION_ASSUMED_BERTH_RING', params: { lengthM: Math.round(quantity) } }] : [], warnings: due.warnings }]);
}

/** One line per site that oil may reach, due before its first arrival. */
export function siteLines(input: OilDemandInput): readonly OilLine[] {
  const { planning } = input;
  const threatened = input.sites.filter((site) => site.earliestAt !== null && site.probabilityRatio >= planning.probabilityRatioMin && site.protectLengthM > 0);
  return threatened.map((site) => siteLine(input, site));
}

function siteLine(input: OilDemandInput, site: ThreatenedSite): OilLine {
  const { planning } = input;
  const id = `site-boom-${site.id}`;
  const currentSpeedMps = site.currentSpeedMps ?? input.currentSpeedMps;
  const quantity = Math.ceil(shieldBoomM(site.protectLengthM, currentSpeedMps, planning.escapeSpeedMps));
  const angleDeg = Math.round(boomAngleDeg(currentSpeedMps, planning.escapeSpeedMps) * 10) / 10;
  const due = deadlineFrom(input, addS(site.earliestAt ?? input.now, -planning.deployS), id);
  const assumed: Assumption[] = site.currentSpeedMps === undefined ? [{ code: 'ALLOCATION_ASSUMED_SITE_CURRENT', params: { ...nameParams('name', site.name), currentSpeedMps } }] : [];
  const line = singleStep({
    id, sceneId: site.sceneId, capabilityCode: 'boom-shore', accepts: planning.accepts['site-boom'], unitCode: 'm', urgency: 'critical', deadlineAt: due.deadlineAt,
    purpose: { code: 'ALLOCATION_NEED_SITE_BOOM', params: { ...nameParams('name', site.name), lengthM: quantity, angleDeg } },
    working: {
      formulaId: 'allocation.shield-boom', sourceText: 'L / sin θ, θ = asin(0.35 / u)',
      inputs: { protectLengthM: site.protectLengthM, currentSpeedMps, escapeSpeedMps: planning.escapeSpeedMps, deployS: planning.deployS, probabilityRatio: site.probabilityRatio },
    },
  }, quantity);
  return { ...line, assumed, warnings: due.warnings };
}

/** As many sweeps as bring the skimmers the liquid that they can take. */
export function sweepLine(input: OilDemandInput, skimmerCapacityM3PerHour: number): OilLine {
  const { planning } = input;
  const slickThicknessM = input.slickThicknessM ?? planning.slickThicknessM;
  const swathM = planning.sweepLengthM * planning.sweepSwathRatio;
  const encounterM3PerHour = encounterRateM3PerHour(swathM, planning.escapeSpeedMps, slickThicknessM);
  const sweepCount = Math.max(1, Math.ceil(skimmerCapacityM3PerHour / encounterM3PerHour));
  const quantity = sweepCount * planning.sweepLengthM;
  const due = deadlineFrom(input, afterSpill(input, planning.deadlineS.sweep), 'sweep');
  const assumed: Assumption[] = input.slickThicknessM === undefined ? [{ code: 'ALLOCATION_ASSUMED_THICKNESS', params: { thicknessUm: Math.round(slickThicknessM * 1e6) } }] : [];
  const line = singleStep({
    id: 'sweep', sceneId: input.sceneId, capabilityCode: 'boom-open', accepts: planning.accepts.sweep, unitCode: 'm', urgency: 'important', deadlineAt: due.deadlineAt,
    purpose: { code: 'ALLOCATION_NEED_SWEEP', params: { sweepCount, lengthM: planning.sweepLengthM } },
    working: {
      formulaId: 'allocation.sweep-count', sourceText: 'n = ⌈E / (w·v·h·3600)⌉',
      inputs: { skimmerCapacityM3PerHour, swathM, sweepSpeedMps: planning.escapeSpeedMps, slickThicknessM, sweepLengthM: planning.sweepLengthM },
    },
  }, quantity);
  return { ...line, demand: { ...line.demand, adequateValue: planning.sweepLengthM }, assumed, warnings: due.warnings };
}
