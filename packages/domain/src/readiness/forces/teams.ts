// Register of teams: people and vehicles that go by road, or ride with a ship. What they can carry
// and how soon they can leave decides the plan; who graded them, and until when, decides whether
// they may be sent into a hot zone (S-446). Nobody grades itself; a shift is at most 12 h.

import { codeEntry, CONFIDENCE_CODES, defineRegister, stateEntry } from '../../register/index.ts';
import type { RecordValues } from '../../register/index.ts';
import { CHECK_IN_FIELDS } from './check-in-fields.ts';

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
  expiry: [{ field: 'gradeValidUntilAt', remindDays: 60 }],
  rules: [
    { code: 'READINESS_GRADE_BY_SELF', field: 'gradedById', holds: ({ gradedById, organisationId }) => gradedById === null || gradedById === undefined || gradedById !== organisationId },
    {
      code: 'READINESS_GRADE_INCOMPLETE', field: 'gradeCode',
      holds: ({ gradeCode, gradedById, gradeValidUntilAt }) => isEmpty(gradeCode) ? isEmpty(gradedById) && isEmpty(gradeValidUntilAt) : !isEmpty(gradedById) && !isEmpty(gradeValidUntilAt),
    },
    { code: 'READINESS_SHIFT_OVER_12_H', field: 'roster', holds: ({ roster }) => shiftsOf(roster).every(({ startsAt, endsAt }) => endsAt > startsAt && endsAt - startsAt <= SHIFT_MS_MAX) },
  ],
  fields: [
    { id: 'name', titles: { zh: '名称', en: 'Name' }, type: 'titles', required: true, searchable: true, column: true },
    {
      id: 'kindCode', titles: { zh: '类别', en: 'Kind' }, type: 'code', required: true, column: true,
      codeList: [
        codeEntry('spill-response', '溢油清污', 'spill response'), codeEntry('fire', '消防', 'fire'), codeEntry('hazmat', '危化救援', 'hazmat'),
        codeEntry('medical', '医疗', 'medical'), codeEntry('transport', '运输', 'transport'), codeEntry('engineering', '工程抢险', 'engineering'),
        codeEntry('survey', '监测', 'survey'), codeEntry('gas', '燃气抢修', 'gas repair'), codeEntry('water', '供水抢修', 'water repair'),
        codeEntry('drainage', '排水抢险', 'drainage'), codeEntry('road', '道路抢险', 'road repair'), codeEntry('power', '电力抢修', 'power repair'),
        codeEntry('air', '航空救援', 'air rescue'), codeEntry('volunteer', '志愿服务', 'volunteers'),
      ],
    },
    { id: 'organisationId', titles: { zh: '所属单位', en: 'Organisation' }, type: 'relation', register: 'organisations', required: true, column: true },
    {
      id: 'classCode', titles: { zh: '队伍性质', en: 'Class' }, type: 'code', column: true,
      codeList: [codeEntry('national', '国家队', 'national'), codeEntry('professional', '专业队', 'professional'), codeEntry('social', '社会力量', 'social'), codeEntry('municipal', '市政队', 'municipal')],
    },
    {
      id: 'gradeCode', titles: { zh: '评定等级', en: 'Grade' }, type: 'code', column: true,
      codeList: [codeEntry('grade-1', '一级', 'grade 1'), codeEntry('grade-2', '二级', 'grade 2'), codeEntry('grade-3', '三级', 'grade 3')],
    },
    { id: 'gradedById', titles: { zh: '评定单位', en: 'Graded by' }, type: 'relation', register: 'organisations' },
    { id: 'gradeValidUntilAt', titles: { zh: '等级有效期至', en: 'Grade valid until' }, type: 'instant' },
    { id: 'gradeDocumentId', titles: { zh: '评定文件', en: 'Document of the grade' }, type: 'document' },
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
        codeEntry('drive', '驾驶', 'driving'), codeEntry('gas-repair', '燃气堵漏', 'gas stopping'), codeEntry('detect', '气体检测', 'gas detection'),
        codeEntry('pump', '排水', 'pumping'), codeEntry('first-aid', '急救', 'first aid'), codeEntry('decon', '洗消', 'decontamination'),
      ],
    },
    {
      id: 'roster', titles: { zh: '值班表', en: 'Roster' }, type: 'rows',
      fields: [
        { id: 'shiftText', titles: { zh: '班次', en: 'Shift' }, type: 'text', required: true },
        { id: 'startsAt', titles: { zh: '上班', en: 'Begins' }, type: 'instant', required: true },
        { id: 'endsAt', titles: { zh: '下班', en: 'Ends' }, type: 'instant', required: true },
        { id: 'rosteredCount', titles: { zh: '人数', en: 'People' }, type: 'integer', unitCode: 'persons', required: true, min: 1, max: 10_000 },
      ],
    },
    { id: 'phone', titles: { zh: '值班电话', en: 'Duty telephone' }, type: 'text' },
    { id: 'sourceText', titles: { zh: '来源', en: 'Source' }, type: 'text' },
    { id: 'confidenceCode', titles: { zh: '可信度', en: 'Confidence' }, type: 'code', codeList: CONFIDENCE_CODES },
    ...CHECK_IN_FIELDS,
  ],
});

/** Longest shift, h: rule of the task; also the crew constraint of the allocation formulation. */
export const SHIFT_HOURS_MAX = 12;
const SHIFT_MS_MAX = SHIFT_HOURS_MAX * 3_600_000;

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined;
}

function shiftsOf(roster: RecordValues[string] | undefined): readonly { readonly startsAt: number; readonly endsAt: number }[] {
  return Array.isArray(roster) ? (roster as unknown as readonly { readonly startsAt: number; readonly endsAt: number }[]) : [];
}
