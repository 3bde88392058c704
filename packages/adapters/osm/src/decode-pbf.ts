// OpenStreetMap PBF: blobs of protocol buffers, zlib inside (OSM wiki, "PBF Format", read 2026-11).
// Two passes, so that only nodes of kept ways are held: first the ways, then their nodes. A length
// is believed only within the limits of the format (header 64 KiB, block 32 MiB).

import { inflateSync } from 'node:zlib';
import type { LonLat, Result } from '@anlan/kernel';
import { lonLat, ok, refuse } from '@anlan/kernel';
import { PbfReader } from 'pbf';
import type { OsmElements, OsmWay } from './elements.ts';
import { createJunk, isKept, LIMITS } from './elements.ts';
import type { Block } from './pbf-block.ts';
import { nodesOf, readBlock, waysOf } from './pbf-block.ts';

export function decodePbf(bytes: Uint8Array): Result<OsmElements> {
  if (bytes.length > LIMITS.byteCountMax) return refuse('OSM_TOO_LARGE', { what: 'bytes', count: bytes.length, countMax: LIMITS.byteCountMax });
  const junk = createJunk();
  const ways: OsmWay[] = [];
  const placeById = new Map<string, LonLat>();
  try {
    const wanted = new Set<string>();
    const features = eachBlock(bytes, (block) => {
      for (const way of waysOf(block)) {
        if (!isKept(way.tags)) continue;
        if (way.nodeIds.length < 2) junk.add('way');
        else {
          ways.push(way);
          way.nodeIds.forEach((id) => wanted.add(id));
        }
      }
      if (ways.length > LIMITS.wayCountMax) throw new TooMany('ways', ways.length, LIMITS.wayCountMax);
      if (wanted.size > LIMITS.nodeCountMax) throw new TooMany('nodes', wanted.size, LIMITS.nodeCountMax);
    });
    const unknown = features.find((feature) => !KNOWN_FEATURES.includes(feature));
    if (unknown !== undefined) return refuse('OSM_FEATURE_UNKNOWN', { feature: unknown.slice(0, 40) });
    eachBlock(bytes, (block) => {
      for (const { id, lonDeg, latDeg } of nodesOf(block)) {
        if (!wanted.has(id)) continue;
        const place = lonLat(lonDeg, latDeg);
        if (place.ok) placeById.set(id, place.value);
        else junk.add('node');
      }
    });
  } catch (cause) {
    if (cause instanceof TooMany) return refuse('OSM_TOO_LARGE', { what: cause.what, count: cause.given, countMax: cause.most });
    return refuse('OSM_UNREADABLE', { format: 'OSM PBF', detail: (cause as Error).message.slice(0, 80) });
  }
  return ok({ ways, placeById, junk: junk.counts });
}

/** Calls `each` for every data block; gives the features that the header requires. */
function eachBlock(bytes: Uint8Array, each: (block: Block) => void): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let features: readonly string[] | undefined;
  for (let at = 0; at < bytes.length; ) {
    if (at + 4 > bytes.length) throw new Error('cut off');
    const headerLength = view.getUint32(at);
    if (headerLength > HEADER_BYTES_MAX || at + 4 + headerLength > bytes.length) throw new Error(`header of ${headerLength} bytes`);
    const { type, size } = blobHeader(bytes.subarray(at + 4, at + 4 + headerLength));
    const start = at + 4 + headerLength;
    if (size > BLOB_BYTES_MAX || start + size > bytes.length) throw new Error(`blob of ${size} bytes`);
    at = start + size;
    if (type !== 'OSMHeader' && type !== 'OSMData') continue;
    const data = unpacked(bytes.subarray(start, at));
    if (type === 'OSMHeader') features = requiredFeatures(data);
    else if (features === undefined) throw new Error('data before the header');
    else each(readBlock(data));
  }
  if (features === undefined) throw new Error('no header');
  return features;
}

function blobHeader(bytes: Uint8Array): { readonly type: string; readonly size: number } {
  const found = { type: '', size: -1 };
  new PbfReader(bytes).readFields((tag, _result, reader) => {
    if (tag === 1) found.type = reader.readString();
    else if (tag === 3) found.size = reader.readVarint();
  }, found);
  if (found.size < 0) throw new Error('blob without a size');
  return found;
}

function unpacked(bytes: Uint8Array): Uint8Array {
  let raw: Uint8Array | undefined;
  let zlib: Uint8Array | undefined;
  new PbfReader(bytes).readFields((tag, _result, reader) => {
    if (tag === 1) raw = reader.readBytes();
    else if (tag === 3) zlib = reader.readBytes();
  }, {});
  if (raw !== undefined) return raw;
  if (zlib === undefined) throw new Error('compression other than zlib');
  return inflateSync(zlib, { maxOutputLength: BLOB_BYTES_MAX });
}

function requiredFeatures(bytes: Uint8Array): readonly string[] {
  const features: string[] = [];
  new PbfReader(bytes).readFields((tag, _result, reader) => {
    if (tag === 4) features.push(reader.readString());
  }, {});
  return features;
}

class TooMany extends Error {
  readonly what: string;
  readonly given: number;
  readonly most: number;
  constructor(what: string, given: number, most: number) {
    super(what);
    this.what = what;
    this.given = given;
    this.most = most;
  }
}

const KNOWN_FEATURES = ['OsmSchema-V0.6', 'DenseNodes'];
const HEADER_BYTES_MAX = 64 * 1024;
const BLOB_BYTES_MAX = 32 * 1024 * 1024;
