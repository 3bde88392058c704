import { createHash } from 'node:crypto';
import { describe, it, expect } from 'vitest';
import type { LonLat } from '@anlan/kernel';
import { bboxContains, distanceM, instant } from '@anlan/kernel';
import { INCIDENT_KIND_CODES, findRegister, listRelations, readNewValues } from '@anlan/domain';
import { isOnLand, loadLandPolygons } from './land.ts';
import { regionPack } from './pack.ts';
import { SEEDED_REGISTER_IDS } from './registers.ts';

const land = loadLandPolygons();
const { registers } = regionPack();
const valuesOf = (id: keyof typeof registers) => registers[id].map((record) => record.values);
const ids = new Set(SEEDED_REGISTER_IDS.flatMap((registerId) => registers[registerId].map(({ id }) => `${registerId}/${id}`)));

describe('seed records', () => {
  it.each(SEEDED_REGISTER_IDS)('%s: every record passes the register that will keep it, and every relation finds its target', (registerId) => {
    const register = findRegister(registerId);
    expect(register, registerId).toBeDefined();
    for (const record of registers[registerId]) {
      const read = readNewValues(register!, record.values);
      expect(read.ok ? [] : read.refusal.problems, record.id).toEqual([]);
      if (!read.ok) continue;
      expect(listRelations(register!.fields, read.value).filter((ref) => !ids.has(`${ref.registerId}/${ref.id}`)), record.id).toEqual([]);
      if (record.state !== undefined) expect((register!.states ?? []).map(({ id }) => id)).toContain(record.state);
    }
  });

  it('says of every record where it comes from, how sure it is and whether it is invented, once under each id', () => {
    const all = SEEDED_REGISTER_IDS.flatMap((registerId) => registers[registerId]);
    expect(ids.size).toBe(all.length);
    for (const record of all) {
      expect(record.source.length).toBeGreaterThan(5);
      expect(['verified', 'likely', 'unsure', 'demonstration']).toContain(record.confidence);
      expect(typeof record.demonstration).toBe('boolean');
    }
  });

  it('S-209: every document that a seed record names lies in the pack and says that it proves nothing', () => {
    const { seedDocuments } = regionPack();
    const kept = new Set(seedDocuments.map(({ bytes }) => `sha256-${createHash('sha256').update(bytes).digest('hex')}`));
    const named = valuesOf('enterprises').flatMap((values) => ((values['years'] ?? []) as readonly { readonly documentId?: string }[]).flatMap(({ documentId }) => documentId ?? []));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => !kept.has(id))).toEqual([]);
    for (const { name, bytes } of seedDocuments) {
      expect(name).toContain('演示');
      expect(new TextDecoder().decode(bytes)).toContain('proves nothing');
    }
  });

  it('production begins with facts: nothing invented, nothing that points at something invented, and what is left still fits its registers', () => {
    const facts = regionPack().seedFacts;
    const inventedIds = new Set(SEEDED_REGISTER_IDS.flatMap((registerId) => registers[registerId].filter(({ demonstration }) => demonstration).map(({ id }) => id)));
    const factIds = new Set(facts.flatMap(({ registerId, records }) => records.map(({ id }) => `${registerId}/${id}`)));
    const seeded = facts.flatMap(({ registerId, records }) => records.map((record) => ({ registerId, record })));
    expect(seeded.length).toBe(ids.size - inventedIds.size);
    for (const { registerId, record } of seeded) {
      const register = findRegister(registerId);
      const read = readNewValues(register!, record.values);
      expect(read.ok ? [] : read.refusal.problems, record.id).toEqual([]);
      if (read.ok) expect(listRelations(register!.fields, read.value).filter((ref) => !factIds.has(`${ref.registerId}/${ref.id}`)), record.id).toEqual([]);
      expect(JSON.stringify(record.values), record.id).not.toMatch(/虚构|invented/);
      expect(inventedIds.has(record.id)).toBe(false);
    }
    expect(new Set(seeded.map(({ registerId }) => registerId))).toEqual(new Set(['organisations', 'facilities', 'sensitive-sites', 'indicators']));
  });

  it('no fact is named after a stand-in, and no fact says it was drawn for show in its name', () => {
    const facts = SEEDED_REGISTER_IDS.flatMap((registerId) => registers[registerId].filter(({ demonstration }) => !demonstration));
    expect(facts.length).toBeGreaterThan(40);
    for (const { id, values } of facts) expect(JSON.stringify([values['name'], values['title'], values['post']]), id).not.toMatch(/示意|虚构|演示|stand-in|fictional/i);
    for (const id of ['org-hazmat-team', 'org-rescue-bureau']) expect(registers['organisations'].find((one) => one.id === id)).toMatchObject({ demonstration: true, confidence: 'demonstration' });
  });

  it('S-451: the demonstration enterprise owns an enterprise record and a lot, so that there is something it may change', () => {
    for (const registerId of ['enterprises', 'stock-lots'] as const) {
      const own = registers[registerId].filter(({ values }) => values['organisationId'] === 'org-port-enterprise');
      expect(own.map(({ demonstration }) => demonstration), registerId).toEqual([true]);
    }
  });

  it('S-001: 2 districts, 2 counties, at least 6 function zones and 20 departments, all addressees, with division codes', () => {
    const count = (kind: string) => valuesOf('organisations').filter((v) => v['kindCode'] === kind && v['addressee'] === true && /^3309\d\d$/.test(String(v['divisionCode']))).length;
    expect([count('district'), count('county')]).toEqual([2, 2]);
    expect(count('function-zone')).toBeGreaterThanOrEqual(6);
    expect(count('department')).toBeGreaterThanOrEqual(20);
  });

  it('S-447 S-448 S-449: enough of the three reserves to plan with, some of it past use', () => {
    expect(registers['stock-lots'].length).toBeGreaterThanOrEqual(25);
    expect(registers['social-agreements'].length).toBeGreaterThanOrEqual(8);
    expect(registers['capacity-contracts'].length).toBeGreaterThanOrEqual(6);
    const expired = valuesOf('stock-lots').filter((v) => typeof v['expiresAt'] === 'string' && instant(v['expiresAt']) < instant('2026-11-24T00:00:00+08:00'));
    expect(expired.length).toBeGreaterThan(0);
    expect(valuesOf('stock-lots').some((v) => v['inspectionCode'] === 'failed')).toBe(true);
  });

  it('S-209: three to five enterprises strictly above CNY 500 m verified; one exactly at it and one unverified do not count', () => {
    const latest = valuesOf('enterprises').map((v) => (v['years'] as { yearIndex: number; salesFen: number; verified: boolean }[]).find(({ yearIndex }) => yearIndex === 2025));
    expect(latest.filter((y) => y?.verified === true && y.salesFen > 50_000_000_000)).toHaveLength(4);
    expect(latest.filter((y) => y?.verified === true && y.salesFen === 50_000_000_000)).toHaveLength(1);
    expect(latest.filter((y) => y?.verified === false && y.salesFen > 50_000_000_000)).toHaveLength(1);
  });

  it('S-208: the national base has its target and day, and no document: not evidenced', () => {
    const base = valuesOf('indicators').find((v) => v['formulaCode'] === 'approved-national-bases');
    expect(base).toMatchObject({ targetCountMin: 1, dueOn: '2020-12-31', approvals: [] });
  });

  it('gives every fictional vessel a fictional MMSI and puts it on the water', () => {
    for (const v of valuesOf('vessels')) {
      expect(v['mmsi']).toMatch(/^412900\d{3}$/);
      expect(isOnLand(land, v['position'] as LonLat), JSON.stringify(v['name'])).toBe(false);
    }
  });

  it('D1: farms lie in the water east and south-east of the berth, and its sensors have rules', () => {
    const berth: LonLat = [122.158, 29.943];
    const wetKinds = ['aquaculture', 'water-intake', 'fishing-port'];
    for (const v of valuesOf('sensitive-sites').filter((site) => wetKinds.includes(String(site['kindCode'])))) {
      expect(isOnLand(land, v['position'] as LonLat), JSON.stringify(v['name'])).toBe(false);
    }
    const farms = valuesOf('sensitive-sites').filter((v) => v['kindCode'] === 'aquaculture' && v['priorityIndex'] === 1).map((v) => v['position'] as LonLat);
    expect(farms).toHaveLength(3);
    expect(farms.every((at) => at[0] > berth[0] && at[1] < berth[1] && distanceM(berth, at) < 17_000)).toBe(true);
    const ruled = new Set(valuesOf('alert-rules').map((v) => v['sensorId']));
    expect(['mooring-aoshan-stern', 'arm-aoshan-1', 'fluoro-aoshan-east'].every((id) => ruled.has(id))).toBe(true);
    expect(valuesOf('alert-rules').filter((v) => !(INCIDENT_KIND_CODES as readonly string[]).includes(String(v['incidentKindCode'])))).toEqual([]);
  });
});

