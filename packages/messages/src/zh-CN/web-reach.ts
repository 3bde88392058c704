// 网页：航行可达范围。
import type { Messages } from '../types.ts';

export const webReach = {
  'web.reach.title': '航行可达范围',
  'web.reach.map': '可达范围图',
  'web.reach.vessel': '船舶',
  'web.reach.wind': '风速',
  'web.reach.wind-wrong': '风速应在 0 到 80 m/s 之间',
  'web.reach.no-vessel': '还没有登记船舶。',
  'web.reach.reckoning': '正在推算航线……',
  'web.reach.draught': '吃水 {draughtM} m',
  'web.reach.muster': '备航 {duration}',
  'web.reach.place': '地点',
  'web.reach.way': '航程',
  'web.reach.sailing': '航行',
  'web.reach.there': '到达',
  'web.reach.not': '到不了',
  'web.reach.grid': '网格 {cellM} m',
  TRAVEL_FROM_BERTH: '没有十分钟内的船位，从登记的泊位算起。',
  TRAVEL_FROM_AIS: '从 {ageS} 秒前的 AIS 船位算起。',
} satisfies Messages;
