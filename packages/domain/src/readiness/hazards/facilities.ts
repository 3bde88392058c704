// Register of facilities: what stands where, who answers for it, and the major-hazard grade as it
// was filed (GB 18218-2018 grades; the fifth scale, never merged with the other four).

import { codeEntry, CONFIDENCE_CODES, defineRegister, stateEntry } from '../../register/index.ts';

export const facilities = defineRegister({
  id: 'facilities',
  titles: { zh: '设施', en: 'Facilities' },
  room: 'readiness/hazards',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'duty'], ownRoles: ['enterprise'] },
  verify: { roles: ['duty', 'commander', 'dispatcher', 'reserve'] },
  visibleTo: 'everyone',
  states: [stateEntry('in-service', '在用', 'in service'), stateEntry('stopped', '停用', 'stopped')],
  transitions: [
    { from: 'in-service', to: 'stopped', roles: [] },
    { from: 'stopped', to: 'in-service', roles: [] },
  ],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '类别', en: 'Kind' }, type: 'code', required: true, column: true,
      codeList: [
        codeEntry('oil-terminal', '油品码头', 'oil terminal'), codeEntry('tank-farm', '储罐区', 'tank farm'),
        codeEntry('refinery', '炼化基地', 'refinery'), codeEntry('lng-terminal', 'LNG接收站', 'LNG terminal'),
        codeEntry('cold-store', '冷库', 'cold store'), codeEntry('bulk-terminal', '散货码头', 'bulk terminal'),
        codeEntry('container-terminal', '集装箱码头', 'container terminal'), codeEntry('passenger-terminal', '客运码头', 'passenger terminal'),
        codeEntry('anchorage', '锚地', 'anchorage'), codeEntry('bridge', '桥梁', 'bridge'), codeEntry('depot', '应急物资库', 'emergency depot'),
        codeEntry('station', '救援站', 'rescue station'), codeEntry('hospital', '医院', 'hospital'), codeEntry('airport', '机场', 'airport'),
        codeEntry('office', '办公场所', 'office'), codeEntry('other', '其他', 'other'),
      ],
    },
    { id: 'organisationId', titles: { zh: '责任单位', en: 'Responsible unit' }, type: 'relation', register: 'organisations', column: true },
    { id: 'enterpriseId', titles: { zh: '企业', en: 'Enterprise' }, type: 'relation', register: 'enterprises' },
    { id: 'divisionCode', titles: { zh: '行政区划代码', en: 'Division code' }, type: 'text', check: 'division-code', searchable: true },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'positionToleranceM', titles: { zh: '位置误差', en: 'Position tolerance' }, type: 'number', unitCode: 'm', min: 0, max: 100_000 },
    { id: 'boundary', titles: { zh: '边界', en: 'Boundary' }, type: 'polygon' },
    {
      id: 'majorHazardGradeCode', titles: { zh: '重大危险源等级', en: 'Major-hazard grade' }, type: 'code',
      codeList: [
        codeEntry('grade-1', '一级', 'grade 1'), codeEntry('grade-2', '二级', 'grade 2'), codeEntry('grade-3', '三级', 'grade 3'),
        codeEntry('grade-4', '四级', 'grade 4'), codeEntry('none', '不构成', 'none'),
      ],
    },
    { id: 'residentsWithin500mCount', titles: { zh: '500米内常住人口', en: 'Residents within 500 m' }, type: 'integer', unitCode: 'persons', min: 0, max: 1_000_000 },
    { id: 'berthBoomM', titles: { zh: '泊位围油栏长度', en: 'Boom of the berth' }, type: 'number', unitCode: 'm', min: 0, max: 5_000 },
    { id: 'notes', titles: { zh: '备注', en: 'Notes' }, type: 'longtext', searchable: true },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});
