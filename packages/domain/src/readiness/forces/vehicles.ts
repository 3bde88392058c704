// Register of vehicles: what a fire engine, an ambulance or a truck brings, and what deck, axle load
// and height it asks of the ship or bridge that carries it.

import { codeEntry, CONFIDENCE_CODES, defineRegister, stateEntry } from '../../register/index.ts';
import { CHECK_IN_FIELDS } from './check-in-fields.ts';

export const vehicles = defineRegister({
  id: 'vehicles',
  titles: { zh: '应急车辆', en: 'Vehicles' },
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
  expiry: [{ field: 'inspectionValidUntilAt', remindDays: 30 }],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '类别', en: 'Kind' }, type: 'code', required: true, column: true,
      codeList: [
        codeEntry('foam-truck', '泡沫消防车', 'foam truck'), codeEntry('water-truck', '水罐消防车', 'water tender'), codeEntry('large-flow', '大流量供水系统车', 'large-flow system'),
        codeEntry('rescue-truck', '抢险救援车', 'rescue truck'), codeEntry('hazmat-truck', '化学洗消车', 'decontamination truck'), codeEntry('ambulance', '救护车', 'ambulance'),
        codeEntry('command-car', '指挥车', 'command car'), codeEntry('cargo-truck', '运输车', 'cargo truck'), codeEntry('pump-truck', '排水车', 'drainage pump truck'),
        codeEntry('power-truck', '发电车', 'generator truck'), codeEntry('other', '其他', 'other'),
      ],
    },
    { id: 'plateNumber', titles: { zh: '号牌', en: 'Plate' }, type: 'text', searchable: true },
    { id: 'organisationId', titles: { zh: '所属单位', en: 'Organisation' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'teamId', titles: { zh: '所属队伍', en: 'Team' }, type: 'relation', register: 'teams', column: true },
    { id: 'position', titles: { zh: '驻地', en: 'Base' }, type: 'lonlat', required: true },
    { id: 'facilityId', titles: { zh: '驻地设施', en: 'Base facility' }, type: 'relation', register: 'facilities' },
    { id: 'crewCount', titles: { zh: '定员', en: 'Crew' }, type: 'integer', unitCode: 'persons', min: 1, max: 60 },
    { id: 'lengthM', titles: { zh: '车长', en: 'Length' }, type: 'number', unitCode: 'm', min: 1, max: 30 },
    { id: 'widthM', titles: { zh: '车宽', en: 'Width' }, type: 'number', unitCode: 'm', min: 0.5, max: 5 },
    { id: 'heightM', titles: { zh: '车高', en: 'Height' }, type: 'number', unitCode: 'm', min: 0.5, max: 6 },
    { id: 'massKg', titles: { zh: '满载质量', en: 'Laden mass' }, type: 'number', unitCode: 'kg', min: 100, max: 120_000 },
    { id: 'axleMassKg', titles: { zh: '最大轴荷', en: 'Heaviest axle' }, type: 'number', unitCode: 'kg', min: 100, max: 40_000 },
    { id: 'fireFlowLPerMinute', titles: { zh: '供水流量', en: 'Fire flow' }, type: 'number', unitCode: 'L/min', min: 0, max: 100_000, column: true },
    { id: 'foamLitres', titles: { zh: '载泡沫液', en: 'Foam concentrate' }, type: 'number', unitCode: 'L', min: 0, max: 60_000 },
    { id: 'payloadKg', titles: { zh: '载重', en: 'Payload' }, type: 'number', unitCode: 'kg', min: 0, max: 60_000 },
    { id: 'stretcherCount', titles: { zh: '担架位', en: 'Stretchers' }, type: 'integer', min: 0, max: 20 },
    { id: 'inspectionValidUntilAt', titles: { zh: '检验有效期至', en: 'Inspection valid until' }, type: 'instant' },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
    ...CHECK_IN_FIELDS,
  ],
});
