// Register of shelters: places, of them those without steps, what is stored there, and whether it
// is open. Places taken are reported by a check-in; capacity is never passed when people are sent (S-426).

import { codeEntry, CONFIDENCE_CODES, defineRegister, stateEntry } from '../../register/index.ts';
import { CHECK_IN_FIELDS } from './check-in-fields.ts';

export const shelters = defineRegister({
  id: 'shelters',
  titles: { zh: '避难场所', en: 'Shelters' },
  room: 'readiness/forces',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'duty', 'dispatcher'], ownRoles: ['responder', 'enterprise'] },
  visibleTo: 'everyone',
  states: [stateEntry('ready', '可启用', 'can be opened'), stateEntry('open', '已启用', 'open'), stateEntry('closed', '停用', 'closed')],
  transitions: [
    { from: 'ready', to: 'open', roles: [] }, { from: 'open', to: 'ready', roles: [] }, { from: 'ready', to: 'closed', roles: [] }, { from: 'closed', to: 'ready', roles: [] },
  ],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '类别', en: 'Kind' }, type: 'code', required: true, column: true,
      codeList: [codeEntry('school', '学校', 'school'), codeEntry('gym', '体育馆', 'sports hall'), codeEntry('community', '社区中心', 'community centre'), codeEntry('outdoor', '室外场地', 'open ground'), codeEntry('other', '其他', 'other')],
    },
    { id: 'organisationId', titles: { zh: '管理单位', en: 'Organisation' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'placeCount', titles: { zh: '容量', en: 'Places' }, type: 'integer', unitCode: 'persons', required: true, min: 1, max: 200_000, column: true },
    { id: 'accessiblePlaceCount', titles: { zh: '无障碍容量', en: 'Places without steps' }, type: 'integer', unitCode: 'persons', required: true, min: 0, max: 200_000 },
    { id: 'takenPlaceCount', titles: { zh: '已安置（报告）', en: 'Places taken (reported)' }, type: 'integer', unitCode: 'persons', system: true, min: 0 },
    { id: 'storedWaterLitres', titles: { zh: '储水', en: 'Water stored' }, type: 'number', unitCode: 'L', min: 0, max: 10_000_000 },
    { id: 'storedMealCount', titles: { zh: '储备餐份', en: 'Meals stored' }, type: 'integer', min: 0, max: 10_000_000 },
    { id: 'floodSafe', titles: { zh: '高于风暴潮线', en: 'Above the storm surge' }, type: 'boolean' },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
    ...CHECK_IN_FIELDS,
  ],
});
