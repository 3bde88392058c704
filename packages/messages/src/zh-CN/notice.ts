// 通知的文字。
import type { Messages } from '../types.ts';

export const notice = {
  NOTICE_UNKNOWN: {
    happened: '没有通知“{id}”，或它不是发给本单位的。',
    means: '不能查看，也不能签收。',
    next: '请从通知列表打开。',
  },
  NOTICE_TEXT_MISSING: {
    happened: '通知缺少{field}。',
    means: '没有发出。',
    next: '请补全后再发。',
  },
  NOTICE_NO_ADDRESSEES: {
    happened: '没有可发的单位。',
    means: '通知没有发出。',
    next: '请选择单位；发给全部主送单位时，请先在单位名录中标明主送单位。',
  },
  NOTICE_ORGANISATION_UNKNOWN: {
    happened: '单位名录中没有“{organisationId}”，或已停用。',
    means: '通知没有发给任何单位。',
    next: '请从单位名录中重新选择。',
  },
  NOTICE_INCIDENT_UNKNOWN: {
    happened: '没有事件“{id}”。',
    means: '通知没有发出。',
    next: '请重新选择关联事件，或不关联。',
  },
  NOTICE_NOT_ADDRESSED: {
    happened: '通知“{id}”没有发给单位“{organisationId}”。',
    means: '没有可签收的回执。',
    next: '请核对单位。',
  },
  NOTICE_ALREADY_ACKNOWLEDGED: {
    happened: '{unit}已由 {by} 于 {at} 签收。',
    means: '没有变化，先前的签收有效。',
    next: '无需再操作。',
  },
  NOTICE_CHANNEL_WRONG: {
    happened: '签收方式“{channel}”不对：本单位人员在系统中签收，代签收须写明电话、电台或书面。',
    means: '没有签收。',
    next: '请选择正确的签收方式。',
  },
  NOTICE_SPOKEN_TO_MISSING: {
    happened: '以{channel}代签收，但没有写明对方是谁。',
    means: '没有签收。',
    next: '请写明对方姓名或岗位。',
  },
  NOTICE_TIME_IMPOSSIBLE: {
    happened: '签收时刻 {at} 早于通知发出（{sentAt}）或晚于现在。',
    means: '没有签收。',
    next: '请核对时刻。',
  },
  'timeline.notice.sent': '发出通知“{title}”，{unitsCount} 个单位',
  'timeline.notice.acknowledged': '{titles}签收通知（{channel}）{spokenTo}',
  'word.field.noticeTitle': '标题',
  'word.field.noticeText': '正文',
  'word.command.notice.send': '发送通知',
  'word.command.notice.read': '查看通知',
  'word.command.notice.acknowledge': '签收通知',
  'word.channel.system': '系统内',
  'word.channel.phone': '电话',
  'word.channel.radio': '电台',
  'word.channel.written': '书面',
} as const satisfies Messages;