describe('networks', () => {
  const { roads, quays, ferries, bboxDeg } = regionPack();
  const nodeIds = new Set(roads.nodes.map(({ id }) => id));

  it('joins known nodes by edges that are no shorter than the straight way, and no faster than 100 km/h', () => {
    const at = new Map(roads.nodes.map(({ id, position }) => [id, position]));
    for (const { id, fromNode, toNode, lengthM, speedMps } of roads.edges) {
      expect(nodeIds.has(fromNode) && nodeIds.has(toNode), id).toBe(true);
      expect(lengthM, id).toBeGreaterThanOrEqual(Math.floor(0.99 * distanceM(at.get(fromNode)!, at.get(toNode)!)));
      expect(speedMps).toBeLessThanOrEqual(27.8);
    }
  });

  it('reaches Aoshan, Yushan and the mainland from Dinghai by bridges, and Liuheng, Qushan and Sijiao only by ship', () => {
    const reached = new Set(['dinghai']);
    for (let grown = true; grown; ) {
      const before = reached.size;
      for (const { fromNode, toNode } of roads.edges) if (reached.has(fromNode) || reached.has(toNode)) [fromNode, toNode].forEach((id) => reached.add(id));
      grown = reached.size > before;
    }
    expect(['aoshan', 'yushan', 'zhenhai', 'shenjiamen', 'xiushan'].every((id) => reached.has(id))).toBe(true);
    expect(['liuheng-town', 'qushan-town', 'caiyuan', 'putuoshan', 'yangshan'].some((id) => reached.has(id))).toBe(false);
  });

  it('closes every bridge by wind, in stages', () => {
    for (const edge of roads.edges.filter(({ bridgeId }) => bridgeId !== undefined)) {
      expect(edge.windLimitMps).toBe(24.5);
      expect(edge.windStages).toEqual([{ windSpeedMpsMin: 17.2, speedMpsMax: 16.7 }]);
    }
  });

  it('puts quays on the water within 2.5 km of their road node, and land nodes on land', () => {
    const nodeAt = new Map(roads.nodes.map(({ id, position }) => [id, position]));
    expect(quays.filter(({ position }) => isOnLand(land, position)).map(({ id }) => id)).toEqual([]);
    expect(quays.filter(({ position, roadNode }) => distanceM(position, nodeAt.get(roadNode)!) > 2500).map(({ id }) => id)).toEqual([]);
    expect(roads.nodes.filter(({ position }) => !isOnLand(land, position)).map(({ id }) => id)).toEqual([]);
  });

  it('sails ferries between known quays, marked as invented', () => {
    const quayIds = new Set(quays.map(({ id }) => id));
    expect(ferries.every(({ fromQuay, toQuay, demonstration }) => quayIds.has(fromQuay) && quayIds.has(toQuay) && demonstration)).toBe(true);
  });

  it('keeps everything inside the window of the coast', () => {
    expect([...quays, ...roads.nodes].filter(({ position }) => !bboxContains(bboxDeg, position))).toEqual([]);
  });
});
