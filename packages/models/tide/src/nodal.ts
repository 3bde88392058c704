// Node factors f and angles u: how the 18.6-year turn of the moon's orbit changes a constituent.
// Schureman (1958), eq. 73-80, 149-150, 197-235; f is amplitude ratio, u is added to the argument.

import type { AstronomicalAngles, LunarOrbit } from './astronomy.ts';
import type { ConstituentDefinition, ConstituentName, NodalRule } from './constituents.ts';
import { lunarOrbit } from './astronomy.ts';
import { CONSTITUENTS } from './constituents.ts';

export interface NodalCorrection {
  readonly factorRatio: number;
  readonly angleRad: number;
}

export function nodalCorrection(name: ConstituentName, angles: AstronomicalAngles): NodalCorrection {
  const definition: ConstituentDefinition = CONSTITUENTS[name];
  const orbit = lunarOrbit(angles);
  let factorRatio = 1;
  let angleRad = 0;
  for (const [rule, count] of definition.nodal) {
    const own = fundamental(rule, orbit);
    factorRatio *= own.factorRatio ** Math.abs(count);
    angleRad += own.angleRad * count;
  }
  return { factorRatio, angleRad };
}

function fundamental(rule: NodalRule, orbit: LunarOrbit): NodalCorrection {
  const { obliquityRad: i, xiRad: xi, nuRad: nu } = orbit;
  const sinI = Math.sin(i);
  const sin2I = Math.sin(2 * i);
  const cosHalf2 = Math.cos(i / 2) ** 2;
  switch (rule) {
    case 'none': return { factorRatio: 1, angleRad: 0 };
    // eq. 78
    case 'M2': return { factorRatio: cosHalf2 ** 2 / 0.91544, angleRad: 2 * xi - 2 * nu };
    // eq. 75
    case 'O1': return { factorRatio: (sinI * cosHalf2) / 0.37988, angleRad: 2 * xi - nu };
    // eq. 227 and 224
    case 'K1': return {
      factorRatio: Math.sqrt(0.8965 * sin2I ** 2 + 0.6001 * sin2I * Math.cos(nu) + 0.1006),
      angleRad: -Math.atan2(sin2I * Math.sin(nu), sin2I * Math.cos(nu) + 0.3347),
    };
    // eq. 235 and 232
    case 'K2': return {
      factorRatio: Math.sqrt(19.0444 * sinI ** 4 + 2.7702 * sinI ** 2 * Math.cos(2 * nu) + 0.0981),
      angleRad: -Math.atan2(sinI ** 2 * Math.sin(2 * nu), sinI ** 2 * Math.cos(2 * nu) + 0.0727),
    };
    // eq. 76
    case 'J1': return { factorRatio: sin2I / 0.72137, angleRad: -nu };
    // eq. 77
    case 'OO1': return { factorRatio: (sinI * (1 - cosHalf2)) / 0.0164, angleRad: -2 * xi - nu };
    // eq. 73
    case 'MM': return { factorRatio: (2 / 3 - sinI ** 2) / 0.5021, angleRad: 0 };
    // eq. 74
    case 'MF': return { factorRatio: sinI ** 2 / 0.1578, angleRad: -2 * xi };
    case 'L2': return smallerElliptic(orbit);
  }
}

/** L2: eq. 214 and 215, where the perigee modulates beside the node. */
function smallerElliptic(orbit: LunarOrbit): NodalCorrection {
  const { obliquityRad, xiRad, nuRad, perigeeFromIntersectionRad } = orbit;
  const m2 = fundamental('M2', orbit);
  const tan2 = Math.tan(obliquityRad / 2) ** 2;
  const twoP = 2 * perigeeFromIntersectionRad;
  const inverseRa = Math.sqrt(1 - 12 * tan2 * Math.cos(twoP) + 36 * tan2 ** 2);
  const r = Math.atan2(Math.sin(twoP), 1 / (6 * tan2) - Math.cos(twoP));
  return { factorRatio: m2.factorRatio * inverseRa, angleRad: 2 * xiRad - 2 * nuRad - r };
}
