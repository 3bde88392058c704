// 对外预警发布的文字。
import type { Messages } from '../types.ts';

export const feed = {
  FEED_SENDER_LOCAL: '没有设置对外地址（ANLAN_PUBLIC_ORIGIN），发送方标识 {sender} 由区域包名构成，只在本系统内唯一。',
  'feed.alerts': '告警',
  'feed.note.test': '含模拟数据，仅供测试，请勿据此行动。',
  'feed.note.exercise': '演练，请勿据此行动。',
  'feed.restriction': '仅供有权查看告警的席位和系统使用。',
} as const satisfies Messages;
