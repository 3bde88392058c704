// Vessels by deck.gl: an arrow along the heading and a line to where the ship will be in six minutes;
// a diamond for a ship that told neither heading nor course, because north is not "unknown".
// Hollow is others, teal is ours, grey hollow is a ship that has fallen silent; a dot
// astern is a simulated position. Pure until the layers are made.

import type { Layer, PickingInfo } from '@deck.gl/core';
import { IconLayer, LineLayer } from '@deck.gl/layers';
import { offsetM } from '@anlan/kernel';
import type { LonLat, Vessel } from '@anlan/contracts';
import { VESSEL_STALE_AFTER_S } from '../format/age.ts';
import { arrowPath, diamondPath } from './images.ts';
import type { Palette } from './palette.ts';
import { channels } from './palette.ts';

export interface DrawnVessel {
  readonly vessel: Vessel;
  readonly position: LonLat;
  readonly aheadPosition: LonLat;
  /** undefined: neither heading nor course was told. */
  readonly headingDeg: number | undefined;
  readonly icon: string;
  readonly own: boolean;
  readonly stale: boolean;
}

/** The vector shows where a ship will be after so many seconds. */
export const VECTOR_S = 360;

export function drawnVessels(vessels: Iterable<Vessel>, nowMs: number): readonly DrawnVessel[] {
  const drawn: DrawnVessel[] = [];
  for (const vessel of vessels) {
    if (vessel.position === undefined || vessel.aidToNavigation === true) continue;
    const own = vessel.unitId !== undefined;
    const stale = nowMs - Date.parse(vessel.observedAt) > VESSEL_STALE_AFTER_S * 1000;
    const courseDeg = vessel.courseDegTrue ?? vessel.headingDegTrue;
    const headingDeg = vessel.headingDegTrue ?? vessel.courseDegTrue;
    const aheadM = stale || courseDeg === undefined ? 0 : (vessel.speedMps ?? 0) * VECTOR_S;
    const courseRad = ((courseDeg ?? 0) * Math.PI) / 180;
    const ahead = offsetM(vessel.position, aheadM * Math.sin(courseRad), aheadM * Math.cos(courseRad));
    drawn.push({
      vessel, position: vessel.position, aheadPosition: [ahead[0], ahead[1]], headingDeg, own, stale,
      icon: `${stale ? 'stale' : own ? 'own' : 'other'}${headingDeg === undefined ? '-diamond' : ''}${vessel.simulated ? '-simulated' : ''}`,
    });
  }
  return drawn;
}

export function vesselLayers(vessels: readonly DrawnVessel[], look: { readonly palette: Palette; readonly scaleRatio: number }, beforeId: string, onHover: (info: PickingInfo<DrawnVessel>) => void, onClick: (info: PickingInfo<DrawnVessel>) => void): Layer[] {
  const placed = { beforeId } as object;
  const { palette, scaleRatio } = look;
  return [
    new LineLayer<DrawnVessel>({
      id: 'vessel-vectors', ...placed, data: vessels.filter((drawn) => !drawn.stale), getSourcePosition: (d) => [...d.position], getTargetPosition: (d) => [...d.aheadPosition],
      getColor: (d) => (d.own ? channels(palette.accent) : channels(palette.label, 0.7)), getWidth: (d) => (d.own ? 1.5 : 1) * scaleRatio, widthUnits: 'pixels', parameters: { depthWriteEnabled: false },
    }),
    new IconLayer<DrawnVessel>({
      id: 'vessel-arrows', ...placed, data: [...vessels], iconAtlas: vesselAtlas(palette) as unknown as string, iconMapping: ICONS, getIcon: (d) => d.icon, getPosition: (d) => [...d.position],
      // deck.gl takes anything that a texture can be made of; its type names only two of them.
      getAngle: (d) => -(d.headingDeg ?? 0), getSize: CELL_PX * scaleRatio, sizeUnits: 'pixels', billboard: false, pickable: true, onHover, onClick, parameters: { depthWriteEnabled: false },
    }),
  ];
}

/** One canvas with every variant, handed over as it is: an address would load later, and ships would be missing until then. */
function vesselAtlas(palette: Palette): HTMLCanvasElement {
  const known = atlases.get(palette);
  if (known !== undefined) return known;
  const canvas = document.createElement('canvas');
  canvas.width = CELL_PX * SCALE * VARIANTS.length;
  canvas.height = CELL_PX * SCALE;
  const c = canvas.getContext('2d');
  if (c === null) return canvas;
  c.scale(SCALE, SCALE);
  VARIANTS.forEach((variant, index) => {
    const [kind, ...marks] = variant.split('-');
    c.save();
    c.translate(CELL_PX * (index + 0.5), CELL_PX / 2);
    if (marks.includes('diamond')) diamondPath(c);
    else arrowPath(c);
    c.lineJoin = 'round';
    c.lineWidth = 1.2;
    c.fillStyle = kind === 'own' ? palette.accent : palette.halo;
    c.strokeStyle = kind === 'own' ? palette.halo : kind === 'stale' ? palette.quiet : palette.label;
    c.fill();
    c.stroke();
    if (marks.includes('simulated')) {
      c.beginPath();
      c.arc(0, 7.8, 1.1, 0, Math.PI * 2);
      c.fillStyle = kind === 'own' ? palette.accent : palette.label;
      c.fill();
    }
    c.restore();
  });
  atlases.set(palette, canvas);
  return canvas;
}

const CELL_PX = 18;
const SCALE = 2;
const VARIANTS = ['other', 'own', 'stale'].flatMap((kind) => ['', '-diamond'].flatMap((shape) => ['', '-simulated'].map((mark) => `${kind}${shape}${mark}`)));
const ICONS = Object.fromEntries(VARIANTS.map((variant, index) => [variant, { x: index * CELL_PX * SCALE, y: 0, width: CELL_PX * SCALE, height: CELL_PX * SCALE, mask: false }]));
const atlases = new WeakMap<Palette, HTMLCanvasElement>();
