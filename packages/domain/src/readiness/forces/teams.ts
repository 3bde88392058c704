// Register of teams: people and vehicles that go by road, or ride with a ship. What they can carry
// and how soon they can leave decides the plan.

import { codeEntry, CONFIDENCE_CODES, defineRegister, stateEntry } from '../../register/index.ts';

export const teams = defineRegister({
  id: 'teams',
  titles: { zh: '救援队伍', en: 'Teams' },
  room: 'readiness/forces',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  unitHolding: true,
  importKey: 'id',
  edit: { roles: ['admin', 'dispatcher'], ownRoles: ['responder', 'enterprise'] },
  verify: { roles: ['duty', 'commander', 'dispatcher', 'reserve'] },
  visibleTo: 'everyone',
  states: [stateEntry('ready', '待命', 'ready'), stateEntry('resting', '休整', 'resting'), stateEntry('out-of-service', '停用', 'out of service')],
  transitions: [
    { from: 'ready', to: 'resting', roles: [] },
    { from: 'resting', to: 'ready', roles: [] },
    { from: 'ready', to: 'out-of-service', roles: [] },
    { from: 'resting', to: 'out-of-service', roles: [] },
    { from: 'out-of-service', to: 'ready', roles: [] },
  ],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '类别', en: 'Kind' }, type: 'code', required: true, column: true,
      codeList: [
        codeEntry('spill-response', '溢油清污', 'spill response'), codeEntry('fire', '消防', 'fire'), codeEntry('hazmat', '危化救援', 'hazmat'),
        codeEntry('medical', '医疗', 'medical'), codeEntry('transport', '运输', 'transport'), codeEntry('engineering', '工程抢险', 'engineering'),
        codeEntry('survey', '监测', 'survey'),
      ],
    },
    { id: 'organisationId', titles: { zh: '所属单位', en: 'Organisation' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'position', titles: { zh: '驻地', en: 'Base' }, type: 'lonlat', required: true },
    { id: 'facilityId', titles: { zh: '驻地设施', en: 'Base facility' }, type: 'relation', register: 'facilities' },
    { id: 'peopleCount', titles: { zh: '人数', en: 'People' }, type: 'integer', unitCode: 'persons', min: 1, max: 10_000, required: true, column: true },
    { id: 'musterDurationS', titles: { zh: '集结时间', en: 'Muster time' }, type: 'number', unitCode: 's', min: 0, max: 86_400, required: true, column: true },
    { id: 'roadSpeedMps', titles: { zh: '车速上限', en: 'Road speed' }, type: 'number', unitCode: 'm/s', min: 1, max: 40 },
    { id: 'payloadKg', titles: { zh: '载重', en: 'Payload' }, type: 'number', unitCode: 'kg', min: 0, max: 1_000_000 },
    { id: 'payloadM3', titles: { zh: '装载容积', en: 'Payload volume' }, type: 'number', unitCode: 'm3', min: 0, max: 10_000 },
    {
      id: 'skillCodes', titles: { zh: '能力', en: 'Skills' }, type: 'list', itemType: 'code',
      codeList: [
        codeEntry('boom', '布设围油栏', 'boom deployment'), codeEntry('skim', '收油', 'skimming'), codeEntry('shore', '岸线清理', 'shore clean-up'),
        codeEntry('foam', '泡沫灭火', 'foam attack'), codeEntry('scba', '防化作业', 'protected entry'), codeEntry('uav', '无人机', 'drone'),
        codeEntry('drive', '驾驶', 'driving'),
      ],
    },
    { id: 'phone', titles: { zh: '值班电话', en: 'Duty telephone' }, type: 'text' },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});
