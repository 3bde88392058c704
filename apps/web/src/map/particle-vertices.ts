// Particles as numbers for the GPU: Web Mercator 0…1 and the state. Own formula instead of objects:
// ten thousand positions a frame. Spherical Mercator, Snyder (1987) eq. 7-1 and 7-2, scaled to 0…1.

export interface ParticleFrame {
  /** Flat [lonDeg, latDeg, …]. */
  readonly positionsDeg: readonly number[];
  /** 0 not released · 1 afloat · 2 stranded · 3 outside */
  readonly states: readonly number[];
}

/** x, y and the state of every particle that is on the map: afloat or stranded. */
export function particleVertices(frame: ParticleFrame): Float32Array<ArrayBuffer> {
  const vertices = new Float32Array(frame.states.length * 3);
  let count = 0;
  for (let index = 0; index < frame.states.length; index++) {
    const state = frame.states[index]!;
    if (state !== AFLOAT && state !== STRANDED) continue;
    vertices[count * 3] = mercatorX(frame.positionsDeg[2 * index]!);
    vertices[count * 3 + 1] = mercatorY(frame.positionsDeg[2 * index + 1]!);
    vertices[count * 3 + 2] = state;
    count++;
  }
  return vertices.slice(0, count * 3);
}

export function mercatorX(lonDeg: number): number {
  return (180 + lonDeg) / 360;
}

export function mercatorY(latDeg: number): number {
  return (180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (latDeg * Math.PI) / 360))) / 360;
}

const AFLOAT = 1;
const STRANDED = 2;
