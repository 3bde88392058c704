// Writes AIS messages of types 1, 5, 18, 21 and 24, so that a simulated feed passes through the
// very same door as a real one. Members that are not given are written as "not available".
// ITU-R M.1371-5 (2014), annex 8, tables 48, 53, 67, 73 and 78.

import type { LonLat } from '@anlan/kernel';
import { assert, mpsToKn } from '@anlan/kernel';
import { ALPHABET } from './six-bit.ts';

export interface AisPosition {
  readonly position?: LonLat;
  readonly speedMps?: number;
  readonly courseDegTrue?: number;
  readonly headingDegTrue?: number;
}

export interface AisParticulars {
  readonly name?: string;
  readonly callSign?: string;
  readonly shipTypeCode?: number;
  readonly lengthM?: number;
  readonly beamM?: number;
}

/** What to say, by message type. Type 24 gives two messages, part A and part B. */
export type AisMessageInput =
  | ({ readonly typeCode: 1; readonly mmsi: string; readonly navigationStatusCode?: number } & AisPosition)
  | ({ readonly typeCode: 5; readonly mmsi: string; readonly draughtM?: number; readonly destination?: string } & AisParticulars)
  | ({ readonly typeCode: 18; readonly mmsi: string } & AisPosition)
  | { readonly typeCode: 21; readonly mmsi: string; readonly name?: string; readonly position?: LonLat }
  | ({ readonly typeCode: 24; readonly mmsi: string } & AisParticulars);

/** Bits of each message as a string of 0 and 1. */
export function encodeMessage(input: AisMessageInput): readonly string[] {
  switch (input.typeCode) {
    case 1: return [encodeClassA(input)];
    case 5: return [encodeVoyage(input)];
    case 18: return [encodeClassB(input)];
    case 21: return [encodeAid(input)];
    case 24: return encodeStaticB(input);
  }
}

function encodeClassA(input: Extract<AisMessageInput, { typeCode: 1 }>): string {
  return (
    head(input) + uint(input.navigationStatusCode ?? 15, 4) + NO_TURN_RATE + speed(input.speedMps) + '0' + place(input.position) +
    course(input.courseDegTrue) + heading(input.headingDegTrue) + NO_SECOND + '00' + '000' + '0' + '0'.repeat(19)
  );
}

function encodeVoyage(input: Extract<AisMessageInput, { typeCode: 5 }>): string {
  return (
    head(input) + '00' + '0'.repeat(30) + text(input.callSign, 7) + text(input.name, 20) + uint(input.shipTypeCode ?? 0, 8) +
    dimensions(input) + '0001' + NO_ARRIVAL + uint(Math.round((input.draughtM ?? 0) * 10), 8) + text(input.destination, 20) + '0' + '0'
  );
}

function encodeClassB(input: Extract<AisMessageInput, { typeCode: 18 }>): string {
  return (
    head(input) + '0'.repeat(8) + speed(input.speedMps) + '0' + place(input.position) + course(input.courseDegTrue) +
    heading(input.headingDegTrue) + NO_SECOND + '00' + '1' + '0' + '0' + '1' + '1' + '0' + '0' + '0'.repeat(20)
  );
}

function encodeAid(input: Extract<AisMessageInput, { typeCode: 21 }>): string {
  return head(input) + uint(1, 5) + text(input.name, 20) + '0' + place(input.position) + '0'.repeat(30) + '0001' + NO_SECOND + '0' + '0'.repeat(8) + '0' + '0' + '0' + '0';
}

function encodeStaticB(input: Extract<AisMessageInput, { typeCode: 24 }>): string[] {
  const partA = head(input) + '00' + text(input.name, 20) + '0'.repeat(8);
  const partB = head(input) + '01' + uint(input.shipTypeCode ?? 0, 8) + '0'.repeat(42) + text(input.callSign, 7) + dimensions(input) + '0'.repeat(6);
  return [partA, partB];
}

function head(input: AisMessageInput): string {
  assert(/^\d{9}$/.test(input.mmsi) && Number(input.mmsi) > 0, `not an MMSI: ${input.mmsi}`);
  return uint(input.typeCode, 6) + '00' + uint(Number(input.mmsi), 30);
}

function place(position: LonLat | undefined): string {
  const [lonDeg, latDeg] = position ?? NO_POSITION;
  assert(position === undefined || (Math.abs(lonDeg) <= 180 && Math.abs(latDeg) <= 90), `not a position: ${lonDeg} ${latDeg}`);
  return int(Math.round(lonDeg * 600_000), 28) + int(Math.round(latDeg * 600_000), 27);
}

/** Tenths of a knot; 1022 for 102.2 kn and more, 1023 for not available. */
function speed(speedMps: number | undefined): string {
  return uint(speedMps === undefined ? 1023 : Math.min(1022, Math.round(mpsToKn(speedMps) * 10)), 10);
}

function course(courseDegTrue: number | undefined): string {
  return uint(courseDegTrue === undefined ? 3600 : Math.round(courseDegTrue * 10) % 3600, 12);
}

function heading(headingDegTrue: number | undefined): string {
  return uint(headingDegTrue === undefined ? 511 : Math.round(headingDegTrue) % 360, 9);
}

/** The antenna stands amidships: halves forward and aft, to port and to starboard. */
function dimensions(input: AisParticulars): string {
  const lengthM = Math.min(1022, Math.round(input.lengthM ?? 0));
  const beamM = Math.min(126, Math.round(input.beamM ?? 0));
  const [bowM, portM] = [Math.floor(lengthM / 2), Math.floor(beamM / 2)];
  return uint(bowM, 9) + uint(lengthM - bowM, 9) + uint(portM, 6) + uint(beamM - portM, 6);
}

/** Capital letters, digits and signs of the six-bit alphabet; anything else becomes a blank. */
function text(value: string | undefined, characterCount: number): string {
  let out = '';
  for (const character of (value ?? '').toUpperCase().slice(0, characterCount)) {
    const index = ALPHABET.indexOf(character);
    out += uint(index > 0 ? index : ALPHABET.indexOf(' '), 6);
  }
  return out.padEnd(characterCount * 6, '0');
}

function uint(value: number, bitCount: number): string {
  assert(Number.isInteger(value) && value >= 0 && value < 2 ** bitCount, `${value} does not fit ${bitCount} bits`);
  return value.toString(2).padStart(bitCount, '0');
}

function int(value: number, bitCount: number): string {
  return uint(value < 0 ? value + 2 ** bitCount : value, bitCount);
}

const NO_POSITION: LonLat = [181, 91];
/** −128: no information on the rate of turn. */
const NO_TURN_RATE = '10000000';
/** 60: time stamp not available. */
const NO_SECOND = '111100';
/** Month 0, day 0, hour 24, minute 60: no estimated arrival. */
const NO_ARRIVAL = '0000' + '00000' + '11000' + '111100';
