// Register of sensors: the contract of each source of readings. A reading of a sensor that is not
// here is refused at the door; a sensor that is silent beyond its contract goes stale.

import { codeEntry, defineRegister, stateEntry } from '../../register/index.ts';

export const sensors = defineRegister({
  id: 'sensors',
  titles: { zh: '传感器', en: 'Sensors' },
  room: 'readiness/hazards',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin'], ownRoles: ['enterprise'] },
  verify: { roles: ['duty', 'commander', 'dispatcher', 'reserve'] },
  visibleTo: 'everyone',
  states: [stateEntry('connected', '已接入', 'connected'), stateEntry('not-connected', '未接入', 'not connected')],
  transitions: [
    { from: 'connected', to: 'not-connected', roles: [], reasonRequired: true },
    { from: 'not-connected', to: 'connected', roles: [] },
  ],
  rules: [
    {
      code: 'READINESS_RANGE_REVERSED', field: 'validMaxValue',
      holds: ({ validMinValue, validMaxValue }) => (validMinValue as number) < (validMaxValue as number),
    },
  ],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'quantity', titles: { zh: '量', en: 'Quantity' }, type: 'text', required: true, column: true },
    { id: 'unitCode', titles: { zh: '单位', en: 'Unit' }, type: 'text', required: true, column: true },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'facilityId', titles: { zh: '所在设施', en: 'Facility' }, type: 'relation', register: 'facilities', column: true },
    { id: 'organisationId', titles: { zh: '责任单位', en: 'Responsible unit' }, type: 'relation', register: 'organisations' },
    {
      id: 'updateContract', titles: { zh: '更新方式', en: 'Update contract' }, type: 'code', required: true,
      codeList: [codeEntry('periodic', '定时', 'periodic'), codeEntry('event', '触发', 'on event')],
    },
    { id: 'staleAfterS', titles: { zh: '失联时限', en: 'Stale after' }, type: 'number', unitCode: 's', min: 1, max: 604_800, required: true },
    { id: 'validMinValue', titles: { zh: '量程下限', en: 'Valid from' }, type: 'number', required: true },
    { id: 'validMaxValue', titles: { zh: '量程上限', en: 'Valid to' }, type: 'number', required: true },
    { id: 'simulated', titles: { zh: '模拟', en: 'Simulated' }, type: 'boolean', required: true, column: true },
  ],
});
