// Bridges, fairways, anchorages and district labels, drawn by hand. Bridge ends are the nearest
// points of the two coasts near the gazetteer's place; fairways and anchorages show roughly where
// ships go, never legal limits. Replace them by the charted ones when a chart is loaded.

import type { LonLat } from '@anlan/kernel';
import { offsetM } from '@anlan/kernel';
import type { Feature } from './geojson.ts';

/** Corners of a drawn circle. */
const CIRCLE_POINT_COUNT = 32;

export const DISTRICTS: readonly Feature[] = [
  district('330902', '定海区', 'Dinghai District', [122.02, 30.07]),
  district('330903', '普陀区', 'Putuo District', [122.33, 29.89]),
  district('330921', '岱山县', 'Daishan County', [122.16, 30.36]),
  district('330922', '嵊泗县', 'Shengsi County', [122.46, 30.77]),
];

export const BRIDGES: readonly Feature[] = [
  bridge('jintang-bridge', '金塘大桥', 'Jintang Bridge', 'unsure', [[121.7205, 29.9985], [121.775, 30.001], [121.838, 30.012]]),
  bridge('xihoumen-bridge', '西堠门大桥', 'Xihoumen Bridge', 'likely', [[121.9105, 30.0545], [121.9149, 30.0581], [121.9249, 30.0689], [121.9285, 30.0725]]),
  bridge('taoyaomen-bridge', '桃夭门大桥', 'Taoyaomen Bridge', 'likely', [[121.952, 30.1032], [121.9553, 30.1018], [121.962, 30.0985], [121.966, 30.0965]]),
  bridge('xiangjiaomen-bridge', '响礁门大桥', 'Xiangjiaomen Bridge', 'likely', [[121.9735, 30.0932], [121.9749, 30.0914], [121.9782, 30.0864], [121.979, 30.0845]]),
  bridge('cengang-bridge', '岑港大桥', 'Cengang Bridge', 'likely', [[121.983, 30.0866], [121.9844, 30.0869], [121.988, 30.0872]]),
  bridge('zhoushan-daishan-bridge', '舟岱大桥', 'Zhoushan-Daishan Bridge', 'unsure', [[122.012, 30.158], [122.023, 30.171], [122.048, 30.203], [122.062, 30.242], [122.083, 30.284], [122.09, 30.287]]),
  bridge('yushan-bridge', '鱼山大桥', 'Yushan Bridge', 'unsure', [[122.0835, 30.288], [122.03, 30.303], [121.988, 30.308]]),
  bridge('xiushan-bridge', '秀山大桥', 'Xiushan Bridge', 'unsure', [[122.185, 30.198], [122.1855, 30.215], [122.187, 30.238]]),
  bridge('zhujiajian-bridge', '朱家尖海峡大桥', 'Zhujiajian Bridge', 'likely', [[122.3135, 29.9445], [122.3158, 29.9431], [122.3244, 29.9386], [122.328, 29.9365]]),
  bridge('changzhi-bridge', '长峙大桥', 'Changzhi Bridge', 'unsure', [[122.1555, 29.993], [122.1565, 29.9915], [122.1582, 29.989], [122.159, 29.987]]),
  bridge('xingao-bridge', '兴岙大桥', "Xing'ao Bridge", 'unsure', [[122.1524, 29.9722], [122.1524, 29.9707], [122.1524, 29.9673], [122.1524, 29.9655]]),
  bridge('lujiazhi-bridge', '鲁家峙大桥', 'Lujiazhi Bridge', 'unsure', [[122.2949, 29.945], [122.2949, 29.9415]]),
  bridge('donghai-bridge', '东海大桥', 'Donghai Bridge', 'unsure', [[121.931, 30.862], [121.962, 30.772], [121.995, 30.685], [122.043, 30.643]]),
];

export const FAIRWAYS: readonly Feature[] = [
  fairway('xiazhimen-channel', '虾峙门航道', 'Xiazhimen Channel', 'likely', [[122.47, 29.7], [122.37, 29.74], [122.305, 29.757], [122.262, 29.783], [122.23, 29.81], [122.205, 29.85]]),
  fairway('luotou-channel', '螺头水道', 'Luotou Channel', 'likely', [[122.205, 29.85], [122.19, 29.9], [122.12, 29.922], [122.06, 29.922], [122.033, 29.927], [122.014, 29.94], [122.012, 29.957], [121.985, 29.985]]),
  fairway('jintang-channel', '金塘水道', 'Jintang Channel', 'likely', [[121.985, 29.985], [121.95, 29.972], [121.88, 29.957], [121.79, 29.985]]),
  fairway('cezi-channel', '册子水道', 'Cezi Channel', 'likely', [[121.985, 29.985], [121.96, 30.02], [121.94, 30.05], [121.9198, 30.0634], [121.897, 30.0855], [121.87, 30.13], [121.86, 30.18]]),
  fairway('tiaozhoumen-channel', '条帚门航道', 'Tiaozhoumen Channel', 'unsure', [[122.41, 29.645], [122.31, 29.7], [122.25, 29.7235], [122.2125, 29.737], [122.178, 29.764], [122.143, 29.805], [122.205, 29.85]]),
  fairway('sheyimen-channel', '蛇移门航道', 'Sheyimen Channel', 'unsure', [[122.3, 30.56], [122.235, 30.535], [122.2, 30.5], [122.1, 30.46]]),
];

export const ANCHORAGES: readonly Feature[] = [
  anchorage('outer-xiazhimen-anchorage', '虾峙门口外锚地', 'Outer Xiazhimen Anchorage', [122.47, 29.7], 4000),
  anchorage('xiushan-east-anchorage', '秀山东锚地', 'Xiushan East Anchorage', [122.28, 30.17], 2500),
  anchorage('mazhi-anchorage', '马峙锚地', 'Mazhi Anchorage', [122.205, 29.923], 1800),
  anchorage('lvhuashan-anchorage', '绿华山锚地', 'Lvhuashan Anchorage', [122.6, 30.78], 3000),
];

function district(districtCode: string, nameZh: string, nameEn: string, at: LonLat): Feature {
  return { type: 'Feature', properties: { districtCode, nameZh, nameEn, rank: 1 }, geometry: { type: 'Point', coordinates: at } };
}

function bridge(id: string, nameZh: string, nameEn: string, confidence: string, line: readonly LonLat[]): Feature {
  return { type: 'Feature', properties: { id, nameZh, nameEn, confidence, approximate: true }, geometry: { type: 'LineString', coordinates: line } };
}

function fairway(id: string, nameZh: string, nameEn: string, confidence: string, line: readonly LonLat[]): Feature {
  return { type: 'Feature', properties: { id, nameZh, nameEn, confidence, approximate: true, legalLimits: false }, geometry: { type: 'LineString', coordinates: line } };
}

function anchorage(id: string, nameZh: string, nameEn: string, centre: LonLat, radiusM: number): Feature {
  const ring = Array.from({ length: CIRCLE_POINT_COUNT + 1 }, (_, i): LonLat => {
    const angleRad = (2 * Math.PI * (i % CIRCLE_POINT_COUNT)) / CIRCLE_POINT_COUNT;
    const [lonDeg, latDeg] = offsetM(centre, radiusM * Math.sin(angleRad), radiusM * Math.cos(angleRad));
    return [Math.round(lonDeg * 1e5) / 1e5, Math.round(latDeg * 1e5) / 1e5];
  });
  return {
    type: 'Feature',
    properties: { id, nameZh, nameEn, radiusM, confidence: 'unsure', approximate: true, legalLimits: false },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}
