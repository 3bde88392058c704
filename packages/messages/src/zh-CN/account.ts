// 账号的文字。
import type { Messages } from '../types.ts';

export const account = {
  ACCOUNT_UNKNOWN: { happened: '没有编号为 {id} 的账号。', means: '没有账号被改动。', next: '请刷新账号列表再试。' },
  ACCOUNT_CANNOT_REVOKE_SELF: { happened: '不能停用自己正在使用的账号。', means: '账号仍然有效。', next: '请由另一位管理员停用它。' },
  ACCOUNT_REVOKED: { happened: '账号 {id} 已停用。', means: '不能改它的密码，它也不能登录。', next: '请用别的用户名新建账号。' },
  ACCOUNT_NAME_TAKEN: { happened: '用户名 {userName} 已经用过。', means: '没有新建账号。一个用户名只给一次，账号停用后也不再给。', next: '请换一个用户名。' },
  ACCOUNT_NAME_UNREADABLE: { happened: '用户名“{userName}”不合要求。', means: '没有新建账号。', next: '请用 2 到 40 个小写字母、数字、点、短横或下划线，以字母或数字开头。' },
  ACCOUNT_DISPLAY_NAME_MISSING: { happened: '缺中文或英文姓名。', means: '没有新建账号。', next: '请两种都填；日志里用中文姓名。' },
  ACCOUNT_ROLE_MISSING: { happened: '没有选岗位。', means: '没有新建账号：没有岗位什么也做不了。', next: '请至少选一个岗位。' },
  ACCOUNT_ORGANISATION_UNKNOWN: { happened: '没有单位 {organisationId}。', means: '没有新建账号：只有管理员可以不归单位。', next: '请从单位名录中选；名录在服务器首次启动时载入。' },
  ACCOUNT_PASSWORD_TOO_SHORT: { happened: '密码不足 {lengthCountMin} 个字符。', means: '密码没有设置。', next: '请用更长的密码，一句话就很好。' },
  ACCOUNT_PASSWORD_IS_NAME: { happened: '密码与用户名相同。', means: '密码没有设置。', next: '请换一个。' },
  ACCOUNT_PASSWORD_WRONG: { happened: '当前密码不对。', means: '密码没有改。', next: '请重试，或请管理员重置。' },
} as const satisfies Messages;
