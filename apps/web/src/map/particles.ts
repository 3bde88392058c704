// Particles as one gl.POINTS draw: a scatter layer of ten thousand objects costs seconds a frame on a
// machine without a GPU, this costs none. Model colour; shape tells the state: afloat is a disc,
// stranded a square. Particles not released or outside the window are not drawn.

import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { channels } from './palette.ts';
import type { ParticleFrame } from './particle-vertices.ts';
import { particleVertices } from './particle-vertices.ts';

export class ParticleLayer implements CustomLayerInterface {
  readonly id = 'particles';
  readonly type = 'custom' as const;
  private readonly colour: readonly [number, number, number, number];
  private map: MapLibreMap | undefined;
  private gl: WebGL2RenderingContext | undefined;
  private program: WebGLProgram | undefined;
  private buffer: WebGLBuffer | undefined;
  private vertexArray: WebGLVertexArrayObject | undefined;
  private vertices: Float32Array<ArrayBuffer> = new Float32Array();

  constructor(colour: string) {
    const [red, green, blue] = channels(colour);
    this.colour = [red / 255, green / 255, blue / 255, OPACITY];
  }

  /** undefined draws nothing. */
  setFrame(frame: ParticleFrame | undefined): void {
    this.vertices = frame === undefined ? new Float32Array() : particleVertices(frame);
    this.upload();
    this.map?.triggerRepaint();
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.map = map;
    this.gl = gl;
    this.program = buildProgram(gl);
    this.buffer = gl.createBuffer() ?? undefined;
    this.vertexArray = gl.createVertexArray() ?? undefined;
    gl.bindVertexArray(this.vertexArray ?? null);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer ?? null);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 3, gl.FLOAT, false, 0, 0);
    gl.bindVertexArray(null);
    this.upload();
  }

  onRemove(_map: MapLibreMap, gl: WebGL2RenderingContext): void {
    if (this.program !== undefined) gl.deleteProgram(this.program);
    if (this.buffer !== undefined) gl.deleteBuffer(this.buffer);
    if (this.vertexArray !== undefined) gl.deleteVertexArray(this.vertexArray);
    this.gl = undefined;
  }

  render(gl: WebGL2RenderingContext | WebGLRenderingContext, input: CustomRenderMethodInput): void {
    const { program, gl: gl2 } = this;
    if (program === undefined || gl2 === undefined || this.vertices.length === 0) return;
    gl.useProgram(program);
    gl2.bindVertexArray(this.vertexArray ?? null);
    gl.uniformMatrix4fv(gl.getUniformLocation(program, 'u_matrix'), false, new Float32Array(input.defaultProjectionData.mainMatrix as Iterable<number>));
    gl.uniform4fv(gl.getUniformLocation(program, 'u_colour'), [...this.colour]);
    gl.uniform1f(gl.getUniformLocation(program, 'u_size'), sizePx(this.map?.getZoom() ?? 10) * devicePixelRatio);
    gl.drawArrays(gl.POINTS, 0, this.vertices.length / 3);
    gl2.bindVertexArray(null);
  }

  private upload(): void {
    const { gl } = this;
    if (gl === undefined || this.buffer === undefined) return;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    gl.bufferData(gl.ARRAY_BUFFER, this.vertices, gl.DYNAMIC_DRAW);
  }
}

function sizePx(zoom: number): number {
  return Math.max(1.5, Math.min(5, 1.5 + (zoom - 8) * 0.6));
}

function buildProgram(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]] as const) {
    const shader = gl.createShader(type);
    if (shader === null) continue;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    if (gl.getShaderParameter(shader, gl.COMPILE_STATUS) !== true) throw new Error(`particle shader: ${gl.getShaderInfoLog(shader) ?? ''}`);
    gl.attachShader(program, shader);
  }
  gl.bindAttribLocation(program, 0, 'a_vertex');
  gl.linkProgram(program);
  return program;
}

const OPACITY = 0.75;
const VERTEX = `#version 300 es
in vec3 a_vertex;
uniform mat4 u_matrix;
uniform float u_size;
out float v_state;
void main() {
  v_state = a_vertex.z;
  gl_Position = u_matrix * vec4(a_vertex.xy, 0.0, 1.0);
  gl_PointSize = v_state > 1.5 ? u_size * 1.4 : u_size;
}`;
const FRAGMENT = `#version 300 es
precision mediump float;
in float v_state;
uniform vec4 u_colour;
out vec4 colour;
void main() {
  vec2 p = gl_PointCoord - 0.5;
  if (v_state < 1.5 && dot(p, p) > 0.25) discard;
  float alpha = v_state > 1.5 ? 1.0 : u_colour.a;
  colour = vec4(u_colour.rgb * alpha, alpha);
}`;
