// Register of vessels that can be sent: speed, draught and height for the sea grid, what they can
// carry, and the wind and wave beyond which they do not work. The MMSI joins them to live AIS.

import { codeEntry, CONFIDENCE_CODES, defineRegister, stateEntry } from '../../register/index.ts';

export const vessels = defineRegister({
  id: 'vessels',
  titles: { zh: '应急船舶', en: 'Response vessels' },
  room: 'readiness/forces',
  titleField: 'name',
  geometryField: 'position',
  ownerField: 'organisationId',
  unitHolding: true,
  importKey: 'id',
  edit: { roles: ['admin', 'dispatcher'], ownRoles: ['responder', 'enterprise'] },
  verify: { roles: ['duty', 'commander', 'dispatcher', 'reserve'] },
  visibleTo: 'everyone',
  states: [stateEntry('ready', '待命', 'ready'), stateEntry('maintenance', '检修', 'maintenance'), stateEntry('out-of-service', '停用', 'out of service')],
  transitions: [
    { from: 'ready', to: 'maintenance', roles: [] },
    { from: 'maintenance', to: 'ready', roles: [] },
    { from: 'maintenance', to: 'out-of-service', roles: [] },
    { from: 'out-of-service', to: 'maintenance', roles: [] },
  ],
  fields: [
    { id: 'name', titles: { zh: '船名', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '类别', en: 'Kind' }, type: 'code', required: true, column: true,
      codeList: [
        codeEntry('boom-boat', '布缆艇', 'boom boat'), codeEntry('skimmer-vessel', '收油船', 'skimmer vessel'),
        codeEntry('storage-barge', '储油驳', 'storage barge'), codeEntry('rescue-ship', '救助船', 'rescue ship'),
        codeEntry('fire-ship', '消防船', 'fire ship'), codeEntry('tug', '拖轮', 'tug'), codeEntry('work-boat', '工作船', 'work boat'),
        codeEntry('patrol', '巡逻艇', 'patrol boat'), codeEntry('supply', '运输船', 'supply vessel'),
      ],
    },
    { id: 'organisationId', titles: { zh: '所属单位', en: 'Organisation' }, type: 'relation', register: 'organisations', required: true, column: true },
    { id: 'mmsi', titles: { zh: 'MMSI', en: 'MMSI' }, type: 'text', check: 'mmsi', searchable: true, column: true },
    { id: 'callSign', titles: { zh: '呼号', en: 'Call sign' }, type: 'text', searchable: true },
    { id: 'position', titles: { zh: '泊位', en: 'Berth' }, type: 'lonlat', required: true },
    { id: 'facilityId', titles: { zh: '停靠设施', en: 'Berth facility' }, type: 'relation', register: 'facilities' },
    { id: 'lengthM', titles: { zh: '船长', en: 'Length' }, type: 'number', unitCode: 'm', min: 2, max: 500 },
    { id: 'draughtM', titles: { zh: '吃水', en: 'Draught' }, type: 'number', unitCode: 'm', min: 0.1, max: 30, required: true },
    { id: 'airDraughtM', titles: { zh: '水面以上高度', en: 'Air draught' }, type: 'number', unitCode: 'm', min: 0, max: 100, required: true },
    { id: 'serviceSpeedMps', titles: { zh: '航速', en: 'Service speed' }, type: 'number', unitCode: 'm/s', min: 0.5, max: 30, required: true, column: true },
    { id: 'musterDurationS', titles: { zh: '备航时间', en: 'Time to sail' }, type: 'number', unitCode: 's', min: 0, max: 86_400, required: true, column: true },
    { id: 'waveHeightMMax', titles: { zh: '作业浪高上限', en: 'Wave limit' }, type: 'number', unitCode: 'm', min: 0, max: 20, required: true },
    { id: 'windSpeedMpsMax', titles: { zh: '作业风速上限', en: 'Wind limit' }, type: 'number', unitCode: 'm/s', min: 0, max: 60, required: true },
    { id: 'payloadKg', titles: { zh: '载重', en: 'Payload' }, type: 'number', unitCode: 'kg', min: 0, max: 100_000_000, required: true },
    { id: 'payloadM3', titles: { zh: '装载容积', en: 'Payload volume' }, type: 'number', unitCode: 'm3', min: 0, max: 200_000 },
    { id: 'simulated', titles: { zh: '模拟', en: 'Simulated' }, type: 'boolean' },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
  ],
});
