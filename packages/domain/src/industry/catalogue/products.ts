// Register of products and services of local firms, placed on a leaf of the catalogue trees of
// 2015 and 2021, and joined to an item kind so that a gap in the reserves finds its makers.

import { codeEntry, CONFIDENCE_CODES, defineRegister, stateEntry } from '../../register/index.ts';

export const products = defineRegister({
  id: 'products',
  titles: { zh: '应急产品和服务', en: 'Products and services' },
  room: 'industry/catalogue',
  titleField: 'name',
  importKey: 'id',
  edit: { roles: ['admin', 'industry'], ownRoles: [] },
  visibleTo: 'everyone',
  states: [stateEntry('offered', '在售', 'offered'), stateEntry('withdrawn', '停售', 'withdrawn')],
  transitions: [
    { from: 'offered', to: 'withdrawn', roles: [] },
    { from: 'withdrawn', to: 'offered', roles: [] },
  ],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '类型', en: 'Kind' }, type: 'code', required: true, column: true,
      codeList: [codeEntry('product', '产品', 'product'), codeEntry('service', '服务', 'service')],
    },
    { id: 'enterpriseId', titles: { zh: '企业', en: 'Enterprise' }, type: 'relation', register: 'enterprises', required: true, column: true },
    { id: 'leaf2021Code', titles: { zh: '2021年版目录', en: 'Catalogue of 2021' }, type: 'text', pattern: '[a-z0-9.-]+', required: true, column: true },
    { id: 'leaf2015Code', titles: { zh: '2015年目录', en: 'Catalogue of 2015' }, type: 'text', pattern: '[a-z0-9.-]+' },
    { id: 'itemKindId', titles: { zh: '物资种类', en: 'Item kind' }, type: 'relation', register: 'item-kinds' },
    { id: 'unitPriceFen', titles: { zh: '单价', en: 'Unit price' }, type: 'money', min: 0 },
    { id: 'leadDays', titles: { zh: '交货周期', en: 'Lead time' }, type: 'number', unitCode: 'd', min: 0, max: 3_650 },
    { id: 'firstUse', titles: { zh: '首台套', en: 'First use' }, type: 'boolean' },
    { id: 'description', titles: { zh: '说明', en: 'Description' }, type: 'longtext', searchable: true },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});
