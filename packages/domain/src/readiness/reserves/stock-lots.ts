// Register of stock lots: the stock reserve, lot by lot, with place, expiry and inspection. The
// quantity is not a value of the record: it is the lot's holding, opened from `openingValue` and
// moved only by orders, receipts and approved counts.

import { codeEntry, defineRegister, stateEntry } from '../../register/index.ts';

export const stockLots = defineRegister({
  id: 'stock-lots',
  titles: { zh: '实物储备', en: 'Stock lots' },
  room: 'readiness/reserves',
  titleField: 'lotNumber',
  geometryField: 'position',
  ownerField: 'organisationId',
  holdingField: 'openingValue',
  importKey: 'lotNumber',
  edit: { roles: ['admin', 'reserve'], ownRoles: ['enterprise'] },
  verify: { roles: ['reserve'], documentField: 'documentId' },
  visibleTo: 'everyone',
  states: [stateEntry('ready', '可用', 'ready'), stateEntry('under-test', '检测中', 'under test'), stateEntry('scrapped', '报废', 'scrapped')],
  transitions: [
    { from: 'ready', to: 'under-test', roles: [] },
    { from: 'under-test', to: 'ready', roles: [] },
    { from: 'under-test', to: 'scrapped', roles: [] },
  ],
  expiry: [{ field: 'expiresAt', remindDays: 90 }, { field: 'inspectionValidUntilAt', remindDays: 30 }],
  rules: [
    {
      code: 'READINESS_INSPECTION_UNDATED', field: 'inspectionValidUntilAt',
      holds: ({ inspectionCode, inspectionValidUntilAt }) => inspectionCode !== 'passed' || inspectionValidUntilAt !== null,
    },
  ],
  fields: [
    { id: 'lotNumber', titles: { zh: '批号', en: 'Lot' }, type: 'text', required: true, searchable: true, column: true, fixed: true },
    { id: 'itemKindId', titles: { zh: '物资种类', en: 'Item kind' }, type: 'relation', register: 'item-kinds', required: true, column: true, fixed: true },
    { id: 'organisationId', titles: { zh: '保管单位', en: 'Kept by' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'facilityId', titles: { zh: '库房', en: 'Depot' }, type: 'relation', register: 'facilities', column: true },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'openingValue', titles: { zh: '入库数量', en: 'Opening quantity' }, type: 'number', min: 0, max: 1_000_000_000, required: true, fixed: true },
    { id: 'floorValue', titles: { zh: '储备底数', en: 'Floor to keep' }, type: 'number', min: 0, max: 1_000_000_000 },
    { id: 'producedOn', titles: { zh: '生产日期', en: 'Produced' }, type: 'date' },
    { id: 'expiresAt', titles: { zh: '失效时间', en: 'Expires' }, type: 'instant', column: true },
    { id: 'inspectedAt', titles: { zh: '检验时间', en: 'Inspected' }, type: 'instant' },
    {
      id: 'inspectionCode', titles: { zh: '检验结论', en: 'Inspection' }, type: 'code', required: true, column: true,
      codeList: [codeEntry('passed', '合格', 'passed'), codeEntry('failed', '不合格', 'failed'), codeEntry('not-inspected', '未检验', 'not inspected')],
    },
    { id: 'inspectionValidUntilAt', titles: { zh: '检验有效期至', en: 'Inspection valid until' }, type: 'instant', column: true },
    { id: 'documentId', titles: { zh: '检验报告', en: 'Inspection report' }, type: 'document' },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'ownerOrganisationId', titles: { zh: '权属单位', en: 'Owned by' }, type: 'relation', register: 'organisations' },
    { id: 'binId', titles: { zh: '货位', en: 'Bin' }, type: 'relation', register: 'storage-bins', column: true },
    { id: 'countState', titles: { zh: '盘点', en: 'Count' }, type: 'code', system: true, codeList: [codeEntry('agreed', '账实相符', 'agrees'), codeEntry('difference', '差异待批', 'difference to approve')] },
    { id: 'countedValue', titles: { zh: '盘点数量', en: 'Counted' }, type: 'number', system: true, min: 0 },
    { id: 'countBookValue', titles: { zh: '盘点时账面数', en: 'Book quantity at the count' }, type: 'number', system: true, min: 0 },
    { id: 'countedAt', titles: { zh: '盘点时间', en: 'Counted at' }, type: 'instant', system: true },
    { id: 'countedBy', titles: { zh: '盘点人', en: 'Counted by' }, type: 'text', system: true },
  ],
});
