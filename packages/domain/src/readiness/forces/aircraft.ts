// Register of aircraft: seats, hoist, radius and the weather below which it does not fly (S-386).
// A mission outside these minima is refused with the figure that is in the way.

import { codeEntry, CONFIDENCE_CODES, defineRegister, stateEntry } from '../../register/index.ts';
import { CHECK_IN_FIELDS } from './check-in-fields.ts';

export const aircraft = defineRegister({
  id: 'aircraft',
  titles: { zh: '救援航空器', en: 'Aircraft' },
  room: 'readiness/forces',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'dispatcher'], ownRoles: ['responder', 'enterprise'] },
  verify: { roles: ['duty', 'commander', 'dispatcher', 'reserve'] },
  visibleTo: 'everyone',
  states: [stateEntry('ready', '待命', 'ready'), stateEntry('maintenance', '检修', 'maintenance'), stateEntry('out-of-service', '停用', 'out of service')],
  transitions: [
    { from: 'ready', to: 'maintenance', roles: [] },
    { from: 'maintenance', to: 'ready', roles: [] },
    { from: 'maintenance', to: 'out-of-service', roles: [] },
    { from: 'out-of-service', to: 'maintenance', roles: [] },
  ],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '类别', en: 'Kind' }, type: 'code', required: true, column: true,
      codeList: [codeEntry('helicopter', '直升机', 'helicopter'), codeEntry('fixed-wing', '固定翼飞机', 'fixed-wing aircraft'), codeEntry('drone', '无人机', 'drone')],
    },
    { id: 'organisationId', titles: { zh: '所属单位', en: 'Organisation' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'position', titles: { zh: '驻地', en: 'Base' }, type: 'lonlat', required: true },
    { id: 'facilityId', titles: { zh: '驻地设施', en: 'Base facility' }, type: 'relation', register: 'facilities' },
    { id: 'cruiseSpeedMps', titles: { zh: '巡航速度', en: 'Cruise speed' }, type: 'number', unitCode: 'm/s', min: 5, max: 250, required: true, column: true },
    { id: 'radiusM', titles: { zh: '作业半径', en: 'Radius of action' }, type: 'number', unitCode: 'm', min: 100, max: 2_000_000, required: true, column: true },
    { id: 'musterDurationS', titles: { zh: '起飞准备', en: 'Time to take off' }, type: 'number', unitCode: 's', min: 0, max: 86_400, required: true },
    { id: 'seatCount', titles: { zh: '乘员数', en: 'Seats' }, type: 'integer', min: 0, max: 200, required: true },
    { id: 'stretcherCount', titles: { zh: '担架位', en: 'Stretchers' }, type: 'integer', min: 0, max: 40 },
    { id: 'hasHoist', titles: { zh: '绞车', en: 'Hoist' }, type: 'boolean', required: true },
    { id: 'nightCapable', titles: { zh: '夜航', en: 'Flies at night' }, type: 'boolean', required: true },
    { id: 'windSpeedMpsMax', titles: { zh: '风速上限', en: 'Wind limit' }, type: 'number', unitCode: 'm/s', min: 1, max: 60, required: true },
    { id: 'visibilityMMin', titles: { zh: '最低能见度', en: 'Least visibility' }, type: 'number', unitCode: 'm', min: 0, max: 20_000, required: true },
    { id: 'ceilingMMin', titles: { zh: '最低云底高', en: 'Least cloud base' }, type: 'number', unitCode: 'm', min: 0, max: 5_000, required: true },
    { id: 'crewCount', titles: { zh: '定员', en: 'Crew' }, type: 'integer', unitCode: 'persons', min: 0, max: 60 },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
    ...CHECK_IN_FIELDS,
  ],
});
