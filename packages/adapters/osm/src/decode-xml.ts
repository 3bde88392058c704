// OpenStreetMap XML (API 0.6). A file with a document type is refused before it is parsed: entities
// of its own are the way to blow a parser up, and no extract needs them.

import type { LonLat, Result } from '@anlan/kernel';
import { lonLat, ok, refuse } from '@anlan/kernel';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { OsmElements, OsmWay } from './elements.ts';
import { createJunk, isKept, LIMITS } from './elements.ts';

export function decodeXml(bytes: Uint8Array): Result<OsmElements> {
  if (bytes.length > LIMITS.xmlByteCountMax) return refuse('OSM_TOO_LARGE', { what: 'bytes', count: bytes.length, countMax: LIMITS.xmlByteCountMax });
  const text = new TextDecoder('utf-8').decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refuse('OSM_UNREADABLE', { format: 'OSM XML', detail: 'DOCTYPE' });
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  const junk = createJunk();
  const placeById = new Map<string, LonLat>();
  for (const node of root.node ?? []) {
    const place = lonLat(coordinate(node.lon), coordinate(node.lat));
    if (node.id === undefined || !place.ok) junk.add('node');
    else placeById.set(node.id, place.value);
  }
  if (placeById.size > LIMITS.nodeCountMax) return refuse('OSM_TOO_LARGE', { what: 'nodes', count: placeById.size, countMax: LIMITS.nodeCountMax });
  const ways = (root.way ?? []).flatMap((way): OsmWay[] => {
    const tags = Object.fromEntries((way.tag ?? []).map(({ k, v }) => [k ?? '', v ?? '']));
    if (!isKept(tags)) return [];
    const nodeIds = (way.nd ?? []).flatMap(({ ref }) => (ref === undefined ? [] : [ref]));
    if (way.id !== undefined && nodeIds.length >= 2) return [{ id: way.id, nodeIds, tags }];
    junk.add('way');
    return [];
  });
  return ok({ ways, placeById, junk: junk.counts });
}

type Attributes = Readonly<Record<string, string | undefined>>;

interface Root {
  readonly node?: readonly Attributes[];
  readonly way?: readonly { readonly id?: string; readonly nd?: readonly Attributes[]; readonly tag?: readonly Attributes[] }[];
}

function parse(text: string): Result<Root> {
  const valid = XMLValidator.validate(text);
  if (valid !== true) return refuse('OSM_UNREADABLE', { format: 'OSM XML', detail: `${valid.err.msg.slice(0, 80)} (${valid.err.line})` });
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseAttributeValue: false, parseTagValue: false, processEntities: true, isArray: (name) => ['node', 'way', 'nd', 'tag'].includes(name) });
  const { osm } = parser.parse(text) as { readonly osm?: unknown };
  if (osm === undefined) return refuse('OSM_UNREADABLE', { format: 'OSM XML', detail: '<osm>' });
  return ok(typeof osm === 'object' && osm !== null ? (osm as Root) : {});
}

/** Empty text is no number here. */
function coordinate(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text);
}
