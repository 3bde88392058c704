// Register of social agreements: what a firm holds for us under contract. What counts is the
// agreed quantity, lowered by a failed audit (S-448); the holding carries what is left of it.

import { codeEntry, defineRegister, stateEntry } from '../../register/index.ts';

export const socialAgreements = defineRegister({
  id: 'social-agreements',
  titles: { zh: '社会储备协议', en: 'Social agreements' },
  room: 'readiness/reserves',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  holdingField: 'agreedValue',
  importKey: 'id',
  edit: { roles: ['admin', 'reserve'], ownRoles: [] },
  verify: { roles: ['reserve'], documentField: 'documentId' },
  visibleTo: ['duty', 'commander', 'dispatcher', 'enterprise', 'reserve', 'industry', 'admin'],
  states: [stateEntry('in-force', '有效', 'in force'), stateEntry('suspended', '中止', 'suspended'), stateEntry('ended', '终止', 'ended')],
  transitions: [
    { from: 'in-force', to: 'suspended', roles: ['admin', 'reserve'] },
    { from: 'suspended', to: 'in-force', roles: ['admin', 'reserve'] },
    { from: 'in-force', to: 'ended', roles: ['admin', 'reserve'] },
    { from: 'suspended', to: 'ended', roles: ['admin', 'reserve'] },
  ],
  expiry: [{ field: 'validUntilAt', remindDays: 60 }],
  rules: [
    {
      code: 'READINESS_VALIDITY_REVERSED', field: 'validUntilAt',
      holds: ({ validFromAt, validUntilAt }) => (validFromAt as number) < (validUntilAt as number),
    },
  ],
  fields: [
    { id: 'name', titles: { zh: '协议', en: 'Agreement' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'itemKindId', titles: { zh: '物资种类', en: 'Item kind' }, type: 'relation', register: 'item-kinds', required: true, column: true, fixed: true },
    { id: 'enterpriseId', titles: { zh: '企业', en: 'Enterprise' }, type: 'relation', register: 'enterprises', required: true, column: true },
    { id: 'organisationId', titles: { zh: '执行单位', en: 'Carried out by' }, type: 'relation', register: 'organisations', required: true },
    { id: 'facilityId', titles: { zh: '存放设施', en: 'Kept at' }, type: 'relation', register: 'facilities' },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'agreedValue', titles: { zh: '协议数量', en: 'Agreed quantity' }, type: 'number', min: 0, max: 1_000_000_000, required: true, column: true, fixed: true },
    { id: 'callUpLeadS', titles: { zh: '调用时限', en: 'Call-up time' }, type: 'number', unitCode: 's', min: 0, max: 2_592_000, required: true, column: true },
    { id: 'acceptanceRatio', titles: { zh: '履约率', en: 'Share of calls honoured' }, type: 'number', min: 0, max: 1 },
    { id: 'validFromAt', titles: { zh: '生效时间', en: 'Valid from' }, type: 'instant', required: true },
    { id: 'validUntilAt', titles: { zh: '有效期至', en: 'Valid until' }, type: 'instant', required: true, column: true },
    { id: 'rentFen', titles: { zh: '年补偿费', en: 'Yearly rent' }, type: 'money', min: 0 },
    { id: 'documentId', titles: { zh: '协议文本', en: 'Document' }, type: 'document' },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'auditCode', titles: { zh: '核查结论', en: 'Audit' }, type: 'code', system: true, column: true, codeList: [codeEntry('passed', '通过', 'passed'), codeEntry('failed', '未通过', 'failed')] },
    { id: 'auditedAt', titles: { zh: '核查时间', en: 'Audited at' }, type: 'instant', system: true },
    { id: 'auditedBy', titles: { zh: '核查人', en: 'Audited by' }, type: 'text', system: true },
    { id: 'callCount', titles: { zh: '调用次数', en: 'Calls' }, type: 'integer', min: 0, system: true },
    { id: 'honouredValue', titles: { zh: '履约累计', en: 'Calls honoured' }, type: 'number', min: 0, system: true },
    { id: 'countedValue', titles: { zh: '计入数量', en: 'Counted quantity' }, type: 'number', min: 0, system: true, column: true },
  ],
});
