// Registers of islands with people, and of landing places: ramps for vehicle ships, quays, and pads
// for helicopters. What an island must hold before it is cut off follows from its people.

import { codeEntry, CONFIDENCE_CODES, defineRegister } from '../../register/index.ts';

export const islands = defineRegister({
  id: 'islands',
  titles: { zh: '有人岛屿', en: 'Inhabited islands' },
  room: 'readiness/forces',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'duty', 'dispatcher'], ownRoles: [] },
  visibleTo: 'everyone',
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'organisationId', titles: { zh: '属地单位', en: 'Organisation' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'reachRadiusM', titles: { zh: '岛屿半径', en: 'Radius of the island' }, type: 'number', unitCode: 'm', required: true, min: 100, max: 30_000 },
    { id: 'residentCount', titles: { zh: '常住人口', en: 'Residents' }, type: 'integer', unitCode: 'persons', required: true, min: 0, max: 2_000_000, column: true },
    { id: 'visitorCount', titles: { zh: '外来人员', en: 'Visitors and workers' }, type: 'integer', unitCode: 'persons', required: true, min: 0, max: 2_000_000, column: true },
    { id: 'hasBridge', titles: { zh: '有桥', en: 'Has a bridge' }, type: 'boolean', required: true, column: true },
    { id: 'criticalKw', titles: { zh: '必保电力', en: 'Power that must stay' }, type: 'number', unitCode: 'kW', min: 0, max: 100_000 },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});

export const landingSites = defineRegister({
  id: 'landing-sites',
  titles: { zh: '登陆点与起降点', en: 'Landing sites' },
  room: 'readiness/forces',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'duty', 'dispatcher'], ownRoles: ['responder', 'enterprise'] },
  visibleTo: 'everyone',
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '类别', en: 'Kind' }, type: 'code', required: true, column: true,
      codeList: [codeEntry('ramp', '滚装坡道', 'vehicle ramp'), codeEntry('quay', '码头', 'quay'), codeEntry('pad', '直升机起降点', 'helicopter pad')],
    },
    { id: 'islandId', titles: { zh: '岛屿', en: 'Island' }, type: 'relation', register: 'islands', column: true },
    { id: 'organisationId', titles: { zh: '管理单位', en: 'Organisation' }, type: 'relation', register: 'organisations', required: true },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'depthM', titles: { zh: '基准面水深', en: 'Depth at datum' }, type: 'number', unitCode: 'm', min: -5, max: 50 },
    { id: 'underKeelClearanceM', titles: { zh: '富余水深', en: 'Under-keel clearance' }, type: 'number', unitCode: 'm', min: 0, max: 10 },
    { id: 'axleMassKgMax', titles: { zh: '轴荷上限', en: 'Axle load limit' }, type: 'number', unitCode: 'kg', min: 100, max: 100_000 },
    { id: 'unloadDurationS', titles: { zh: '卸车时间', en: 'Time to unload' }, type: 'number', unitCode: 's', min: 0, max: 86_400 },
    { id: 'padMassKgMax', titles: { zh: '起降质量上限', en: 'Mass limit of the pad' }, type: 'number', unitCode: 'kg', min: 100, max: 100_000 },
    { id: 'lit', titles: { zh: '夜间照明', en: 'Lit at night' }, type: 'boolean' },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});
