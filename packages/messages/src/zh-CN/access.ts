// 权限的文字。
import type { Messages } from '../types.ts';

export const access = {
  ACCESS_DENIED: {
    happened: '{actorName}没有“{command}”的权限。',
    means: '这一步没有执行，也没有记录。',
    next: '请由有权限的岗位办理，或请管理员核对岗位。',
  },
  ACCESS_COMMAND_UNKNOWN: {
    happened: '没有名为 {command} 的操作。',
    means: '没有执行任何操作。',
    next: '请更新到同一版本后重试。',
  },
} as const satisfies Messages;
