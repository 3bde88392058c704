// Register of stock policies: how much of a kind a place is to keep, how sure it wants to be of having it,
// and how long it takes to get more. One line for each kind and place; without a line nothing is suggested.

import { codeEntry, defineRegister } from '../../register/index.ts';

export const stockPolicies = defineRegister({
  id: 'stock-policies',
  titles: { zh: '补货策略', en: 'Stock policies' },
  room: 'readiness/reserves',
  titleField: 'name',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'reserve'], ownRoles: ['enterprise'] },
  visibleTo: 'everyone',
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'itemKindId', titles: { zh: '物资种类', en: 'Item kind' }, type: 'relation', register: 'item-kinds', required: true, column: true, fixed: true },
    { id: 'facilityId', titles: { zh: '库房', en: 'Depot' }, type: 'relation', register: 'facilities', required: true, column: true, fixed: true },
    { id: 'organisationId', titles: { zh: '保管单位', en: 'Kept by' }, type: 'relation', register: 'organisations', required: true },
    {
      id: 'demandCode', titles: { zh: '需求类型', en: 'Demand' }, type: 'code', required: true, column: true,
      codeList: [codeEntry('consumable', '消耗品（正态）', 'consumable (normal)'), codeEntry('gear', '低频装备（泊松）', 'low-demand gear (Poisson)')],
    },
    { id: 'serviceRatio', titles: { zh: '服务水平', en: 'Service level' }, type: 'number', min: 0.5, max: 0.9999, required: true, column: true },
    { id: 'leadTimeS', titles: { zh: '补货周期', en: 'Lead time' }, type: 'number', unitCode: 's', min: 0, max: 63_072_000, required: true },
    { id: 'leadTimeSdS', titles: { zh: '补货周期标准差', en: 'Spread of the lead time' }, type: 'number', unitCode: 's', min: 0, max: 31_536_000 },
    { id: 'reviewPeriodS', titles: { zh: '检查周期', en: 'Review period' }, type: 'number', unitCode: 's', min: 0, max: 31_536_000, required: true },
    // What must be there whatever was used so far, such as the class of a clean-up unit asks.
    { id: 'floorValue', titles: { zh: '储备底数', en: 'Floor to keep' }, type: 'number', min: 0, max: 1_000_000_000, required: true },
    // Used while the ledger is too young to tell; each use of it is named.
    { id: 'perDayValueExpected', titles: { zh: '预计日消耗', en: 'Expected use a day' }, type: 'number', min: 0, max: 1_000_000_000 },
    { id: 'perDayValueSdExpected', titles: { zh: '预计日消耗标准差', en: 'Spread of the use a day' }, type: 'number', min: 0, max: 1_000_000_000 },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
  ],
});
