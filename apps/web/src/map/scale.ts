// A scale bar in nautical miles. Web Mercator: metres a pixel = 2πR·cos φ / (512·2^zoom).

import { METRES_PER_NAUTICAL_MILE, WGS84_A_M } from '@anlan/kernel';

export interface ScaleBar { readonly lengthM: number; readonly widthPx: number }

/** The longest round length that fits the bar. */
export function scaleBar(zoom: number, latDeg: number): ScaleBar {
  const metresPerPx = metresPerPixel(zoom, latDeg);
  const lengthNmi = [...ROUND_NMI].reverse().find((candidate) => (candidate * METRES_PER_NAUTICAL_MILE) / metresPerPx <= WIDTH_MAX_PX) ?? ROUND_NMI[0];
  const lengthM = lengthNmi * METRES_PER_NAUTICAL_MILE;
  return { lengthM, widthPx: Math.round(lengthM / metresPerPx) };
}

export function metresPerPixel(zoom: number, latDeg: number): number {
  return (2 * Math.PI * WGS84_A_M * Math.cos((latDeg * Math.PI) / 180)) / (TILE_PX * 2 ** zoom);
}

const TILE_PX = 512;
const WIDTH_MAX_PX = 96;
const ROUND_NMI = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50] as const;
