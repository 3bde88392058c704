// What one AIS message says, in SI, with "not available" values left out. `covers` names the
// members that a message type speaks about: those it leaves out are not available any more.

import type { LonLat } from '@anlan/kernel';

export interface AisReport {
  readonly typeCode: number;
  readonly mmsi: string;
  readonly covers: readonly AisMember[];
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

export type AisMember = Exclude<keyof AisReport, 'typeCode' | 'mmsi' | 'covers'>;

export const COVERS_CLASS_A: readonly AisMember[] = ['position', 'courseDegTrue', 'headingDegTrue', 'speedMps', 'navigationStatusCode'];
export const COVERS_CLASS_B: readonly AisMember[] = ['position', 'courseDegTrue', 'headingDegTrue', 'speedMps'];
export const COVERS_LONG_RANGE: readonly AisMember[] = ['position', 'courseDegTrue', 'speedMps', 'navigationStatusCode'];
export const COVERS_VOYAGE: readonly AisMember[] = ['name', 'callSign', 'shipTypeCode', 'lengthM', 'beamM', 'draughtM', 'destination'];
export const COVERS_CLASS_B_EXTENDED: readonly AisMember[] = [...COVERS_CLASS_B, 'name', 'shipTypeCode', 'lengthM', 'beamM'];
export const COVERS_AID: readonly AisMember[] = ['position', 'name', 'lengthM', 'beamM', 'aidToNavigation'];
export const COVERS_NAME: readonly AisMember[] = ['name'];
export const COVERS_PARTICULARS: readonly AisMember[] = ['callSign', 'shipTypeCode', 'lengthM', 'beamM'];
