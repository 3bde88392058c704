// Register of production-capacity contracts: what a works can make once it is asked, by the hour.
// Quantity by hour follows the ramp and stops at the raw material in the yard (S-449).

import { defineRegister, stateEntry } from '../../register/index.ts';

export const capacityContracts = defineRegister({
  id: 'capacity-contracts',
  titles: { zh: '生产能力储备协议', en: 'Production-capacity contracts' },
  room: 'readiness/reserves',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  holdingField: 'rawMaterialCapValue',
  importKey: 'id',
  edit: { roles: ['admin', 'reserve', 'industry'], ownRoles: [] },
  verify: { roles: ['reserve'], documentField: 'documentId' },
  visibleTo: ['duty', 'commander', 'dispatcher', 'enterprise', 'reserve', 'industry', 'admin'],
  states: [stateEntry('in-force', '有效', 'in force'), stateEntry('suspended', '中止', 'suspended'), stateEntry('ended', '终止', 'ended')],
  transitions: [
    { from: 'in-force', to: 'suspended', roles: ['admin', 'reserve', 'industry'] },
    { from: 'suspended', to: 'in-force', roles: ['admin', 'reserve', 'industry'] },
    { from: 'in-force', to: 'ended', roles: ['admin', 'reserve', 'industry'] },
    { from: 'suspended', to: 'ended', roles: ['admin', 'reserve', 'industry'] },
  ],
  expiry: [{ field: 'validUntilAt', remindDays: 60 }],
  rules: [
    {
      code: 'READINESS_VALIDITY_REVERSED', field: 'validUntilAt',
      holds: ({ validFromAt, validUntilAt }) => (validFromAt as number) < (validUntilAt as number),
    },
    {
      code: 'READINESS_RAMP_UNORDERED', field: 'ramp',
      holds: ({ ramp }) => (ramp as readonly { fromHours: number }[]).every((step, i, all) => i === 0 || step.fromHours > (all[i - 1]?.fromHours ?? 0)),
    },
  ],
  fields: [
    { id: 'name', titles: { zh: '协议', en: 'Contract' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'itemKindId', titles: { zh: '物资种类', en: 'Item kind' }, type: 'relation', register: 'item-kinds', required: true, column: true, fixed: true },
    { id: 'enterpriseId', titles: { zh: '企业', en: 'Enterprise' }, type: 'relation', register: 'enterprises', required: true, column: true },
    { id: 'organisationId', titles: { zh: '执行单位', en: 'Carried out by' }, type: 'relation', register: 'organisations', required: true },
    { id: 'facilityId', titles: { zh: '生产地', en: 'Works' }, type: 'relation', register: 'facilities' },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'startLeadS', titles: { zh: '启动时间', en: 'Start-up time' }, type: 'number', unitCode: 's', min: 0, max: 2_592_000, required: true, column: true },
    {
      id: 'ramp', titles: { zh: '产能爬坡', en: 'Ramp' }, type: 'rows', required: true,
      fields: [
        { id: 'fromHours', titles: { zh: '投产后小时', en: 'Hours after start' }, type: 'number', unitCode: 'h', min: 0, max: 8_760, required: true },
        { id: 'ratePerHourValue', titles: { zh: '每小时产量', en: 'Output per hour' }, type: 'number', min: 0, max: 1_000_000, required: true },
      ],
    },
    // Empty: round the clock. Each begins at an hour of the local day and may run past midnight.
    {
      id: 'shifts', titles: { zh: '班次', en: 'Shifts' }, type: 'rows',
      fields: [
        { id: 'startLocalHours', titles: { zh: '开始时刻（当地）', en: 'Starts at hour (local)' }, type: 'number', unitCode: 'h', min: 0, max: 24, required: true },
        { id: 'workedHours', titles: { zh: '工作时长', en: 'Hours worked' }, type: 'number', unitCode: 'h', min: 0, max: 24, required: true },
      ],
    },
    { id: 'rawMaterialCapValue', titles: { zh: '原料可产上限', en: 'Limit by raw material' }, type: 'number', min: 0, max: 1_000_000_000, required: true, column: true, fixed: true },
    { id: 'validFromAt', titles: { zh: '生效时间', en: 'Valid from' }, type: 'instant', required: true },
    { id: 'validUntilAt', titles: { zh: '有效期至', en: 'Valid until' }, type: 'instant', required: true, column: true },
    { id: 'activationCostFen', titles: { zh: '启动费用', en: 'Cost of activation' }, type: 'money', min: 0 },
    { id: 'documentId', titles: { zh: '协议文本', en: 'Document' }, type: 'document' },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
  ],
});
