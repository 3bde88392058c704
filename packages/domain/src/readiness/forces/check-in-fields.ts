// What a check-in keeps of a unit, as fields of its own register: the last word of its people and
// until when it holds. They are kept by decisions, never by a form, so that nobody types them ready.

import { codeEntry } from '../../register/index.ts';

export const READINESS_CODES = ['available', 'limited', 'unavailable'] as const;
export type ReadinessCode = (typeof READINESS_CODES)[number];

export const CHECK_IN_FIELDS = [
  {
    id: 'readinessCode', titles: { zh: '报到状态', en: 'Reported as' }, type: 'code', system: true, column: true,
    codeList: [codeEntry('available', '可出动', 'available'), codeEntry('limited', '受限', 'limited'), codeEntry('unavailable', '不可用', 'unavailable')],
  },
  { id: 'readinessNote', titles: { zh: '报到说明', en: 'Note of the check-in' }, type: 'text', system: true },
  { id: 'peopleOnDutyCount', titles: { zh: '在岗人数', en: 'People on duty' }, type: 'integer', unitCode: 'persons', system: true, min: 0 },
  { id: 'dutySinceAt', titles: { zh: '本班开始', en: 'Shift began' }, type: 'instant', system: true },
  { id: 'checkedInAt', titles: { zh: '报到时间', en: 'Checked in' }, type: 'instant', system: true },
  { id: 'checkedInBy', titles: { zh: '报到人', en: 'Checked in by' }, type: 'text', system: true },
  { id: 'readyUntilAt', titles: { zh: '报到有效至', en: 'Holds until' }, type: 'instant', system: true, column: true },
] as const;

/** The fields of a check-in, as every register with check-ins carries them. */
export interface CheckInValues {
  readonly readinessCode: ReadinessCode | null;
  readonly readinessNote: string | null;
  readonly peopleOnDutyCount: number | null;
  readonly dutySinceAt: number | null;
  readonly checkedInAt: number | null;
  readonly checkedInBy: string | null;
  readonly readyUntilAt: number | null;
}
