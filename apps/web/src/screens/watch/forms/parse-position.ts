// Positions as people type them: `30°04.1′N 122°21.8′E`, `30.068N 122.363E`, `122.363, 30.068`.
// Bare numbers are taken as longitude, latitude only when they cannot be the other way round here.

import type { LonLat } from '@anlan/contracts';
import { lonLat } from '@anlan/kernel';

export function parsePosition(text: string): LonLat | undefined {
  const plain = text.normalize('NFKC').toUpperCase().replace(/[，;]/g, ' ').replace(/[′']/g, ' ').trim();
  const lettered = parseLettered(plain);
  if (lettered !== undefined) return checked(lettered);
  const bare = /^(-?\d+(?:\.\d+)?)[\s,]+(-?\d+(?:\.\d+)?)$/.exec(plain);
  if (bare === null) return undefined;
  const [first, second] = [Number(bare[1]), Number(bare[2])];
  // A value over 90 can only be a longitude; two small values are ambiguous and are refused.
  if (Math.abs(first) > 90) return checked([first, second]);
  return Math.abs(second) > 90 ? checked([second, first]) : undefined;
}

function parseLettered(plain: string): [number, number] | undefined {
  const found: { lonDeg?: number; latDeg?: number } = {};
  for (const match of plain.matchAll(/(\d+(?:\.\d+)?)(?:\s*°\s*(\d+(?:\.\d+)?)?)?\s*([NSEW])/g)) {
    const valueDeg = (Number(match[1]) + Number(match[2] ?? 0) / 60) * (match[3] === 'S' || match[3] === 'W' ? -1 : 1);
    if (match[3] === 'N' || match[3] === 'S') found.latDeg = valueDeg;
    else found.lonDeg = valueDeg;
  }
  return found.lonDeg === undefined || found.latDeg === undefined ? undefined : [found.lonDeg, found.latDeg];
}

function checked([lonDeg, latDeg]: readonly [number, number]): LonLat | undefined {
  const result = lonLat(lonDeg, latDeg);
  return result.ok ? [result.value[0], result.value[1]] : undefined;
}
