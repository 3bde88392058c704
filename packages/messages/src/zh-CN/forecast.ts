// 预测阶段的语句。
import type { Messages } from '../types.ts';

export const forecast = {
  FORECAST_UNKNOWN: {
    happened: '没有预测“{id}”。',
    means: '无法读取或运行。',
    next: '请从事件页面打开。',
  },
  FORECAST_INCIDENT_UNKNOWN: {
    happened: '没有事件“{id}”。',
    means: '不能请求预测。',
    next: '请核对事件编号。',
  },
  FORECAST_INCIDENT_OVER: {
    happened: '事件“{incidentId}”的状态为“{state}”。',
    means: '已结束的事件不再预测。',
    next: '如情况复发，请先恢复响应。',
  },
  FORECAST_SPILL_INCOMPLETE: {
    happened: '溢油信息不全，缺少：{missing}。',
    means: '没有作出预测；系统不会替您猜测油种或溢油量。',
    next: '请记录油种以及溢油质量或体积。',
  },
  FORECAST_POSITION_ON_LAND: {
    happened: '位置（经度 {lonDeg}，纬度 {latDeg}）在陆地上或海图范围之外。',
    means: '不能从这里开始漂移。',
    next: '请在地图上把溢油点移到水面。',
  },
  FORECAST_INPUT_OUT_OF_RANGE: {
    happened: '{name} 为 {given}，超出 {min} 至 {max}。',
    means: '没有作出预测。',
    next: '请核对数值和单位。',
  },
  FORECAST_STARTS_TOO_LATE: {
    happened: '泄漏开始时间 {startAt} 晚于 {latestAt}。',
    means: '没有作出预测。',
    next: '请核对开始时间。',
  },
  FORECAST_STARTS_TOO_EARLY: {
    happened: '泄漏开始时间 {startAt} 早于 {earliestAt}，距今超过 {limitHours} 小时。',
    means: '没有作出预测：过去各小时的风流不足以从那时推算到现在。',
    next: '请核对时间；若确实如此，请以最近一次看到油膜的时间、位置和剩余油量作为起点。',
  },
  FORCING_FORMAT_UNKNOWN: { happened: '文件格式为“{format}”，需要“{expected}”。', means: '风场没有保存。', next: '请按说明（docs/zh-CN/operate）转换后重新放入。' },
  FORCING_MEMBER_WRONG: { happened: '风场文件的 {where} 缺失、数量不对或不合要求。', means: '风场没有保存。', next: '请核对该处：经纬度递增，时刻为递增的 UTC，数值按 [时刻][纬度][经度] 排列。' },
  FORCING_AXIS_UNEVEN: { happened: '风场文件的 {axis} 不是等间距递增。', means: '风场没有保存。', next: '请先插值到等间距经纬网格。' },
  FORCING_VALUE_WRONG: { happened: '风场文件 {where} 的值为 {given}，不是绝对值不超过 {maxMps} m/s 的数。', means: '风场没有保存。', next: '请核对单位（m/s）和缺测值。' },
  FORCING_TOO_LARGE: { happened: '风场每个分量有 {valueCount} 个值，超过 {valueCountMax}。', means: '风场没有保存。', next: '请裁剪范围或减少时刻。' },
  FORCING_TOO_MANY: { happened: '已放入 {countMax} 个风场。', means: '这一个没有保存。', next: '请先移除过期的风场。' },
  FORCING_UNKNOWN: { happened: '没有风场“{id}”，或已移除。', means: '什么也没有改变。', next: '请从预测页的风场列表中选择。' },
  FORECAST_NOT_WAITING: {
    happened: '预测“{id}”的状态为“{state}”，不在等待运行。',
    means: '结果没有改变。',
    next: '如需新的结果，请重新请求预测。',
  },
  FORECAST_REASON_MISSING: {
    happened: '取消预测“{id}”需要理由。',
    means: '预测仍在进行。',
    next: '请写明理由。',
  },
  FORECAST_RUN_DIED: {
    happened: '预测运行中断（{name}）。',
    means: '没有结果；系统其他部分不受影响。',
    next: '请重新请求预测；若再次发生，请把编号告诉管理员。',
  },
  FORECAST_MASS_FROM_VOLUME: '质量由体积换算：{volumeM3} m³ × {densityKgPerM3} kg/m³（{oilName}）。',
  FORECAST_ASSUMED_RELEASE_START: '没有泄漏开始时间，取事件发生时间 {startAt}。',
  FORECAST_ASSUMED_PAST_AS_NOW: '泄漏始于 {startAt}，预测从那时算起，直到 {untilAt}；过去各小时也用同一风况。',
  FORECAST_ASSUMED_INSTANT_RELEASE: '没有泄漏持续时间，按一次全部入海计算。',
  FORECAST_ASSUMED_RADIUS: '没有初始油膜范围，取半径 {radiusM} 米。',
  FORECAST_ASSUMED_WIND_PERSISTS: '采用 {observedAt} 报告的风，假定不变。',
  FORECAST_ASSUMED_STATION_WIND: '没有报告的风，采用测站“{station}” {observedAt} 的读数，假定不变。',
  FORECAST_WIND_GRID_USED: '采用风场文件“{source}”，有效至 {untilAt}；图上的风为释放点处的值。',
  FORECAST_WIND_GRID_NOT_COVERING: '有风场文件“{source}”（有效至 {untilAt}），但不覆盖油可能到达的全部水域，或不覆盖直到 {neededAt} 的整个时段，未采用。',
  FORECAST_WIND_TOLD_SET_ASIDE: '{observedAt} 报告的风（{windFromDegTrue}° 方向来风，{speedMps} m/s）未采用：风场文件“{source}”覆盖整个预测，以它为准。',
  FORECAST_ASSUMED_CALM: '没有任何风的数据，按无风计算，结果可能明显偏差。',
  FORECAST_ASSUMED_STATION_TEMPERATURE: '没有报告的水温，采用测站“{station}” {observedAt} 的读数。',
  FORECAST_ASSUMED_WATER_TEMPERATURE: '没有实测水温，采用常用值 {temperatureK} K（{source}）。',
} as const satisfies Messages;
