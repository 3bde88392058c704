// 方案阶段的语句。
import type { Messages } from '../types.ts';

export const plan = {
  PLAN_UNKNOWN: {
    happened: '没有方案“{id}”。',
    means: '无法读取或选定。',
    next: '请从事件页面打开。',
  },
  PLAN_FORECAST_UNKNOWN: {
    happened: '该事件没有预测“{id}”。',
    means: '没有生成方案。',
    next: '请选择该事件的预测。',
  },
  PLAN_NO_FORECAST: {
    happened: '事件“{incidentId}”还没有完成的预测。',
    means: '没有预测就没有需求，不能生成方案。',
    next: '请先完成一次预测。',
  },
  PLAN_FORECAST_NOT_READY: {
    happened: '预测“{id}”的状态为“{state}”。',
    means: '没有生成方案。',
    next: '请等待预测完成，或选择已完成的预测。',
  },
  PLAN_INCIDENT_UNKNOWN: {
    happened: '没有事件“{id}”。',
    means: '没有生成方案。',
    next: '请核对事件编号。',
  },
  PLAN_INCIDENT_OVER: {
    happened: '事件“{incidentId}”的状态为“{state}”。',
    means: '已结束的事件不再生成方案。',
    next: '如情况复发，请先恢复响应。',
  },
  PLAN_NO_RESERVES: {
    happened: '三类储备中没有一项可用于事件“{incidentId}”。',
    means: '没有生成方案。',
    next: '请核对储备名录的状态、检验和有效期。',
  },
  PLAN_CHECK_FAILED: {
    happened: '选项“{optionId}”未通过独立校核（{fault}）。',
    means: '整个方案没有显示。',
    next: '请把编号告诉管理员，并人工调度。',
  },
  PLAN_OPTION_UNKNOWN: {
    happened: '方案“{planId}”没有选项“{optionId}”。',
    means: '没有选定。',
    next: '请刷新后重新选择。',
  },
  PLAN_ALREADY_CHOSEN: {
    happened: '方案“{planId}”已经选定“{optionId}”。',
    means: '没有变化。',
    next: '可以直接下达调度令。',
  },
  PLAN_ASSUMED_LOCAL_CURRENT: '布缆按当地预报期内最大流速 {currentSpeedMps} m/s 计算（示意潮流）。',
  PLAN_ASSUMED_FASTEST_CURRENT: '围油栏按预测期内粒子遇到的最大流速 {currentSpeedMps} m/s 计算。',
  PLAN_ASSUMED_MUSTER: '{name}没有常驻船舶，出库准备按 {minutes} 分钟计。',
  PLAN_ASSUMED_SHIP_INTERVAL: '生产能力储备每 {hours} 小时发运一次。',
  PLAN_WARN_BERTH_BOOM_UNKNOWN: '{name}没有登记泊位围油栏长度，方案未计该项需求。',
  PLAN_UNIT_HELD: '已被事件 {incidentId} 的调度令 {orderId} 占用。',
  PLAN_WARN_NO_CARRIER: '有 {tripCount} 个航次没有可指派的船舶或队伍，由保管单位自行安排。',
  PLAN_WARN_FORECAST_INDICATIVE: '预测所用海流为示意数据，方案时间仅供参考。',
  PLAN_LINE_UNEXPLAINED: '没有说明。',
} as const satisfies Messages;
