// What tags mean for a road vehicle, after the OSM wiki (Key:highway, Key:oneway, Key:maxspeed,
// Key:access, Key:maxweight, Key:maxheight, Key:hazmat; read 2026-11). A value that cannot be read is
// counted and left out, never guessed.

import type { RoadClass } from '@anlan/movement';

export interface RoadTags {
  readonly classCode: RoadClass;
  readonly direction: 'both' | 'forward' | 'backward';
  readonly speedMps?: number;
  readonly massKgMax?: number;
  readonly heightMMax?: number;
  readonly hazmatForbidden: boolean;
  readonly isBridge: boolean;
  readonly isTunnel: boolean;
}

type Tags = Readonly<Record<string, string>>;

/** Undefined: no road for vehicles. `junk` is told of values that say nothing. */
export function roadTags(tags: Tags, junk: (what: string) => void): RoadTags | undefined {
  const classCode = CLASS[tags['highway'] ?? ''];
  if (classCode === undefined || isShut(tags)) return undefined;
  const speedMps = quantity(tags['maxspeed'], speedOf, () => junk('maxspeed'));
  const massKgMax = quantity(tags['maxweight'], massOf, () => junk('maxweight'));
  const heightMMax = quantity(tags['maxheight'], heightOf, () => junk('maxheight'));
  return {
    classCode, direction: directionOf(tags), hazmatForbidden: tags['hazmat'] === 'no',
    isBridge: tags['bridge'] !== undefined && tags['bridge'] !== 'no', isTunnel: tags['tunnel'] !== undefined && tags['tunnel'] !== 'no',
    ...(speedMps === undefined ? {} : { speedMps }), ...(massKgMax === undefined ? {} : { massKgMax }), ...(heightMMax === undefined ? {} : { heightMMax }),
  };
}

/** The most special tag that is there decides. */
function isShut(tags: Tags): boolean {
  const said = tags['motor_vehicle'] ?? tags['vehicle'] ?? tags['access'];
  return said === 'no' || said === 'private' || tags['area'] === 'yes';
}

function directionOf(tags: Tags): RoadTags['direction'] {
  const said = tags['oneway'];
  if (said === '-1' || said === 'reverse') return 'backward';
  if (said === 'yes' || said === '1' || said === 'true') return 'forward';
  if (said === 'no' || said === '0' || said === 'false') return 'both';
  return tags['junction'] === 'roundabout' || tags['highway'] === 'motorway' ? 'forward' : 'both';
}

function quantity(text: string | undefined, read: (text: string) => number | undefined, unread: () => void): number | undefined {
  if (text === undefined || text === 'none' || text === 'default') return undefined;
  const value = read(text.trim());
  if (value !== undefined && Number.isFinite(value) && value > 0) return value;
  unread();
  return undefined;
}

function speedOf(text: string): number | undefined {
  const found = /^(\d+(?:\.\d+)?)\s*(km\/h|kmh|mph|knots)?$/.exec(text);
  if (found === null) return undefined;
  const factor = found[2] === 'mph' ? 0.44704 : found[2] === 'knots' ? 1852 / 3600 : 1 / 3.6;
  const speedMps = Number(found[1]) * factor;
  return speedMps <= SPEED_MPS_MAX ? speedMps : undefined;
}

function massOf(text: string): number | undefined {
  const found = /^(\d+(?:[.,]\d+)?)\s*(t|kg|st|lbs)?$/.exec(text);
  if (found === null) return undefined;
  const factor = found[2] === 'kg' ? 1 : found[2] === 'lbs' ? 0.45359237 : found[2] === 'st' ? 907.18474 : 1000;
  return Number(found[1]!.replace(',', '.')) * factor;
}

function heightOf(text: string): number | undefined {
  const metres = /^(\d+(?:[.,]\d+)?)\s*m?$/.exec(text);
  if (metres !== null) return Number(metres[1]!.replace(',', '.'));
  const feet = /^(\d+)'(?:\s*(\d+)")?$/.exec(text);
  return feet === null ? undefined : Number(feet[1]) * 0.3048 + Number(feet[2] ?? 0) * 0.0254;
}

const CLASS: Readonly<Record<string, RoadClass>> = {
  motorway: 'motorway', motorway_link: 'secondary', trunk: 'trunk', trunk_link: 'secondary', primary: 'primary', primary_link: 'tertiary',
  secondary: 'secondary', secondary_link: 'tertiary', tertiary: 'tertiary', tertiary_link: 'local',
  unclassified: 'local', residential: 'local', living_street: 'service', service: 'service', road: 'local', track: 'track',
};
/** No signposted limit is higher; more is a slip of the pen. */
const SPEED_MPS_MAX = 45;
