// Register of hospitals: beds by speciality as installed, and the free ones as last reported. A free
// bed is what a hospital said at a time; after its validity it is unknown, never assumed free (S-444).

import { codeEntry, CONFIDENCE_CODES, defineRegister, stateEntry } from '../../register/index.ts';
import { CHECK_IN_FIELDS } from './check-in-fields.ts';
import { SPECIALITY_CODES } from './specialities.ts';

export const hospitals = defineRegister({
  id: 'hospitals',
  titles: { zh: '医疗机构', en: 'Hospitals' },
  room: 'readiness/forces',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'duty', 'dispatcher'], ownRoles: ['responder', 'enterprise'] },
  visibleTo: 'everyone',
  states: [stateEntry('ready', '接诊', 'receiving'), stateEntry('closed', '停诊', 'closed')],
  transitions: [{ from: 'ready', to: 'closed', roles: [] }, { from: 'closed', to: 'ready', roles: [] }],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '等级', en: 'Level' }, type: 'code', required: true, column: true,
      codeList: [codeEntry('tertiary', '三级', 'tertiary'), codeEntry('secondary', '二级', 'secondary'), codeEntry('primary', '基层', 'primary'), codeEntry('first-aid', '急救站', 'first-aid post')],
    },
    { id: 'organisationId', titles: { zh: '主管单位', en: 'Organisation' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'facilityId', titles: { zh: '设施', en: 'Facility' }, type: 'relation', register: 'facilities' },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    {
      id: 'beds', titles: { zh: '编制床位', en: 'Beds' }, type: 'rows', required: true,
      fields: [
        { id: 'specialityCode', titles: { zh: '专科', en: 'Speciality' }, type: 'code', required: true, codeList: SPECIALITY_CODES },
        { id: 'bedCount', titles: { zh: '床位', en: 'Beds' }, type: 'integer', required: true, min: 0, max: 10_000 },
      ],
    },
    {
      id: 'freeBeds', titles: { zh: '空床（报告）', en: 'Free beds (reported)' }, type: 'rows', system: true,
      fields: [
        { id: 'specialityCode', titles: { zh: '专科', en: 'Speciality' }, type: 'code', required: true, codeList: SPECIALITY_CODES },
        { id: 'freeCount', titles: { zh: '空床', en: 'Free' }, type: 'integer', required: true, min: 0, max: 10_000 },
      ],
    },
    { id: 'hasPad', titles: { zh: '直升机起降点', en: 'Helicopter pad' }, type: 'boolean' },
    { id: 'phone', titles: { zh: '值班电话', en: 'Duty telephone' }, type: 'text' },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
    ...CHECK_IN_FIELDS,
  ],
});
