// 机动（路径与时间）的文字：拒绝、走与不走的理由、所作的假定。
import type { Messages } from '../types.ts';

export const movement = {
  MOVEMENT_GRID_BOX_WRONG: {
    happened: '范围 {bboxDeg} 不是“西、南、东、北”。',
    means: '没有可供搜索的水域。',
    next: '请给出四个度数，西小于东，南小于北。',
  },
  MOVEMENT_GRID_CELL_WRONG: {
    happened: '网格边长不能是 {cellM} 米。',
    means: '水域网格没有生成。',
    next: '请在 {cellMMin} 至 {cellMMax} 米之间选择。',
  },
  MOVEMENT_GRID_TOO_LARGE: {
    happened: '水域网格将有 {cellCount} 格。',
    means: '超过 {cellCountMax} 格，内存放不下，没有生成。',
    next: '请加大网格或缩小范围。',
  },
  MOVEMENT_GRID_NO_WATER: {
    happened: '该范围内没有水域。',
    means: '无法求取海上航线。',
    next: '请检查陆地多边形，以及经纬度是否写反。',
  },
  MOVEMENT_OUTSIDE_GRID: {
    happened: '{name}（{lonDeg}，{latDeg}）在已有水域范围之外。',
    means: '无法计算到达它的海上航线。',
    next: '请核对位置，或扩大地区数据包的范围。',
  },
  MOVEMENT_NO_WATER_NEAR: {
    happened: '{name}周围 {toleranceM} 米内没有开阔水域。',
    means: '无法在此装船，也无法从海上到达。',
    next: '请为它指定码头，或走陆路。',
  },
  MOVEMENT_NO_WATER_WAY: {
    happened: '在 {cellM} 米网格上，从{name}没有水路可以驶出。',
    means: '该处水域封闭，或航道窄于两格。',
    next: '请对该处使用更细的网格，或指定别的码头。',
  },
  MOVEMENT_ROAD_NODE_UNKNOWN: {
    happened: '路网中没有节点 {nodeId}。',
    means: '无法计算经过它的陆路。',
    next: '请在地区数据包或记录中改正该节点。',
  },
  MOVEMENT_ROAD_EDGE_WRONG: {
    happened: '{fromNode} 至 {toNode} 的道路长 {lengthM} 米、车速 {speedMps} 米/秒。',
    means: '用这些数字算不出行车时间。',
    next: '长度应不小于 0，车速应大于 0。',
  },
  MOVEMENT_POLYGON_UNREADABLE: {
    happened: '这不是陆地多边形：{given}。',
    means: '分不清水域和陆地。',
    next: '请给出 GeoJSON 多边形坐标，经度在前。',
  },
  MOVEMENT_INPUT_OUT_OF_RANGE: {
    happened: '{name} 为 {given}。',
    means: '超出 {low} 至 {high}，算出的时间没有意义，没有计算。',
    next: '请改正该数字。',
  },
  MOVEMENT_WAY_SEA: '从自有泊位直接走海路，{nmi} 海里，{minutes} 分钟到达',
  MOVEMENT_WAY_ROAD_SEA: '陆路 {km} 公里到{quay}，再走海路 {nmi} 海里，{minutes} 分钟到达',
  MOVEMENT_WAY_ROAD: '陆路 {km} 公里，{minutes} 分钟到达',
  MOVEMENT_WAY_SLOWER: '次优走法经{via}，晚 {minutes} 分钟',
  MOVEMENT_NO_WAY: '{name}：没有可到现场的走法，既无泊位也无道路',
  MOVEMENT_NO_ROAD_ACCESS: '{name}没有接入道路',
  MOVEMENT_NO_ROAD_WAY: '{fromNode} 至 {toNode} 没有道路相通',
  MOVEMENT_NO_VESSEL: '{name}没有船',
  MOVEMENT_ROAD_CLOSED: '{name}已封闭（{sourceText}）',
  MOVEMENT_ROAD_WIND_CLOSED: '{name}封闭：风速 {windSpeedMps} 米/秒 ≥ {windLimitMps} 米/秒',
  MOVEMENT_ROAD_WIND_STAGE_CLOSED: '{name}按风力等级封闭：风速 {windSpeedMps} 米/秒',
  MOVEMENT_ROAD_WIND_SLOW: '{name}限速 {speedKmPerHour} 公里/小时：风速 {windSpeedMps} 米/秒',
  MOVEMENT_SEA_CLOSED: '海域封闭：{name}（{sourceText}）',
  MOVEMENT_SEA_WIND_LIMIT: '{name}的船不能开航：风速 {windSpeedMps} 米/秒 ≥ {windLimitMps} 米/秒',
  MOVEMENT_SEA_WAVE_LIMIT: '{name}的船不能开航：浪高 {waveHeightM} 米 ≥ {waveLimitM} 米',
  MOVEMENT_SEA_VISIBILITY_LIMIT: '{name}的船不能开航：能见度 {visibilityM} 米 < {visibilityLimitM} 米',
  MOVEMENT_ASSUMED_VESSEL: '{name}没有登记船舶：假定有航速 {speedKn} 节的船',
  MOVEMENT_ASSUMED_WATER_ACCESS: '假定{name}在 {offsetM} 米外临水',
  MOVEMENT_ASSUMED_ROAD_ACCESS: '假定{name}从 {offsetM} 米外的{node}上路，时速 30 公里',
  MOVEMENT_ASSUMED_WIND_UNCHECKED: '没有风速：桥梁和船舶的风速限制未核对',
  MOVEMENT_ASSUMED_WAVE_UNCHECKED: '没有浪高：船舶的浪高限制未核对',
  MOVEMENT_ASSUMED_VISIBILITY_UNCHECKED: '没有能见度：船舶的能见度限制未核对',
} as const satisfies Messages;
