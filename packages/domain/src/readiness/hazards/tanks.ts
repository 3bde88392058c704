// Register of tanks: where liquids are kept, how much they can hold, which sensor watches the level.

import { codeEntry, CONFIDENCE_CODES, defineRegister, stateEntry } from '../../register/index.ts';

export const tanks = defineRegister({
  id: 'tanks',
  titles: { zh: '储罐', en: 'Tanks' },
  room: 'readiness/hazards',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin'], ownRoles: ['enterprise'] },
  verify: { roles: ['duty', 'commander', 'dispatcher', 'reserve'] },
  visibleTo: 'everyone',
  states: [stateEntry('in-use', '在用', 'in use'), stateEntry('empty', '空罐', 'empty'), stateEntry('out-of-service', '停用', 'out of service')],
  transitions: [
    { from: 'in-use', to: 'empty', roles: [] },
    { from: 'empty', to: 'in-use', roles: [] },
    { from: 'empty', to: 'out-of-service', roles: [] },
    { from: 'out-of-service', to: 'empty', roles: [] },
  ],
  fields: [
    { id: 'name', titles: { zh: '罐号', en: 'Tank' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'facilityId', titles: { zh: '所在设施', en: 'Facility' }, type: 'relation', register: 'facilities', required: true, column: true },
    { id: 'organisationId', titles: { zh: '责任单位', en: 'Responsible unit' }, type: 'relation', register: 'organisations' },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'substance', titles: { zh: '介质', en: 'Substance' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'oilId', titles: { zh: '油品编号', en: 'Oil record' }, type: 'text', searchable: true },
    { id: 'capacityM3', titles: { zh: '公称容积', en: 'Capacity' }, type: 'number', unitCode: 'm3', min: 0, max: 1_000_000, required: true, column: true },
    { id: 'diameterM', titles: { zh: '内径', en: 'Diameter' }, type: 'number', unitCode: 'm', min: 0, max: 200 },
    { id: 'heightM', titles: { zh: '罐高', en: 'Height' }, type: 'number', unitCode: 'm', min: 0, max: 100 },
    {
      id: 'roofCode', titles: { zh: '罐顶形式', en: 'Roof' }, type: 'code',
      codeList: [
        codeEntry('fixed', '固定顶', 'fixed'), codeEntry('external-floating', '外浮顶', 'external floating'),
        codeEntry('internal-floating', '内浮顶', 'internal floating'), codeEntry('full-containment', '全包容', 'full containment'),
        codeEntry('sphere', '球罐', 'sphere'),
      ],
    },
    { id: 'levelSensorId', titles: { zh: '液位传感器', en: 'Level sensor' }, type: 'relation', register: 'sensors' },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});
