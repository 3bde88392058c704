// One block of OpenStreetMap PBF: a table of texts and groups of nodes (plain or dense) and ways.
// Field numbers after osmformat.proto of the OSM wiki. Relations are passed over.

import { PbfReader } from 'pbf';
import type { OsmWay } from './elements.ts';

export interface Block {
  readonly texts: string[];
  readonly groups: Uint8Array[];
  granularity: number;
  lonOffset: number;
  latOffset: number;
}

export interface OsmNode {
  readonly id: string;
  readonly lonDeg: number;
  readonly latDeg: number;
}

export function readBlock(bytes: Uint8Array): Block {
  const block: Block = { texts: [], groups: [], granularity: 100, lonOffset: 0, latOffset: 0 };
  new PbfReader(bytes).readFields((tag, _result, reader) => {
    if (tag === 1) readTexts(reader.readBytes(), block.texts);
    else if (tag === 2) block.groups.push(reader.readBytes());
    else if (tag === 17) block.granularity = reader.readVarint();
    else if (tag === 19) block.latOffset = reader.readVarint(true);
    else if (tag === 20) block.lonOffset = reader.readVarint(true);
  }, block);
  return block;
}

export function waysOf(block: Block): readonly OsmWay[] {
  const ways: OsmWay[] = [];
  for (const group of block.groups) {
    new PbfReader(group).readFields((tag, _result, reader) => {
      if (tag === 3) ways.push(readWay(reader.readBytes(), block.texts));
    }, {});
  }
  return ways;
}

export function nodesOf(block: Block): readonly OsmNode[] {
  const nodes: OsmNode[] = [];
  for (const group of block.groups) {
    new PbfReader(group).readFields((tag, _result, reader) => {
      if (tag === 1) nodes.push(readNode(reader.readBytes(), block));
      else if (tag === 2) readDense(reader.readBytes(), block, nodes);
    }, {});
  }
  return nodes;
}

function readTexts(bytes: Uint8Array, texts: string[]): void {
  new PbfReader(bytes).readFields((tag, _result, reader) => {
    if (tag === 1) texts.push(reader.readString());
  }, {});
}

function readWay(bytes: Uint8Array, texts: readonly string[]): OsmWay {
  let id = 0;
  const [keys, values, steps]: [number[], number[], number[]] = [[], [], []];
  new PbfReader(bytes).readFields((tag, _result, reader) => {
    if (tag === 1) id = reader.readVarint(true);
    else if (tag === 2) reader.readPackedVarint(keys);
    else if (tag === 3) reader.readPackedVarint(values);
    else if (tag === 8) reader.readPackedSVarint(steps);
  }, {});
  const tags = Object.fromEntries(keys.map((key, i) => [texts[key] ?? '', texts[values[i] ?? -1] ?? '']));
  let ref = 0;
  return { id: String(id), nodeIds: steps.map((step) => String((ref += step))), tags };
}

function readNode(bytes: Uint8Array, block: Block): OsmNode {
  const node = { id: 0, lon: 0, lat: 0 };
  new PbfReader(bytes).readFields((tag, _result, reader) => {
    if (tag === 1) node.id = reader.readSVarint();
    else if (tag === 8) node.lat = reader.readSVarint();
    else if (tag === 9) node.lon = reader.readSVarint();
  }, node);
  return placed(block, node.id, { east: node.lon, north: node.lat });
}

/** Ids and coordinates as differences from one node to the next. */
function readDense(bytes: Uint8Array, block: Block, nodes: OsmNode[]): void {
  const [ids, norths, easts]: [number[], number[], number[]] = [[], [], []];
  new PbfReader(bytes).readFields((tag, _result, reader) => {
    if (tag === 1) reader.readPackedSVarint(ids);
    else if (tag === 8) reader.readPackedSVarint(norths);
    else if (tag === 9) reader.readPackedSVarint(easts);
  }, {});
  if (ids.length !== norths.length || ids.length !== easts.length) throw new Error('dense nodes of different length');
  let [id, east, north] = [0, 0, 0];
  ids.forEach((step, i) => {
    id += step;
    east += easts[i] ?? 0;
    north += norths[i] ?? 0;
    nodes.push(placed(block, id, { east, north }));
  });
}

/** Nanodegrees: offset + granularity × value. */
function placed({ granularity, lonOffset, latOffset }: Block, id: number, { east, north }: { east: number; north: number }): OsmNode {
  return { id: String(id), lonDeg: 1e-9 * (lonOffset + granularity * east), latDeg: 1e-9 * (latOffset + granularity * north) };
}
