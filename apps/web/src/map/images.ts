// Symbols drawn on small canvases from the palette: incident discs with halo and numeral, the dashed
// ring of what is not graded, bases, sites, sensors, own units. Twice the size for sharp screens.

import type { Map as MapLibreMap } from 'maplibre-gl';
import { roman } from '../format/level.ts';
import type { Palette } from './palette.ts';

export function addImages(map: MapLibreMap, palette: Palette): void {
  const add = (name: string, sizePx: number, draw: (c: CanvasRenderingContext2D) => void) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = sizePx * SCALE;
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.scale(SCALE, SCALE);
    context.translate(sizePx / 2, sizePx / 2);
    draw(context);
    map.addImage(name, context.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio: SCALE });
  };
  for (const level of [0, 1, 2, 3, 4]) {
    add(`incident-${level}-big`, 36, (c) => incidentDisc(c, palette, level, 13));
    add(`incident-${level}`, 28, (c) => incidentDisc(c, palette, level, 9));
  }
  add('site', 14, (c) => diamond(c, palette.halo, palette.label));
  add('site-reached', 14, (c) => diamond(c, palette.model, palette.halo));
  add('sensor', 12, (c) => disc(c, 3, palette.label, palette.halo));
  add('sensor-stale', 12, (c) => disc(c, 3, palette.halo, palette.quiet));
  add('dot', 10, (c) => disc(c, 3, palette.text, palette.halo));
  add('pin', 28, (c) => pin(c, palette));
  add('base', 16, (c) => {
    c.fillStyle = palette.panel;
    c.strokeStyle = palette.accent;
    c.lineWidth = 1.6;
    c.fillRect(-5, -5, 10, 10);
    c.strokeRect(-5, -5, 10, 10);
  });
  add('unit', 20, (c) => arrow(c, palette.accent, palette.halo));
  add('unit-stale', 20, (c) => arrow(c, palette.halo, palette.quiet));
  add('unit-diamond', 16, (c) => diamond(c, palette.accent, palette.halo));
  add('unit-diamond-stale', 16, (c) => diamond(c, palette.halo, palette.quiet));
  add('unit-still', 16, (c) => disc(c, 4, palette.accent, palette.halo));
}

/** The vessel arrow of the guide: 9 × 13 px, notched. */
export function arrowPath(c: CanvasRenderingContext2D): void {
  c.beginPath();
  c.moveTo(0, -7);
  c.lineTo(4.5, 6);
  c.lineTo(0, 3.6);
  c.lineTo(-4.5, 6);
  c.closePath();
}

function arrow(c: CanvasRenderingContext2D, fill: string, edge: string): void {
  arrowPath(c);
  c.fillStyle = fill;
  c.strokeStyle = edge;
  c.lineWidth = 1.2;
  c.lineJoin = 'round';
  c.fill();
  c.stroke();
}

function incidentDisc(c: CanvasRenderingContext2D, palette: Palette, level: number, radiusPx: number): void {
  c.globalAlpha = 0.9;
  disc(c, radiusPx + 4, palette.halo, palette.halo);
  c.globalAlpha = 1;
  const [fill, on, edge] = palette.levels[level] ?? ['', '', ''];
  c.beginPath();
  c.arc(0, 0, radiusPx, 0, Math.PI * 2);
  c.fillStyle = level === 0 ? palette.panel : fill;
  c.fill();
  c.strokeStyle = level === 0 ? palette.text : edge;
  c.lineWidth = level === 0 ? 1.5 : 1;
  c.setLineDash(level === 0 ? [3, 2] : []);
  c.stroke();
  c.setLineDash([]);
  c.fillStyle = level === 0 ? palette.text : on;
  c.font = `700 ${radiusPx > 10 ? 14 : 11}px ${getComputedStyle(document.body).fontFamily}`;
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.fillText(roman(level === 0 ? null : level), 0, 0.5);
}

function disc(c: CanvasRenderingContext2D, radiusPx: number, fill: string, edge: string): void {
  c.beginPath();
  c.arc(0, 0, radiusPx, 0, Math.PI * 2);
  c.fillStyle = fill;
  c.fill();
  c.strokeStyle = edge;
  c.lineWidth = 1.4;
  c.stroke();
}

/** Points nowhere: a site, or a ship whose heading nobody told. */
export function diamondPath(c: CanvasRenderingContext2D): void {
  c.beginPath();
  c.moveTo(0, -5);
  c.lineTo(5, 0);
  c.lineTo(0, 5);
  c.lineTo(-5, 0);
  c.closePath();
}

function diamond(c: CanvasRenderingContext2D, fill: string, edge: string): void {
  diamondPath(c);
  c.fillStyle = fill;
  c.fill();
  c.strokeStyle = edge;
  c.lineWidth = 1.4;
  c.stroke();
}

/** Cross hairs of a picked place: open in the middle, so that the place itself stays visible. */
function pin(c: CanvasRenderingContext2D, palette: Palette): void {
  for (const [colour, widthPx] of [[palette.halo, 4], [palette.accent, 2]] as const) {
    c.strokeStyle = colour;
    c.lineWidth = widthPx;
    c.beginPath();
    c.arc(0, 0, 7, 0, Math.PI * 2);
    for (const [x, y] of [[0, -1], [0, 1], [-1, 0], [1, 0]] as const) {
      c.moveTo(x * 5, y * 5);
      c.lineTo(x * 12, y * 12);
    }
    c.stroke();
  }
}

const SCALE = 2;
