// Puts the vessels on the map through deck.gl, loaded when the first map stands. Renewed when vessels
// move and once a minute for those that fall silent.

import { useEffect, useMemo, useRef, useState } from 'react';
import type { MapLibreOverlay } from '@deck.gl/maplibre';
import { useLiveValues } from '../app/installation.tsx';
import { useNow } from '../app/now.ts';
import type { ReadyMap } from './MapCanvas.tsx';
import { ABOVE_VESSELS } from './style.ts';
import type { DrawnVessel } from './vessels.ts';

export interface HoveredVessel { readonly drawn: DrawnVessel; readonly xPx: number; readonly yPx: number }

export function useVesselLayer(ready: ReadyMap | undefined, visible: boolean): HoveredVessel | undefined {
  const { vessels } = useLiveValues();
  const minute = Math.floor(useNow() / 60_000);
  const [hovered, setHovered] = useState<HoveredVessel>();
  const [deck, setDeck] = useState<Deck>();
  const overlay = useRef<MapLibreOverlay>(undefined);
  useEffect(() => {
    void Promise.all([import('@deck.gl/maplibre'), import('./vessels.ts')]).then(([{ MapLibreOverlay }, own]) => setDeck({ MapLibreOverlay, ...own }));
  }, []);
  useEffect(() => {
    if (ready === undefined || deck === undefined) return undefined;
    const added = new deck.MapLibreOverlay({ interleaved: true, layers: [] });
    ready.map.addControl(added);
    overlay.current = added;
    return () => {
      overlay.current = undefined;
      ready.map.removeControl(added);
    };
  }, [ready, deck]);
  const drawn = useMemo(() => (deck === undefined || !visible ? [] : deck.drawnVessels(vessels.values(), minute * 60_000)), [deck, vessels, visible, minute]);
  useEffect(() => {
    if (ready === undefined || deck === undefined) return;
    const show = (info: { readonly object?: DrawnVessel; readonly x: number; readonly y: number }) => setHovered(info.object === undefined ? undefined : { drawn: info.object, xPx: info.x, yPx: info.y });
    overlay.current?.setProps({ layers: deck.vesselLayers(drawn, ready, ABOVE_VESSELS, show, show) });
  }, [ready, deck, drawn]);
  return hovered;
}

type Deck = typeof import('./vessels.ts') & Pick<typeof import('@deck.gl/maplibre'), 'MapLibreOverlay'>;
