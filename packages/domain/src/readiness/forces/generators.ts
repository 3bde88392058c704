// Registers of generators and of the loads that need them when the grid is down: power, phases,
// voltage and plug must fit, and the tank says for how long (S-368).

import { codeEntry, CONFIDENCE_CODES, defineRegister, stateEntry } from '../../register/index.ts';
import { CHECK_IN_FIELDS } from './check-in-fields.ts';

const PHASE_CODES = [codeEntry('single', '单相', 'single-phase'), codeEntry('three', '三相', 'three-phase')] as const;
const CONNECTOR_CODES = [
  codeEntry('terminal', '端子接线', 'terminals'), codeEntry('powerlock', '快速接头', 'quick connectors'), codeEntry('cee-63', '63安工业插座', 'CEE 63 A'),
  codeEntry('cee-125', '125安工业插座', 'CEE 125 A'), codeEntry('household', '民用插座', 'household socket'),
] as const;

export const generators = defineRegister({
  id: 'generators',
  titles: { zh: '应急电源', en: 'Generators' },
  room: 'readiness/forces',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'dispatcher', 'reserve'], ownRoles: ['responder', 'enterprise'] },
  verify: { roles: ['duty', 'commander', 'dispatcher'] },
  visibleTo: 'everyone',
  states: [stateEntry('ready', '可用', 'ready'), stateEntry('maintenance', '检修', 'maintenance'), stateEntry('out-of-service', '停用', 'out of service')],
  transitions: [
    { from: 'ready', to: 'maintenance', roles: [] }, { from: 'maintenance', to: 'ready', roles: [] },
    { from: 'maintenance', to: 'out-of-service', roles: [] }, { from: 'out-of-service', to: 'maintenance', roles: [] },
  ],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '类别', en: 'Kind' }, type: 'code', required: true, column: true,
      codeList: [codeEntry('trailer', '拖挂式', 'trailer'), codeEntry('truck', '车载', 'truck'), codeEntry('skid', '撬装', 'skid'), codeEntry('portable', '便携', 'portable')],
    },
    { id: 'organisationId', titles: { zh: '所属单位', en: 'Organisation' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'facilityId', titles: { zh: '存放设施', en: 'Kept at' }, type: 'relation', register: 'facilities' },
    { id: 'ratedKw', titles: { zh: '额定功率', en: 'Rated power' }, type: 'number', unitCode: 'kW', required: true, min: 0.5, max: 20_000, column: true },
    { id: 'phaseCode', titles: { zh: '相数', en: 'Phases' }, type: 'code', required: true, codeList: PHASE_CODES },
    { id: 'nominalVolt', titles: { zh: '电压', en: 'Voltage' }, type: 'number', unitCode: 'V', required: true, min: 100, max: 35_000 },
    { id: 'connectorCodes', titles: { zh: '接口', en: 'Connectors' }, type: 'list', itemType: 'code', required: true, codeList: CONNECTOR_CODES },
    { id: 'tankLitres', titles: { zh: '油箱', en: 'Tank' }, type: 'number', unitCode: 'L', required: true, min: 0, max: 100_000 },
    {
      id: 'consumption', titles: { zh: '油耗曲线', en: 'Consumption curve' }, type: 'rows', required: true,
      fields: [
        { id: 'loadRatio', titles: { zh: '负荷率', en: 'Load' }, type: 'number', required: true, min: 0, max: 1 },
        { id: 'fuelLPerHour', titles: { zh: '油耗', en: 'Fuel' }, type: 'number', unitCode: 'L/h', required: true, min: 0, max: 5_000 },
      ],
    },
    { id: 'parallelCapable', titles: { zh: '可并机', en: 'Runs in parallel' }, type: 'boolean' },
    { id: 'massKg', titles: { zh: '质量', en: 'Mass' }, type: 'number', unitCode: 'kg', min: 1, max: 120_000 },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
    ...CHECK_IN_FIELDS,
  ],
});

export const powerLoads = defineRegister({
  id: 'power-loads',
  titles: { zh: '保电负荷', en: 'Loads to keep powered' },
  room: 'readiness/forces',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'duty', 'dispatcher'], ownRoles: ['responder', 'enterprise'] },
  visibleTo: 'everyone',
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'priorityIndex', titles: { zh: '负荷等级', en: 'Class of load' }, type: 'integer', required: true, min: 1, max: 3, column: true },
    { id: 'organisationId', titles: { zh: '用电单位', en: 'Organisation' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'facilityId', titles: { zh: '设施', en: 'Facility' }, type: 'relation', register: 'facilities' },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'demandKw', titles: { zh: '保电功率', en: 'Power to keep' }, type: 'number', unitCode: 'kW', required: true, min: 0.1, max: 20_000, column: true },
    { id: 'phaseCode', titles: { zh: '相数', en: 'Phases' }, type: 'code', required: true, codeList: PHASE_CODES },
    { id: 'nominalVolt', titles: { zh: '电压', en: 'Voltage' }, type: 'number', unitCode: 'V', required: true, min: 100, max: 35_000 },
    { id: 'connectorCode', titles: { zh: '接口', en: 'Connector' }, type: 'code', required: true, codeList: CONNECTOR_CODES },
    { id: 'neededHours', titles: { zh: '保电时长', en: 'Hours to bridge' }, type: 'number', unitCode: 'h', required: true, min: 0.1, max: 1000 },
    { id: 'acceptsParallel', titles: { zh: '可多机并供', en: 'Takes several generators' }, type: 'boolean', required: true },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});
