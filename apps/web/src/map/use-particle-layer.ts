// Adds the particle layer to a map and shows one frame of it.

import { useEffect, useRef } from 'react';
import type { ReadyMap } from './MapCanvas.tsx';
import { ParticleLayer } from './particles.ts';
import type { ParticleFrame } from './particle-vertices.ts';
import { ABOVE_PARTICLES } from './style.ts';

export function useParticleLayer(ready: ReadyMap | undefined, frame: ParticleFrame | undefined, visible: boolean): void {
  const layer = useRef<ParticleLayer>(undefined);
  useEffect(() => {
    if (ready === undefined) return undefined;
    const added = new ParticleLayer(ready.palette.model);
    layer.current = added;
    ready.map.addLayer(added, ABOVE_PARTICLES);
    return () => {
      layer.current = undefined;
      // The map may be gone already, and its layers with it.
      if (ready.map.style !== undefined && ready.map.getLayer(added.id) !== undefined) ready.map.removeLayer(added.id);
    };
  }, [ready]);
  useEffect(() => {
    layer.current?.setFrame(visible ? frame : undefined);
  }, [ready, frame, visible]);
}
