// What is in the way of a customer that no plan serves: capacity, a window that closes before the
// earliest arrival, a depot that closes before the return; else the fleet is too small.

import type { Reason } from '../../api/demand.ts';
import type { PlainInstance } from './instance.ts';

/** Times are told in the unit of the file: those of the case divided by scaleValue. Why a customer cannot be served at all, or, when it could be alone, that the fleet does not reach. */
export function obstaclesOf(instance: PlainInstance, nodeIndex: number, scaleValue: number): readonly Reason[] {
  const { nodeCount, demand, capacityValue, opens, closes, service, time, vehicleCount } = instance;
  const reasons: Reason[] = [];
  if (demand[nodeIndex]! > capacityValue) reasons.push({ code: 'TRIP_TOO_LARGE', params: { what: 'load', given: demand[nodeIndex]!, most: capacityValue } });
  const arrives = opens[0]! + time[nodeIndex]!;
  if (arrives > closes[nodeIndex]!) reasons.push({ code: 'TRIP_WINDOW_BEFORE_ARRIVAL', params: { arrives: arrives / scaleValue, closes: closes[nodeIndex]! / scaleValue } });
  const back = Math.max(arrives, opens[nodeIndex]!) + service[nodeIndex]! + time[nodeIndex * nodeCount]!;
  if (back > closes[0]!) reasons.push({ code: 'TRIP_RETURN_TOO_LATE', params: { back: back / scaleValue, closes: closes[0]! / scaleValue } });
  return reasons.length > 0 ? reasons : [{ code: 'TRIP_FLEET_TOO_SMALL', params: { vehicles: vehicleCount } }];
}
