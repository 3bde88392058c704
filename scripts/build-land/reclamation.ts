// Land won from the sea that neither public coast shows, drawn by hand from public facts (place and
// area), not from imagery or a survey: every polygon is `approximate` with its tolerance, and a
// customer's own coast replaces it. Zhoushan facts: developed area of the Yushan base 26 km² (2020).

import type { Feature } from './geojson.ts';

export const RECLAMATION: readonly Feature[] = [
  fill({
    id: 'yushan-petrochemical-base',
    nameZh: '鱼山绿色石化基地填海（示意）',
    nameEn: 'Yushan petrochemical base, fill (approximate)',
    toleranceM: 1500,
    basis: 'developed area 26 km² in 2020, centre 30.305 N 121.965 E ± 2 km',
    ring: [
      [121.9365, 30.3105], [121.9465, 30.3365], [121.9755, 30.3445], [121.9895, 30.3205], [121.9905, 30.2955],
      [121.9815, 30.2785], [121.9605, 30.2765], [121.9405, 30.2885], [121.9365, 30.3105],
    ],
  }),
  fill({
    id: 'diaoliang',
    nameZh: '钓梁围垦区（示意）',
    nameEn: 'Diaoliang fill (approximate)',
    toleranceM: 1000,
    basis: 'north-east coast of Zhoushan Island, closed between headlands; extent unsure',
    ring: [
      [122.1995, 30.1055], [122.2095, 30.1125], [122.2295, 30.1085], [122.2425, 30.0955], [122.2465, 30.0805],
      [122.2315, 30.0765], [122.2115, 30.0885], [122.1995, 30.1055],
    ],
  }),
  fill({
    id: 'donggang',
    nameZh: '普陀东港新区填海（示意）',
    nameEn: 'Donggang new town, fill (approximate)',
    toleranceM: 500,
    basis: 'Putuo Donggang new town stands on the filled east coast of Zhoushan Island; extent unsure',
    ring: [
      [122.3275, 29.9955], [122.3335, 29.9935], [122.3305, 29.9735], [122.3225, 29.9585], [122.3145, 29.9585],
      [122.3135, 29.9785], [122.3275, 29.9955],
    ],
  }),
];

interface Fill {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly toleranceM: number;
  readonly basis: string;
  readonly ring: readonly (readonly [number, number])[];
}

function fill({ ring, ...properties }: Fill): Feature {
  return {
    type: 'Feature',
    properties: { ...properties, source: 'hand-drawn', approximate: true, confidence: 'unsure' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}
