// Register of enterprises of the local emergency industry. Yearly figures carry who verified them
// and with what document: only verified figures count towards a target (S-209).

import { codeEntry, CONFIDENCE_CODES, defineRegister } from '../../register/index.ts';

export const enterprises = defineRegister({
  id: 'enterprises',
  titles: { zh: '应急产业企业', en: 'Enterprises' },
  room: 'industry/enterprises',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  importKey: 'creditCode',
  edit: { roles: ['admin', 'industry'], ownRoles: ['enterprise'] },
  verify: { roles: ['industry'], rowsField: 'years', rowKey: 'yearIndex', documentField: 'documentId' },
  visibleTo: 'everyone',
  personalVisibleTo: ['admin', 'industry', 'reserve', 'duty', 'dispatcher'],
  fields: [
    { id: 'name', titles: { zh: '企业名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'creditCode', titles: { zh: '统一社会信用代码', en: 'Unified credit code' }, type: 'text', check: 'credit-code', required: true, searchable: true, column: true, fixed: true },
    { id: 'organisationId', titles: { zh: '单位', en: 'Organisation' }, type: 'relation', register: 'organisations' },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat' },
    { id: 'divisionCode', titles: { zh: '行政区划代码', en: 'Division code' }, type: 'text', check: 'division-code' },
    { id: 'park', titles: { zh: '所在园区', en: 'Park' }, type: 'text', searchable: true },
    {
      id: 'fieldCode', titles: { zh: '主要领域', en: 'Main field' }, type: 'code', required: true, column: true,
      codeList: [
        codeEntry('protection', '安全防护', 'safety protection'), codeEntry('monitoring', '监测预警', 'monitoring and warning'),
        codeEntry('rescue', '应急救援处置', 'emergency rescue'), codeEntry('service', '安全应急服务', 'safety and emergency services'),
      ],
    },
    {
      id: 'stageCode', titles: { zh: '培育阶段', en: 'Stage' }, type: 'code', column: true,
      codeList: [codeEntry('seed', '初创', 'seed'), codeEntry('growing', '成长', 'growing'), codeEntry('backbone', '骨干', 'backbone')],
    },
    {
      id: 'years', titles: { zh: '年度数据', en: 'Yearly figures' }, type: 'rows',
      fields: [
        { id: 'yearIndex', titles: { zh: '年份', en: 'Year' }, type: 'integer', min: 2000, max: 2100, required: true },
        { id: 'salesFen', titles: { zh: '销售收入', en: 'Sales' }, type: 'money', min: 0, required: true },
        { id: 'emergencyShareRatio', titles: { zh: '应急产品占比', en: 'Share of emergency products' }, type: 'number', min: 0, max: 1 },
        { id: 'verified', titles: { zh: '已核实', en: 'Verified' }, type: 'boolean', required: true },
        { id: 'verifiedBy', titles: { zh: '核实人', en: 'Verified by' }, type: 'text', system: true },
        { id: 'documentId', titles: { zh: '证明材料', en: 'Evidence' }, type: 'document' },
        { id: 'changedSinceVerified', titles: { zh: '核实后被修改', en: 'Changed since verified' }, type: 'boolean', system: true },
      ],
    },
    { id: 'phone', titles: { zh: '联系电话', en: 'Telephone' }, type: 'text', personal: true },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});
