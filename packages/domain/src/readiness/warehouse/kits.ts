// Register of kits: what is of use only together. A skimmer without power pack, storage and crew recovers
// nothing, so the kit is as ready as the least of its parts, never their average.

import { codeEntry, defineRegister } from '../../register/index.ts';

export const kits = defineRegister({
  id: 'kits',
  titles: { zh: '成套装备', en: 'Kits' },
  room: 'readiness/reserves',
  titleField: 'name',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'reserve'], ownRoles: ['enterprise'] },
  visibleTo: 'everyone',
  rules: [
    { code: 'READINESS_KIT_PART_UNCLEAR', field: 'parts', holds: ({ parts }) => (parts as readonly { itemKindId: string | null; teamId: string | null }[]).every(({ itemKindId, teamId }) => (itemKindId === null) !== (teamId === null)) },
  ],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'facilityId', titles: { zh: '库房', en: 'Depot' }, type: 'relation', register: 'facilities', required: true, column: true },
    { id: 'organisationId', titles: { zh: '保管单位', en: 'Kept by' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'wantedCount', titles: { zh: '应备套数', en: 'Kits wanted' }, type: 'integer', min: 1, max: 10_000, required: true, column: true },
    // Kits of one place share its stock: the lower number takes first.
    { id: 'priorityIndex', titles: { zh: '优先次序', en: 'Priority' }, type: 'integer', min: 1, max: 1_000, required: true },
    {
      id: 'parts', titles: { zh: '组成', en: 'Parts' }, type: 'rows', required: true,
      fields: [
        {
          id: 'roleCode', titles: { zh: '作用', en: 'Role' }, type: 'code', required: true,
          codeList: [
            codeEntry('main', '主机', 'main unit'), codeEntry('power', '动力', 'power pack'), codeEntry('storage', '储存', 'storage'), codeEntry('crew', '人员', 'crew'),
            codeEntry('consumable', '耗材', 'consumable'), codeEntry('accessory', '附件', 'accessory'),
          ],
        },
        { id: 'itemKindId', titles: { zh: '物资种类', en: 'Item kind' }, type: 'relation', register: 'item-kinds' },
        { id: 'teamId', titles: { zh: '队伍', en: 'Team' }, type: 'relation', register: 'teams' },
        { id: 'perKitValue', titles: { zh: '每套数量', en: 'For one kit' }, type: 'number', min: 0.000001, max: 1_000_000, required: true },
      ],
    },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
  ],
});
