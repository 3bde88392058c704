// Register of organisations: counties, function zones, departments, services, units of enterprises.
// Every task, plan and alert has an owning unit (S-001). Division codes after GB/T 2260.

import { codeEntry, CONFIDENCE_CODES, defineRegister } from '../../register/index.ts';

export const organisations = defineRegister({
  id: 'organisations',
  titles: { zh: '单位', en: 'Organisations' },
  room: 'readiness/forces',
  titleField: 'name',
  geometryField: 'position',
  importKey: 'id',
  edit: { roles: ['admin'], ownRoles: [] },
  visibleTo: 'everyone',
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '性质', en: 'Kind' }, type: 'code', required: true, column: true,
      codeList: [
        codeEntry('city', '市', 'city'), codeEntry('district', '区', 'district'), codeEntry('county', '县', 'county'),
        codeEntry('function-zone', '功能区', 'function zone'), codeEntry('department', '市直部门', 'municipal department'),
        codeEntry('state-agency', '中央驻舟单位', 'state agency'), codeEntry('rescue-service', '救援队伍', 'rescue service'),
        codeEntry('enterprise', '企业', 'enterprise'), codeEntry('other', '其他', 'other'),
      ],
    },
    { id: 'divisionCode', titles: { zh: '行政区划代码', en: 'Division code' }, type: 'text', check: 'division-code', searchable: true, column: true },
    { id: 'parentId', titles: { zh: '上级单位', en: 'Parent' }, type: 'relation', register: 'organisations' },
    { id: 'addressee', titles: { zh: '主送单位', en: 'Addressee of the opinions' }, type: 'boolean' },
    { id: 'phone', titles: { zh: '值班电话', en: 'Duty telephone' }, type: 'text', column: true },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat' },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});
