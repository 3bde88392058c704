// Register of packages: units and goods that are of use only together. A package is as ready as the
// least ready of its parts, never an average (README of the formulation, readiness index).

import { codeEntry, CONFIDENCE_CODES, defineRegister } from '../../register/index.ts';

export const forcePackages = defineRegister({
  id: 'force-packages',
  titles: { zh: '力量编组', en: 'Packages of forces' },
  room: 'readiness/forces',
  titleField: 'name',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'duty', 'dispatcher'], ownRoles: ['responder'] },
  visibleTo: 'everyone',
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'organisationId', titles: { zh: '牵头单位', en: 'Led by' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'purposeText', titles: { zh: '用途', en: 'Purpose' }, type: 'titles', column: true },
    {
      id: 'parts', titles: { zh: '组成', en: 'Parts' }, type: 'rows', required: true,
      fields: [
        {
          id: 'registerCode', titles: { zh: '名录', en: 'Register' }, type: 'code', required: true,
          codeList: [
            codeEntry('teams', '救援队伍', 'teams'), codeEntry('vessels', '应急船舶', 'vessels'), codeEntry('vehicles', '应急车辆', 'vehicles'), codeEntry('aircraft', '航空器', 'aircraft'),
            codeEntry('hospitals', '医疗机构', 'hospitals'), codeEntry('generators', '应急电源', 'generators'), codeEntry('item-kinds', '物资', 'goods'),
          ],
        },
        { id: 'kindCode', titles: { zh: '类别或物资', en: 'Kind, or item kind' }, type: 'text', required: true },
        { id: 'facilityId', titles: { zh: '所在设施', en: 'At' }, type: 'relation', register: 'facilities' },
        { id: 'neededValue', titles: { zh: '需要数量', en: 'Needed' }, type: 'number', required: true, min: 0.000001, max: 1_000_000_000 },
      ],
    },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});
