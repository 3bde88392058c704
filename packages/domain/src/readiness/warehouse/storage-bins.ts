// Register of bins: where in a store something lies. A bin belongs to a zone of one place; row and column
// draw it in the picture of the store and give the order of a walk through it.

import { codeEntry, defineRegister } from '../../register/index.ts';

export const storageBins = defineRegister({
  id: 'storage-bins',
  titles: { zh: '库区货位', en: 'Storage bins' },
  room: 'readiness/reserves',
  titleField: 'name',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'reserve'], ownRoles: ['enterprise'] },
  visibleTo: 'everyone',
  fields: [
    { id: 'name', titles: { zh: '货位', en: 'Bin' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'facilityId', titles: { zh: '库房', en: 'Depot' }, type: 'relation', register: 'facilities', required: true, column: true },
    { id: 'organisationId', titles: { zh: '保管单位', en: 'Kept by' }, type: 'relation', register: 'organisations', required: true },
    { id: 'zoneCode', titles: { zh: '库区', en: 'Zone' }, type: 'text', pattern: '[A-Z][A-Z0-9]{0,3}', required: true, searchable: true, column: true },
    { id: 'zoneName', titles: { zh: '库区名称', en: 'Name of the zone' }, type: 'titles', required: true },
    { id: 'binCode', titles: { zh: '货位号', en: 'Bin code' }, type: 'text', pattern: '[A-Z0-9-]{1,12}', required: true, searchable: true, column: true },
    { id: 'rowIndex', titles: { zh: '排', en: 'Row' }, type: 'integer', min: 0, max: 200, required: true },
    { id: 'columnIndex', titles: { zh: '列', en: 'Column' }, type: 'integer', min: 0, max: 200, required: true },
    { id: 'volumeM3', titles: { zh: '容积', en: 'Volume' }, type: 'number', unitCode: 'm3', min: 0, max: 100_000 },
    { id: 'massKgMax', titles: { zh: '承重', en: 'Load limit' }, type: 'number', unitCode: 'kg', min: 0, max: 10_000_000 },
    {
      id: 'conditionCode', titles: { zh: '存放条件', en: 'Condition' }, type: 'code',
      codeList: [codeEntry('dry', '干燥', 'dry'), codeEntry('open-air', '露天', 'open air'), codeEntry('chemical', '化学品', 'chemicals'), codeEntry('quarantine', '待检隔离', 'quarantine')],
    },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
  ],
});
