// A vessel leg in time: a free position to load at, the leg itself, a free position to discharge at.
// `lifted` passes over what stands in the way; it serves the reasons, never an answer.

/* eslint-disable @typescript-eslint/naming-convention -- node, arc, vertex, from, to are numbers of a graph, not quantities */
import { earliestClear } from '../time/bad-times.ts';
import type { Compiled } from './compile.ts';

/** When a vessel leaves its berth for one whose load is there at `readyS`; berth −1: it is afloat and loaded. */
export function vesselLeavesS(compiled: Compiled, berthIndex: number, readyS: number, lifted: boolean): number {
  const { carrier } = compiled.request.profile;
  if (berthIndex < 0 || carrier === undefined) return readyS;
  return (lifted ? readyS : earliestClear(compiled.berthBad[berthIndex]!, readyS, carrier.loadS)) + carrier.loadS;
}

/** When it is at the other end; limits of the class must hold for the whole leg. */
export function vesselArrivesS({ sea, seaBad }: Compiled, ends: { readonly from: number; readonly to: number }, leaveS: number, lifted: boolean): number {
  if (sea === undefined) return Infinity;
  const { from, to } = ends;
  if (lifted) return leaveS + sea.calmS(from, to);
  if (seaBad.length === 0) return sea.arriveS(from, to, leaveS);
  const lastsS = sea.arriveS(from, to, leaveS) - leaveS;
  const startS = Number.isFinite(lastsS) ? earliestClear(seaBad, leaveS, lastsS) : Infinity;
  return startS + lastsS;
}

/** When the load stands on the quay. */
export function vesselLandedS(compiled: Compiled, berthIndex: number, arriveS: number, lifted: boolean): number {
  const { carrier } = compiled.request.profile;
  if (carrier === undefined || arriveS === Infinity) return Infinity;
  return (lifted ? arriveS : earliestClear(compiled.berthBad[berthIndex]!, arriveS, carrier.dischargeS)) + carrier.dischargeS;
}
