// Decodes one AIS message: types 1-3, 5, 18, 19, 21, 24 and 27. Units become SI on the line that
// reads them and every "not available" value becomes undefined.
// ITU-R M.1371-5 (2014), annex 8, tables 48, 53, 67, 70, 73, 78 and 81.

import type { LonLat } from '@anlan/kernel';
import { knToMps } from '@anlan/kernel';
import type { AisCode } from './errors.ts';
import type { AisReport } from './report.ts';
import {
  COVERS_AID, COVERS_CALL_SIGN, COVERS_HEADING, COVERS_MOTION, COVERS_NAME, COVERS_SIZE, COVERS_STATUS, COVERS_TYPE, COVERS_VOYAGE,
} from './report.ts';
import type { SixBits } from './six-bit.ts';
import { intAt, textAt, uintAt } from './six-bit.ts';

/** The report, or the code of why there is none. */
export function decodeMessage(bits: SixBits): AisReport | AisCode {
  if (bits.bitCount < 38) return 'AIS_MESSAGE_SHORT';
  const typeCode = uintAt(bits, 0, 6);
  const neededBits = NEEDED_BITS[typeCode];
  if (neededBits === undefined) return 'AIS_TYPE_UNSUPPORTED';
  if (bits.bitCount < neededBits) return 'AIS_MESSAGE_SHORT';
  const mmsiNumber = uintAt(bits, 8, 30);
  if (mmsiNumber === 0 || mmsiNumber > 999_999_999) return 'AIS_MMSI_IMPOSSIBLE';
  const mmsi = mmsiNumber >= 100_000_000 ? String(mmsiNumber) : String(mmsiNumber).padStart(9, '0');
  switch (typeCode) {
    case 5: return decodeVoyage(bits, mmsi);
    case 18: return decodeClassB(bits, mmsi);
    case 19: return decodeClassBExtended(bits, mmsi);
    case 21: return decodeAid(bits, mmsi);
    case 24: return decodeStaticB(bits, mmsi);
    case 27: return decodeLongRange(bits, mmsi);
    default: return decodeClassA(bits, typeCode, mmsi);
  }
}

function decodeClassA(bits: SixBits, typeCode: number, mmsi: string): AisReport | AisCode {
  const position = positionAt(bits, 61, 28, 89, 27, FINE_PER_DEG);
  if (position === 'impossible') return 'AIS_POSITION_IMPOSSIBLE';
  return {
    typeCode, mmsi, covers: COVERS_MOTION + COVERS_HEADING + COVERS_STATUS, position,
    speedMps: speedAt(bits, 50), courseDegTrue: courseAt(bits, 116), headingDegTrue: headingAt(bits, 128),
    navigationStatusCode: statusAt(bits, 38),
  };
}

function decodeVoyage(bits: SixBits, mmsi: string): AisReport {
  const draughtDm = uintAt(bits, 294, 8);
  return {
    typeCode: 5, mmsi, covers: COVERS_NAME + COVERS_CALL_SIGN + COVERS_TYPE + COVERS_SIZE + COVERS_VOYAGE,
    callSign: textAt(bits, 70, 7), name: textAt(bits, 112, 20), shipTypeCode: shipTypeAt(bits, 232),
    lengthM: sumAt(bits, 240, 9), beamM: sumAt(bits, 258, 6),
    draughtM: draughtDm === 0 ? undefined : draughtDm / 10,
    destination: textAt(bits, 302, 20),
  };
}

function decodeClassB(bits: SixBits, mmsi: string): AisReport | AisCode {
  const position = positionAt(bits, 57, 28, 85, 27, FINE_PER_DEG);
  if (position === 'impossible') return 'AIS_POSITION_IMPOSSIBLE';
  return {
    typeCode: 18, mmsi, covers: COVERS_MOTION + COVERS_HEADING, position,
    speedMps: speedAt(bits, 46), courseDegTrue: courseAt(bits, 112), headingDegTrue: headingAt(bits, 124),
  };
}

function decodeClassBExtended(bits: SixBits, mmsi: string): AisReport | AisCode {
  const dynamic = decodeClassB(bits, mmsi);
  if (typeof dynamic === 'string') return dynamic;
  return {
    ...dynamic, typeCode: 19, covers: COVERS_MOTION + COVERS_HEADING + COVERS_NAME + COVERS_TYPE + COVERS_SIZE,
    name: textAt(bits, 143, 20), shipTypeCode: shipTypeAt(bits, 263), lengthM: sumAt(bits, 271, 9), beamM: sumAt(bits, 289, 6),
  };
}

