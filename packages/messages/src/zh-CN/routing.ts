// 外部路径服务（OSRM、Valhalla）的文字。
import type { Messages } from '../types.ts';

export const routing = {
  ROUTING_UNREACHABLE: {
    happened: '路径服务 {engine} 没有应答：{detail}。',
    means: '得不到它的行车时间。',
    next: '请检查该服务；内置路网仍可使用。',
  },
  ROUTING_TIMEOUT: {
    happened: '路径服务 {engine} 在 {timeoutMs} 毫秒内没有应答。',
    means: '得不到它的行车时间。',
    next: '请重试、减少地点，或使用内置路网。',
  },
  ROUTING_ANSWER_UNREADABLE: {
    happened: '{engine} 的应答无法读取：{detail}。',
    means: '没有采用其中任何数字。',
    next: '请检查该服务的版本和地址。',
  },
  ROUTING_SERVER_REFUSED: {
    happened: '{engine} 拒绝了请求：{detail}。',
    means: '得不到它的行车时间。',
    next: '请检查位置和该服务的上限。',
  },
  ROUTING_FERRY_NOT_EXCLUDED: {
    happened: '{engine} 的结果含有轮渡：{detail}。',
    means: '它不知道班次，按里程和航速推算会差几小时，没有采用。',
    next: '请在该服务上允许排除轮渡，或使用内置路网。',
  },
  ROUTING_CLOSURES_NOT_SUPPORTED: {
    happened: '{engine} 无法避开这些封闭：{names}。',
    means: '它给出的路可能穿过封闭处，没有使用。',
    next: '封闭期间请使用内置路网。',
  },
  ROUTING_TOO_MANY_PLACES: {
    happened: '请求了 {placeCount} 个地点。',
    means: '单侧超过 {placeCountMax} 个不向外部服务请求。',
    next: '请减少地点。',
  },
  ROUTING_ASSUMED_FIXED_PROFILE: '{engine} 的行车时间：按其固定车速，未计风、该车限制和路况',
  ROUTING_ASSUMED_NO_TRAFFIC: '{engine} 的行车时间：未计风和路况',
} as const satisfies Messages;
