// Register of indicators: the targets of the opinions, each with its formula by id, its due day and
// the documents that prove it. Whether a target is met is computed, never typed in (S-208, S-209): an
// approval that the office enters counts once somebody in another role has verified it.

import { codeEntry, defineRegister } from '../../register/index.ts';

export const indicators = defineRegister({
  id: 'indicators',
  titles: { zh: '发展指标', en: 'Indicators' },
  room: 'industry/indicators',
  titleField: 'name',
  importKey: 'id',
  edit: { roles: ['admin', 'industry', 'commander'], ownRoles: [] },
  verify: { roles: ['commander', 'admin'], rowsField: 'approvals', rowKey: 'documentId', documentField: 'documentId', apartFromWriter: true },
  visibleTo: 'everyone',
  rules: [
    {
      code: 'INDUSTRY_TARGET_REVERSED', field: 'targetCountMax',
      holds: ({ targetCountMin, targetCountMax }) => targetCountMax === null || (targetCountMin as number) <= (targetCountMax as number),
    },
  ],
  fields: [
    { id: 'name', titles: { zh: '指标', en: 'Indicator' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'formulaCode', titles: { zh: '计算方法', en: 'Formula' }, type: 'code', required: true, column: true,
      codeList: [
        codeEntry('approved-national-bases', '获批国家级应急产业示范基地数', 'national demonstration bases with an approval document'),
        codeEntry('backbone-enterprises', '年销售收入超过5亿元的企业数', 'enterprises with verified yearly sales over CNY 500 m'),
      ],
    },
    { id: 'targetCountMin', titles: { zh: '目标下限', en: 'Target, at least' }, type: 'integer', min: 0, required: true, column: true },
    { id: 'targetCountMax', titles: { zh: '目标上限', en: 'Target, up to' }, type: 'integer', min: 0, column: true },
    { id: 'dueOn', titles: { zh: '期限', en: 'Due' }, type: 'date', required: true, column: true },
    { id: 'clauseText', titles: { zh: '出处', en: 'Clause' }, type: 'text', required: true, searchable: true },
    {
      id: 'approvals', titles: { zh: '批准文件', en: 'Approval documents' }, type: 'rows',
      fields: [
        { id: 'title', titles: { zh: '文件名称', en: 'Title' }, type: 'text', required: true },
        { id: 'number', titles: { zh: '文号', en: 'Number' }, type: 'text' },
        { id: 'approvedOn', titles: { zh: '批准日期', en: 'Approved' }, type: 'date', required: true },
        { id: 'documentId', titles: { zh: '附件', en: 'Document' }, type: 'document', required: true },
        { id: 'verified', titles: { zh: '已核实', en: 'Verified' }, type: 'boolean' },
        { id: 'verifiedBy', titles: { zh: '核实人', en: 'Verified by' }, type: 'text', system: true },
        { id: 'changedSinceVerified', titles: { zh: '核实后被修改', en: 'Changed since verified' }, type: 'boolean', system: true },
        { id: 'writtenById', titles: { zh: '录入人', en: 'Entered by' }, type: 'text', system: true },
        { id: 'writtenRoles', titles: { zh: '录入人角色', en: 'Roles of who entered it' }, type: 'text', system: true },
      ],
    },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
  ],
});
