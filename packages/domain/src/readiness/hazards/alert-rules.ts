// Register of alert rules: threshold, the value at which the condition ends, and how long it must
// last. The alert stage judges by them; urgency is the place in the queue and no other scale.

import { codeEntry, defineRegister, stateEntry } from '../../register/index.ts';

export const alertRules = defineRegister({
  id: 'alert-rules',
  titles: { zh: '告警规则', en: 'Alert rules' },
  room: 'readiness/hazards',
  titleField: 'name',
  importKey: 'id',
  edit: { roles: ['admin', 'duty'], ownRoles: [] },
  visibleTo: 'everyone',
  states: [stateEntry('on', '启用', 'on'), stateEntry('off', '停用', 'off')],
  transitions: [
    { from: 'on', to: 'off', roles: ['admin', 'duty'] },
    { from: 'off', to: 'on', roles: ['admin', 'duty'] },
  ],
  rules: [
    {
      code: 'READINESS_CLEAR_VALUE_UNSAFE', field: 'clearValue',
      holds: ({ comparison, clearValue, thresholdValue }) =>
        comparison === 'above' ? (clearValue as number) <= (thresholdValue as number) : (clearValue as number) >= (thresholdValue as number),
    },
  ],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    { id: 'sensorId', titles: { zh: '传感器', en: 'Sensor' }, type: 'relation', register: 'sensors', required: true, column: true },
    {
      id: 'comparison', titles: { zh: '比较', en: 'Comparison' }, type: 'code', required: true, column: true,
      codeList: [codeEntry('above', '高于', 'above'), codeEntry('below', '低于', 'below')],
    },
    { id: 'thresholdValue', titles: { zh: '阈值', en: 'Threshold' }, type: 'number', required: true, column: true },
    { id: 'clearValue', titles: { zh: '恢复值', en: 'Clears at' }, type: 'number', required: true },
    { id: 'persistenceS', titles: { zh: '持续时间', en: 'Must last' }, type: 'number', unitCode: 's', min: 0, max: 86_400, required: true },
    { id: 'urgencyIndex', titles: { zh: '紧急度', en: 'Urgency' }, type: 'integer', min: 1, max: 4, required: true, column: true },
    { id: 'acknowledgeWithinS', titles: { zh: '应答时限', en: 'Acknowledge within' }, type: 'number', unitCode: 's', min: 10, max: 86_400, required: true },
    { id: 'incidentKindCode', titles: { zh: '事件类别', en: 'Incident kind' }, type: 'text', required: true },
    { id: 'sourceText', titles: { zh: '依据', en: 'Source' }, type: 'text', required: true },
  ],
});
