// From discharge to speed without a chart of depths. A silty sea bed scours until it carries its
// flow: regime depth grows with the 2/3 power of discharge per width (G. Lacey, Min. Proc. ICE 229
// (1930) 259-292, R = 1.35·(q²/f)^(1/3)), so speed grows with the 1/3 power. That is why the straits
// are troughs and speeds differ less than widths do. An ASSUMPTION in place of bathymetry, with
// bounds on the depth; it keeps the volume flux free of divergence and the direction unchanged.

export interface RegimeDepth {
  /** Depth where the discharge is that of the free flow, m. */
  readonly referenceM: number;
  /** Shallowest and deepest depth that the rule may give, m. */
  readonly shallowestM: number;
  readonly deepestM: number;
}

/** Depth for a discharge in units of the free flow, m. */
export function regimeDepthM(dischargeRatio: number, depth: RegimeDepth): number {
  const scouredM = depth.referenceM * Math.cbrt(dischargeRatio * dischargeRatio);
  return Math.min(depth.deepestM, Math.max(depth.shallowestM, scouredM));
}

/** Speed in units of the free flow's speed. */
export function regimeSpeedRatio(dischargeRatio: number, depth: RegimeDepth): number {
  return (dischargeRatio * depth.referenceM) / regimeDepthM(dischargeRatio, depth);
}
