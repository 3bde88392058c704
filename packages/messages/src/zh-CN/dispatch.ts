// 调度阶段的语句。
import type { Messages } from '../types.ts';

export const dispatch = {
  DISPATCH_ORDER_UNKNOWN: {
    happened: '没有调度令“{id}”。',
    means: '无法更新进展。',
    next: '请刷新调度列表。',
  },
  DISPATCH_INCIDENT_UNKNOWN: {
    happened: '没有事件“{id}”。',
    means: '不能下达调度令。',
    next: '请从事件页面下达。',
  },
  DISPATCH_INCIDENT_NOT_OPEN: {
    happened: '事件“{id}”的状态为“{state}”，已结束响应。',
    means: '没有下达调度令。',
    next: '如情况复发，请先恢复响应。',
  },
  DISPATCH_PLAN_UNKNOWN: {
    happened: '没有方案“{id}”。',
    means: '没有下达调度令。',
    next: '请重新生成方案。',
  },
  DISPATCH_OPTION_NOT_CHOSEN: {
    happened: '方案“{planId}”还没有选定选项。',
    means: '没有下达调度令。',
    next: '请先选定一个选项。',
  },
  DISPATCH_LINE_UNKNOWN: {
    happened: '选定的选项中没有“{lineId}”这一行。',
    means: '没有下达调度令。',
    next: '请刷新方案后重新选择。',
  },
  DISPATCH_LINE_ALREADY_ISSUED: {
    happened: '“{lineId}”已由调度令“{orderId}”执行。',
    means: '没有重复派出。',
    next: '如需重派，请先撤销该调度令。',
  },
  DISPATCH_NOTHING_TO_ISSUE: {
    happened: '方案“{planId}”没有待下达的内容。',
    means: '没有新的调度令。',
    next: '请查看已下达的调度令。',
  },
  DISPATCH_UNIT_UNKNOWN: {
    happened: '没有队伍或船舶“{registerId}/{id}”。',
    means: '没有下达调度令。',
    next: '请从名录中选择。',
  },
  DISPATCH_UNIT_NOT_READY: {
    happened: '“{id}”当前状态为“{state}”，不能派出。',
    means: '没有下达调度令。',
    next: '请选择待命的队伍或船舶，或重新生成方案。',
  },
  DISPATCH_UNIT_HELD: {
    happened: '“{id}”已被事件 {incidentId} 的调度令 {orderId} 占用。',
    means: '一支队伍或一艘船同时只能执行一份调度令。没有下达调度令。',
    next: '请改派其他队伍或船舶，或待该调度令完成、取消后再下达。',
  },
  DISPATCH_QUANTITY_TOO_FINE: {
    happened: '储备“{id}”的数量“{quantity}”过细，账面记不下。',
    means: '没有下达调度令。',
    next: '请填写不小于 0.000001、最多六位小数的数字。',
  },
  DISPATCH_QUANTITY_NOT_POSITIVE: {
    happened: '储备“{id}”的数量“{quantity}”无效。',
    means: '没有下达调度令。',
    next: '请填写大于零的数量。',
  },
  DISPATCH_ORDER_EMPTY: {
    happened: '事件“{incidentId}”的调度令既没有物资也没有队伍。',
    means: '没有下达调度令。',
    next: '请至少选择一项。',
  },
  DISPATCH_DUE_REVERSED: {
    happened: '到达时限 {arriveDueAt} 早于出发时限 {departDueAt}。',
    means: '没有下达调度令。',
    next: '请核对两个时间。',
  },
  DISPATCH_STEP_ILLEGAL: {
    happened: '调度令“{id}”处于“{from}”，不能执行“{step}”。',
    means: '进展没有记录。',
    next: '请刷新后按当前状态操作。',
  },
  DISPATCH_TIME_OUT_OF_ORDER: {
    happened: '调度令“{id}”的时间 {at} 早于上一步或晚于现在。',
    means: '进展没有记录。',
    next: '请核对报告的时间。',
  },
  DISPATCH_REASON_MISSING: {
    happened: '受阻或撤销调度令“{id}”需要理由。',
    means: '状态没有改变。',
    next: '请写明理由。',
  },
} as const satisfies Messages;
