// Register of item kinds: what can be held in reserve, in which unit it is counted, and which need
// of a spill it meets. Boom classes after the annex on ship-pollution clean-up units (heights
// 1500 / 900 / 600 mm); the supply code after GB/T 38565-2020 (pattern sure, middle classes not).

import { codeEntry, CONFIDENCE_CODES, defineRegister } from '../../register/index.ts';

export const itemKinds = defineRegister({
  id: 'item-kinds',
  titles: { zh: '物资种类', en: 'Item kinds' },
  room: 'readiness/reserves',
  titleField: 'name',
  importKey: 'id',
  edit: { roles: ['admin', 'reserve'], ownRoles: [] },
  visibleTo: 'everyone',
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'capabilityCode', titles: { zh: '能力', en: 'Capability' }, type: 'code', required: true, column: true,
      codeList: [
        codeEntry('boom-open', '开阔水域围油栏', 'open-water boom'), codeEntry('boom-sheltered', '遮蔽水域围油栏', 'sheltered-water boom'),
        codeEntry('boom-shore', '岸线围油栏', 'shoreline boom'), codeEntry('boom-fire', '防火围油栏', 'fire boom'),
        codeEntry('skimmer-light', '中低粘度收油机', 'low and medium viscosity skimmer'), codeEntry('skimmer-heavy', '高粘度收油机', 'high viscosity skimmer'),
        codeEntry('storage', '临时储油', 'temporary storage'), codeEntry('sorbent', '吸油材料', 'sorbent'),
        codeEntry('dispersant', '溢油分散剂', 'dispersant'), codeEntry('sprayer', '喷洒装置', 'sprayer'),
        codeEntry('cleaner', '热水清洗机', 'hot-water cleaner'), codeEntry('foam', '泡沫液', 'foam concentrate'),
        codeEntry('protection', '个体防护', 'personal protection'),
        codeEntry('drinking-water', '饮用水', 'drinking water'), codeEntry('food', '食品', 'food'), codeEntry('medical-kit', '医疗包', 'medical kit'), codeEntry('other', '其他', 'other'),
      ],
    },
    {
      id: 'unitCode', titles: { zh: '计量单位', en: 'Unit' }, type: 'code', required: true, column: true,
      codeList: [
        codeEntry('m', '米', 'm'), codeEntry('m3/h', '立方米每小时', 'm³/h'), codeEntry('m3', '立方米', 'm³'), codeEntry('kg', '千克', 'kg'),
        codeEntry('pieces', '件', 'pieces'), codeEntry('sets', '套', 'sets'), codeEntry('persons', '人', 'persons'),
      ],
    },
    // Only multiples are sent; empty: any amount.
    { id: 'stepValue', titles: { zh: '最小发放单元', en: 'Sent in steps of' }, type: 'number', min: 0, max: 1_000_000 },
    {
      id: 'requires', titles: { zh: '配套物资', en: 'Needs with it' }, type: 'rows',
      fields: [
        { id: 'itemKindId', titles: { zh: '物资种类', en: 'Item kind' }, type: 'relation', register: 'item-kinds', required: true },
        { id: 'perUnitValue', titles: { zh: '每单位需要', en: 'For each unit' }, type: 'number', min: 0, max: 1_000_000, required: true },
      ],
    },
    { id: 'massKgPerUnit', titles: { zh: '单位质量', en: 'Mass of one unit' }, type: 'number', unitCode: 'kg', min: 0, max: 100_000, required: true },
    { id: 'volumeM3PerUnit', titles: { zh: '单位体积', en: 'Volume of one unit' }, type: 'number', unitCode: 'm3', min: 0, max: 1_000 },
    { id: 'handlingDurationS', titles: { zh: '装卸时间', en: 'Loading time' }, type: 'number', unitCode: 's', min: 0, max: 86_400, required: true },
    { id: 'supplyCode', titles: { zh: '应急物资编码', en: 'Supply code' }, type: 'text', pattern: '[123]\\d{6}', searchable: true },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});
