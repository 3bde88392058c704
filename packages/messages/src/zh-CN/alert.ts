// 告警阶段的文字。
import type { Messages } from '../types.ts';

export const alert = {
  ALERT_UNKNOWN: {
    happened: '没有编号为 {id} 的告警。',
    means: '没有任何改动。',
    next: '请刷新队列后再试。',
  },
  ALERT_ANSWERED: {
    happened: '告警 {id} 已由 {by} 处理，状态为“{state}”。',
    means: '您的操作没有记录，以先办的为准。',
    next: '请刷新查看处理结果。',
  },
  ALERT_REASON_MISSING: {
    happened: '排除告警 {id} 没有写理由。',
    means: '告警仍在队列中，继续提醒。',
    next: '请写明理由后再排除。',
  },
  ALERT_RULE_CONTRADICTS: {
    happened: '告警规则 {ruleId} 的恢复值 {clearValue} 在阈值 {thresholdValue} 的危险一侧。',
    means: '这条规则会反复告警，没有启用。',
    next: '请把恢复值改到安全一侧。',
  },
  'timeline.alert.raised': '告警：{titles}',
  'timeline.alert.acknowledged': '告警已签收',
  'timeline.alert.dismissed': '告警排除：{reason}',
  'timeline.alert.escalated': '告警无人签收，第 {escalationCount} 次升级',
  'timeline.alert.condition_ended': '告警条件消失',
  'timeline.alert.condition_resumed': '告警条件再次出现',
  'timeline.alert.linked': '告警并入事件',
} as const satisfies Messages;