function decodeAid(bits: SixBits, mmsi: string): AisReport | AisCode {
  const position = positionAt(bits, 164, 28, 192, 27, FINE_PER_DEG);
  if (position === 'impossible') return 'AIS_POSITION_IMPOSSIBLE';
  const name = textAt(bits, 43, 20);
  const extension = textAt(bits, 272, 14);
  return {
    typeCode: 21, mmsi, covers: COVERS_MOTION + COVERS_NAME + COVERS_SIZE + COVERS_AID, position, aidToNavigation: true,
    name: name !== undefined && name.length === 20 && extension !== undefined ? name + extension : name,
    lengthM: sumAt(bits, 219, 9), beamM: sumAt(bits, 237, 6),
  };
}

function decodeStaticB(bits: SixBits, mmsi: string): AisReport | AisCode {
  const partCode = uintAt(bits, 38, 2);
  if (partCode === 0) return { typeCode: 24, mmsi, covers: COVERS_NAME, name: textAt(bits, 40, 20) };
  if (partCode !== 1) return 'AIS_TYPE_UNSUPPORTED';
  if (bits.bitCount < 162) return 'AIS_MESSAGE_SHORT';
  // Of a craft that belongs to a mother ship (98MIDxxxx) these bits are the mother ship's MMSI.
  const auxiliary = mmsi.startsWith('98');
  return {
    typeCode: 24, mmsi, covers: COVERS_TYPE + COVERS_SIZE + COVERS_CALL_SIGN,
    shipTypeCode: shipTypeAt(bits, 40), callSign: textAt(bits, 90, 7),
    lengthM: auxiliary ? undefined : sumAt(bits, 132, 9), beamM: auxiliary ? undefined : sumAt(bits, 150, 6),
  };
}

function decodeLongRange(bits: SixBits, mmsi: string): AisReport | AisCode {
  const position = positionAt(bits, 44, 18, 62, 17, COARSE_PER_DEG);
  if (position === 'impossible') return 'AIS_POSITION_IMPOSSIBLE';
  const speedKn = uintAt(bits, 79, 6);
  const courseDeg = uintAt(bits, 85, 9);
  return {
    typeCode: 27, mmsi, covers: COVERS_MOTION + COVERS_STATUS, position,
    speedMps: speedKn === 63 ? undefined : knToMps(speedKn),
    courseDegTrue: courseDeg >= 360 ? undefined : courseDeg,
    navigationStatusCode: statusAt(bits, 40),
  };
}

/** Longitude 181° or latitude 91° means not available; anything else beyond the globe is a fault. */
function positionAt(
  bits: SixBits, lonOffset: number, lonLength: number, latOffset: number, latLength: number, perDeg: number,
): LonLat | undefined | 'impossible' {
  const lonDeg = intAt(bits, lonOffset, lonLength) / perDeg;
  const latDeg = intAt(bits, latOffset, latLength) / perDeg;
  if (lonDeg === 181 || latDeg === 91) return undefined;
  if (lonDeg > 180 || lonDeg < -180 || latDeg > 90 || latDeg < -90) return 'impossible';
  return [lonDeg, latDeg];
}

/** 1023 not available; 1022 stands for 102.2 kn and more. */
function speedAt(bits: SixBits, offset: number): number | undefined {
  const speedDeciKn = uintAt(bits, offset, 10);
  return speedDeciKn === 1023 ? undefined : knToMps(speedDeciKn / 10);
}

/** 3600 not available; 3601-4095 must not be used. */
function courseAt(bits: SixBits, offset: number): number | undefined {
  const courseDeciDeg = uintAt(bits, offset, 12);
  return courseDeciDeg >= 3600 ? undefined : courseDeciDeg / 10;
}

/** 511 not available; 360-510 must not be used. */
function headingAt(bits: SixBits, offset: number): number | undefined {
  const headingDeg = uintAt(bits, offset, 9);
  return headingDeg >= 360 ? undefined : headingDeg;
}

/** 15 not defined. */
function statusAt(bits: SixBits, offset: number): number | undefined {
  const status = uintAt(bits, offset, 4);
  return status === 15 ? undefined : status;
}

/** 0 not available. */
function shipTypeAt(bits: SixBits, offset: number): number | undefined {
  const shipType = uintAt(bits, offset, 8);
  return shipType === 0 ? undefined : shipType;
}

/** Distances from the antenna to both ends; both 0: not available. */
function sumAt(bits: SixBits, offset: number, length: number): number | undefined {
  const sumM = uintAt(bits, offset, length) + uintAt(bits, offset + length, length);
  return sumM === 0 ? undefined : sumM;
}

/** Types 1-21: 1/10 000 minute. */
const FINE_PER_DEG = 600_000;
/** Type 27: 1/10 minute. */
const COARSE_PER_DEG = 600;

/** Bits up to the last member read; shorter messages of these types are cut off. */
const NEEDED_BITS: Readonly<Record<number, number>> = { 1: 168, 2: 168, 3: 168, 5: 422, 18: 168, 19: 312, 21: 272, 24: 160, 27: 96 };
