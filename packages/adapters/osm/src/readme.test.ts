import { expect, it } from 'vitest';
import { readRoadExtract } from './index.ts';

it('the example of the README holds', () => {
  const xml = `<osm version="0.6">
  <node id="1" lon="122.10" lat="30.02"/><node id="2" lon="122.11" lat="30.02"/><node id="3" lon="122.12" lat="30.02"/>
  <way id="7"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="maxspeed" v="60"/></way>
</osm>`;
  const read = readRoadExtract(new TextEncoder().encode(xml), 'town.osm');
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value.network.links).toHaveLength(1);
  expect(Math.round(read.value.network.links[0]!.lengthM)).toBe(1929);
});
