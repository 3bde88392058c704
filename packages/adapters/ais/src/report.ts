// What one AIS message says, in SI, with "not available" values left out. `covers` tells which
// members a message type speaks about: those it leaves out are not available any more. Bits and not
// names, because this is looked at for every message.

import type { LonLat } from '@anlan/kernel';

export interface AisReport {
  readonly typeCode: number;
  readonly mmsi: string;
  /** Sum of COVERS_… bits. */
  readonly covers: number;
  readonly position?: LonLat | undefined;
  readonly courseDegTrue?: number | undefined;
  readonly headingDegTrue?: number | undefined;
  readonly speedMps?: number | undefined;
  readonly navigationStatusCode?: number | undefined;
  readonly name?: string | undefined;
  readonly callSign?: string | undefined;
  readonly shipTypeCode?: number | undefined;
  readonly lengthM?: number | undefined;
  readonly beamM?: number | undefined;
  readonly draughtM?: number | undefined;
  readonly destination?: string | undefined;
  readonly aidToNavigation?: boolean | undefined;
}

/** Groups of members, as bits of `covers`. */
export const COVERS_MOTION = 1; // position, courseDegTrue, speedMps
export const COVERS_HEADING = 2; // headingDegTrue
export const COVERS_STATUS = 4; // navigationStatusCode
export const COVERS_NAME = 8; // name
export const COVERS_TYPE = 16; // shipTypeCode
export const COVERS_SIZE = 32; // lengthM, beamM
export const COVERS_CALL_SIGN = 64; // callSign
export const COVERS_VOYAGE = 128; // draughtM, destination
export const COVERS_AID = 256; // aidToNavigation
