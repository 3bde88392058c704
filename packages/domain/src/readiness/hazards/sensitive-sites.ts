// Register of sensitive sites: places that a spill must not reach, with a priority for protection
// (1 first … 5) and the length of shore to protect. Priority is our order of work, not a risk colour.

import { codeEntry, CONFIDENCE_CODES, defineRegister } from '../../register/index.ts';

export const sensitiveSites = defineRegister({
  id: 'sensitive-sites',
  titles: { zh: '敏感目标', en: 'Sensitive sites' },
  room: 'readiness/hazards',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  importKey: 'id',
  edit: { roles: ['admin', 'duty'], ownRoles: [] },
  visibleTo: 'everyone',
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '类别', en: 'Kind' }, type: 'code', required: true, column: true,
      codeList: [
        codeEntry('aquaculture', '养殖区', 'aquaculture'), codeEntry('water-intake', '取水口', 'water intake'),
        codeEntry('beach', '海滨浴场', 'beach'), codeEntry('reserve', '海洋保护区', 'marine reserve'),
        codeEntry('fishing-port', '渔港', 'fishing port'), codeEntry('wetland', '滩涂湿地', 'tidal flat'),
        codeEntry('scenic', '景区岸线', 'scenic shore'), codeEntry('settlement', '居民岸线', 'settled shore'),
      ],
    },
    { id: 'position', titles: { zh: '位置', en: 'Position' }, type: 'lonlat', required: true },
    { id: 'area', titles: { zh: '范围', en: 'Area' }, type: 'polygon' },
    { id: 'reachRadiusM', titles: { zh: '到达判定半径', en: 'Radius that counts as reached' }, type: 'number', unitCode: 'm', min: 50, max: 10_000, required: true },
    { id: 'shoreLengthM', titles: { zh: '需防护岸线', en: 'Shore to protect' }, type: 'number', unitCode: 'm', min: 0, max: 100_000, required: true, column: true },
    { id: 'priorityIndex', titles: { zh: '防护优先序', en: 'Priority of protection' }, type: 'integer', min: 1, max: 5, required: true, column: true },
    { id: 'organisationId', titles: { zh: '联系单位', en: 'Unit to call' }, type: 'relation', register: 'organisations' },
    { id: 'notes', titles: { zh: '备注', en: 'Notes' }, type: 'longtext', searchable: true },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});
