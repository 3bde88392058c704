// 账号的文字。
import type { Messages } from '../types.ts';

export const account = {
  ACCOUNT_UNKNOWN: { happened: '没有编号为 {id} 的账号。', means: '没有账号被改动。', next: '请刷新账号列表再试。' },
  ACCOUNT_CANNOT_REVOKE_SELF: { happened: '不能停用自己正在使用的账号。', means: '账号仍然有效。', next: '请由另一位管理员停用它。' },
} as const satisfies Messages;
