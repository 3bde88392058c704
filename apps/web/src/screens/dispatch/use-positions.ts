// Last known position of each unit by its MMSI: what the server holds, renewed by the live frames.

import { useMemo } from 'react';
import type { Order, Vessel } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import { useLiveValues } from '../../app/installation.tsx';

export type VesselOf = (order: Order) => Vessel | undefined;

export function usePositions(): VesselOf {
  const fetched = useQuery('listVessels', {}, { everyS: 60 }).data;
  const { vessels } = useLiveValues();
  const byMmsi = useMemo(() => new Map((fetched ?? []).map((vessel) => [vessel.mmsi, vessel])), [fetched]);
  return (order) => {
    if (order.unitMmsi === null) return undefined;
    const [kept, live] = [byMmsi.get(order.unitMmsi), vessels.get(order.unitMmsi)];
    if (kept === undefined || live === undefined) return live ?? kept;
    return kept.observedAt > live.observedAt ? kept : live;
  };
}
