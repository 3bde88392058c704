// 网页：预测。
import type { Messages } from '../types.ts';

export const webForecast = {
  'web.forecast.title': '漂移预测',
  'web.forecast.open': '详情',
  'web.forecast.rerun': '改条件再算',
  'web.forecast.running': '正在计算',
  'web.forecast.cancel': '取消计算',
  'web.forecast.failed': '未算成',
  'web.forecast.cancelled': '已取消',
  'web.forecast.empty': '还没有预测：确认溢油后自动计算。',
  'web.forecast.indicative-short': '示意',
  'web.forecast.indicative': '示意性预测：流场为示意，结果用于布置力量，不用于定量认定。',
  'web.forecast.run': '运行',
  'web.forecast.reached': '可能触及',
  'web.forecast.reached-count': '{count} 处',
  'web.forecast.afloat': '末时漂浮',
  'web.forecast.stranded': '末时搁岸',
  'web.forecast.evaporated': '蒸发',
  'web.forecast.assumed': '假设',
  'web.forecast.assumed-count': '{count} 项假设 · {warnings} 项提醒',
  'web.forecast.notes': '假设与提醒 {count}',
} as const satisfies Messages;
