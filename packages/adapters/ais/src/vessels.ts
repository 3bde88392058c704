// Joins what different messages say about one ship: a position report has no name and a voyage
// report has no position. The time of a state is the time of its position, so that particulars
// arriving later never make an old position look fresh. Simulated ships are kept apart from real ones.

import type { VesselState } from '@anlan/domain';
import type { Instant, LonLat } from '@anlan/kernel';
import type { AisReport } from './report.ts';
import {
  COVERS_AID, COVERS_CALL_SIGN, COVERS_HEADING, COVERS_MOTION, COVERS_NAME, COVERS_SIZE, COVERS_STATUS, COVERS_TYPE, COVERS_VOYAGE,
} from './report.ts';

export interface VesselRegistry {
  merge(report: AisReport, about: ReportOrigin): VesselState;
  count(): number;
}

export interface ReportOrigin {
  readonly observedAt: Instant;
  readonly receivedAt: Instant;
  readonly sourceId: string;
  readonly simulated: boolean;
}

export function createVesselRegistry(limitCount = VESSEL_LIMIT_COUNT): VesselRegistry {
  const real = new Map<string, Known>();
  const simulated = new Map<string, Known>();
  return {
    merge(report, about) {
      const known = about.simulated ? simulated : real;
      let seen = known.get(report.mmsi);
      if (seen === undefined) {
        seen = createKnown(about.observedAt);
        known.set(report.mmsi, seen);
        if (known.size > limitCount) forgetSome(known);
      }
      const target = isLate(seen, report, about) ? { ...seen } : seen;
      take(target, report, about);
      return toState(target, report.mmsi, about);
    },
    count: () => real.size + simulated.size,
  };
}

interface Known {
  position: LonLat | undefined;
  courseDegTrue: number | undefined;
  headingDegTrue: number | undefined;
  speedMps: number | undefined;
  navigationStatusCode: number | undefined;
  name: string | undefined;
  callSign: string | undefined;
  shipTypeCode: number | undefined;
  lengthM: number | undefined;
  beamM: number | undefined;
  draughtM: number | undefined;
  destination: string | undefined;
  aidToNavigation: boolean | undefined;
  observedAt: Instant;
  /** When the newest motion report was made, also one that could not tell a position. */
  motionAt: Instant | undefined;
}

function createKnown(observedAt: Instant): Known {
  return {
    position: undefined, courseDegTrue: undefined, headingDegTrue: undefined, speedMps: undefined, navigationStatusCode: undefined,
    name: undefined, callSign: undefined, shipTypeCode: undefined, lengthM: undefined, beamM: undefined, draughtM: undefined,
    destination: undefined, aidToNavigation: undefined, observedAt, motionAt: undefined,
  };
}

/** A motion report older than the newest belongs to the track, not to the present state, with a position or without. */
function isLate(seen: Known, report: AisReport, about: ReportOrigin): boolean {
  return (report.covers & COVERS_MOTION) !== 0 && seen.motionAt !== undefined && about.observedAt < seen.motionAt;
}

function take(known: Known, report: AisReport, about: ReportOrigin): void {
  const { covers } = report;
  if ((covers & COVERS_MOTION) !== 0 || known.position === undefined) known.observedAt = about.observedAt;
  if ((covers & COVERS_MOTION) !== 0) {
    known.motionAt = about.observedAt;
    known.position = report.position;
    known.courseDegTrue = report.courseDegTrue;
    known.speedMps = report.speedMps;
  }
  if ((covers & COVERS_HEADING) !== 0) known.headingDegTrue = report.headingDegTrue;
  if ((covers & COVERS_STATUS) !== 0) known.navigationStatusCode = report.navigationStatusCode;
  if ((covers & COVERS_NAME) !== 0) known.name = report.name;
  if ((covers & COVERS_TYPE) !== 0) known.shipTypeCode = report.shipTypeCode;
  if ((covers & COVERS_CALL_SIGN) !== 0) known.callSign = report.callSign;
  if ((covers & COVERS_AID) !== 0) known.aidToNavigation = report.aidToNavigation;
  if ((covers & COVERS_SIZE) !== 0) {
    known.lengthM = report.lengthM;
    known.beamM = report.beamM;
  }
  if ((covers & COVERS_VOYAGE) !== 0) {
    known.draughtM = report.draughtM;
    known.destination = report.destination;
  }
}

function toState(known: Known, mmsi: string, about: ReportOrigin): VesselState {
  const state: { -readonly [K in keyof VesselState]: VesselState[K] } = {
    mmsi, observedAt: known.observedAt, receivedAt: about.receivedAt, sourceId: about.sourceId, simulated: about.simulated,
  };
  if (known.name !== undefined) state.name = known.name;
  if (known.callSign !== undefined) state.callSign = known.callSign;
  if (known.shipTypeCode !== undefined) state.shipTypeCode = known.shipTypeCode;
  if (known.lengthM !== undefined) state.lengthM = known.lengthM;
  if (known.beamM !== undefined) state.beamM = known.beamM;
  if (known.draughtM !== undefined) state.draughtM = known.draughtM;
  if (known.destination !== undefined) state.destination = known.destination;
  if (known.position !== undefined) state.position = known.position;
  if (known.courseDegTrue !== undefined) state.courseDegTrue = known.courseDegTrue;
  if (known.headingDegTrue !== undefined) state.headingDegTrue = known.headingDegTrue;
  if (known.speedMps !== undefined) state.speedMps = known.speedMps;
  if (known.navigationStatusCode !== undefined) state.navigationStatusCode = known.navigationStatusCode;
  if (known.aidToNavigation !== undefined) state.aidToNavigation = known.aidToNavigation;
  return state;
}

/** The tenth that was first heard longest ago; a ship still there introduces itself again. */
function forgetSome(known: Map<string, Known>): void {
  let remaining = Math.ceil(known.size / 10);
  for (const key of known.keys()) {
    if (remaining-- <= 0) return;
    known.delete(key);
  }
}

/** Far more than any port sees; bounds the memory against invented MMSIs. */
const VESSEL_LIMIT_COUNT = 50_000;
