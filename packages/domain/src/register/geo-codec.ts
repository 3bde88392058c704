// Records as GeoJSON features and back (RFC 7946): the geometry field is the geometry, all other
// values are properties in their wire form.

import type { RecordBody, Register } from './types.ts';
import type { TableRow } from './table-codec.ts';
import { valuesToWire } from './wire-values.ts';

export interface RecordFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: { readonly type: 'Point' | 'Polygon'; readonly coordinates: unknown } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

export function encodeFeature(register: Register, body: RecordBody): RecordFeature {
  const { [register.geometryField ?? '']: coordinates, ...properties } = valuesToWire(register, body.values);
  const type = geometryType(register);
  const geometry = coordinates === null || coordinates === undefined || type === undefined ? null : { type, coordinates };
  const state = register.states === undefined ? {} : { state: body.state };
  return { type: 'Feature', id: body.id, geometry, properties: { ...properties, ...state } };
}

/** A geometry of the wrong kind is kept as it is and refused by the field. */
export function decodeFeature(register: Register, feature: RecordFeature): TableRow {
  const { state, ...properties } = feature.properties;
  const values: Record<string, unknown> = { ...(register.states === undefined ? feature.properties : properties) };
  for (const field of register.fields) if (field.system === true) delete values[field.id];
  if (register.geometryField !== undefined) {
    const { geometry } = feature;
    values[register.geometryField] = geometry === null ? null : geometry.type === geometryType(register) ? geometry.coordinates : geometry;
  }
  const id = typeof feature.id === 'string' && feature.id !== '' ? feature.id : null;
  return { id, state: register.states !== undefined && typeof state === 'string' ? state : null, values };
}

function geometryType(register: Register): 'Point' | 'Polygon' | undefined {
  const type = register.fields.find((field) => field.id === register.geometryField)?.type;
  return type === 'lonlat' ? 'Point' : type === 'polygon' ? 'Polygon' : undefined;
}
