// Fields of a made-up register for the tests of this folder.

import type { Field, FieldType } from './declared.ts';

export function field(id: string, type: FieldType, more: Partial<Field> = {}): Field {
  return {
    id, type, titles: { zh: id, en: id }, itemType: null, unitCode: null, min: null, max: null, required: false, codeList: null, relationRegisterId: null,
    fields: null, column: false, searchable: false, personal: false, fixed: false, system: false, ...more,
  };
}

export const FIELDS: readonly Field[] = [
  field('name', 'titles', { titles: { zh: '名称', en: 'Name' } }),
  field('capacityM3', 'number', { titles: { zh: '容积', en: 'Capacity' }, unitCode: 'm3' }),
  field('peopleCount', 'integer'),
  field('rentFen', 'money', { titles: { zh: '年租', en: 'Rent' }, min: 0 }),
  field('connected', 'boolean'),
  field('producedOn', 'date'),
  field('expiresAt', 'instant'),
  field('kindCode', 'code', { codeList: [{ code: 'a', titles: { zh: '甲', en: 'A' } }] }),
  field('facilityId', 'relation', { relationRegisterId: 'facilities' }),
  field('position', 'lonlat'),
  field('boundary', 'polygon'),
  field('documentId', 'document'),
  field('skillCodes', 'list', { itemType: 'code' }),
  field('years', 'rows', {
    titles: { zh: '年度数据', en: 'Years' },
    fields: [field('yearIndex', 'integer'), field('salesFen', 'money', { titles: { zh: '销售收入', en: 'Sales' } })],
  }),
];
