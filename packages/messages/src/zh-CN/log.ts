// 事件日志的文字。
import type { Messages } from '../types.ts';

export const log = {
  LOG_VERSION_CONFLICT: {
    happened: '{stream} 已被他人先行修改：您看到的是第 {expectedVersion} 版，现在是第 {actualVersion} 版。',
    means: '您的修改没有记录，以免覆盖他人的修改。',
    next: '请查看最新状态后重新决定。',
  },
  LOG_HOLDING_SHORT: {
    happened: '{holdingId} 数量不足：需要 {wanted}，可用 {available}。',
    means: '没有预占也没有出库，本次调度整体未记录。',
    next: '请按可用数量申请，或改用其他来源。',
  },
  LOG_HOLDING_UNKNOWN: {
    happened: '没有编号为 {holdingId} 的储备。',
    means: '没有预占也没有出库。',
    next: '请核对物资储备、社会储备或生产能力储备的登记。',
  },
  LOG_DRILL_CANNOT_LEAVE: {
    happened: '这是演练 {realm} 的内容，不能发往真实世界。',
    means: '演练不会触及真实的人员、信息和物资。',
    next: '如需真实处置，请在演练之外重新操作。',
  },
} as const satisfies Messages;
