// The named place nearest to a position, from the base map: crews find islands, not degrees.

import { useEffect, useState } from 'react';
import type { LonLat } from '@anlan/contracts';
import { distanceM } from '@anlan/kernel';
import { distance } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { loadPlaces } from '../../map/basemap.ts';
import type { Place } from '../../map/basemap.ts';

/** `近蚂蚁岛 1.2 nm`; undefined while unknown, or when nothing is near. */
export function useNearPlace(position: LonLat): string | undefined {
  const { t, title } = useI18n();
  const [places, setPlaces] = useState<readonly Place[]>([]);
  useEffect(() => {
    let gone = false;
    // Without the base map the degrees still stand there.
    loadPlaces().then((loaded) => !gone && setPlaces(loaded)).catch(() => undefined);
    return () => { gone = true; };
  }, []);
  const near = nearest(position, places);
  return near === undefined ? undefined : t('web.dispatch.near', { place: title(near.place.titles), distance: distance(near.awayM) });
}

function nearest(position: LonLat, places: readonly Place[]): { readonly place: Place; readonly awayM: number } | undefined {
  let best: { place: Place; awayM: number } | undefined;
  for (const place of places) {
    const awayM = distanceM(position, place.position);
    if (awayM <= NEAR_M && (best === undefined || awayM < best.awayM)) best = { place, awayM };
  }
  return best;
}

/** Further away a name says little, m. */
const NEAR_M = 9000;
