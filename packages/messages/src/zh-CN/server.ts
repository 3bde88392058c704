// 服务器入口的文字。
import type { Messages } from '../types.ts';

export const server = {
  HTTP_BODY_UNREADABLE: { happened: '收到的内容读不懂：{detail}。', means: '这次提交没有保存任何东西。', next: '请检查格式（JSON）后重新提交。' },
  HTTP_INPUT_INVALID: { happened: '输入不符合要求，{where}：{detail}。', means: '这次提交没有保存任何东西。', next: '请改正后重新提交。' },
  HTTP_BODY_TOO_LARGE: { happened: '提交的内容超过上限 {limitBytes} 字节。', means: '这次提交没有保存任何东西。', next: '请减小照片或分批提交。' },
  HTTP_ROUTE_UNKNOWN: { happened: '没有 {method} {path} 这个接口。', means: '什么也没有发生。', next: '请核对地址；接口清单见 docs/reference/http.md。' },
  HTTP_SESSION_MISSING: { happened: '没有登录，或登录已失效。', means: '在登录之前看不到也改不了数据。', next: '请登录后再试；未提交的内容请先留存。' },
  HTTP_LOGIN_REFUSED: { happened: '用户名或密码不对，或账号已停用。', means: '没有登录。', next: '请核对后重试，或请管理员查看账号。' },
  HTTP_LOGIN_WAIT: { happened: '这个用户名的密码错得太多。', means: '这一次没有核对。账号没有锁死：等待之后，正确的密码仍能登录。', next: '请在 {retryAfterS} 秒后重试。' },
  HTTP_DEVICE_TOKEN_REFUSED: { happened: '设备令牌无效，或设备已停用。', means: '什么也没有收下。', next: '请核对设备里的令牌；若已遗失，请管理员新建设备。' },
  SERVER_MODE_MISMATCH: { happened: '这个数据库是以 {found} 模式建立的，现在却要以 {wanted} 模式启动。', means: '服务器没有启动：虚构记录和真实记录不能放在一起。', next: '请设 ANLAN_MODE={found}，或换一个 ANLAN_DATA 或 DATABASE_URL。' },
  HTTP_TOO_MANY: { happened: '请求太频繁。', means: '这一次没有处理。', next: '请在 {retryAfterS} 秒后重试。' },
  HTTP_ORIGIN_REFUSED: { happened: '请求来自别的网站（{origin}）。', means: '为防止冒用登录，没有执行。', next: '请从安澜自己的页面操作。' },
  HTTP_MEDIA_REFUSED: { happened: '不接受 {mediaType} 这种文件。', means: '文件没有保存。', next: '照片请用 JPEG、PNG 或 WebP。' },
  HTTP_ARTEFACT_UNKNOWN: { happened: '没有编号为 {id} 的文件。', means: '文件可能不在本机。', next: '请从记录里的链接打开。' },
  HTTP_TIDE_STATION_UNKNOWN: { happened: '没有潮位站 {stationId}。', means: '没有潮位可以给出。', next: '请从站点清单选择。' },
  SERVER_FAILED: { happened: '服务器内部出错。', means: '这次操作没有完成；已经确认过的内容不受影响。', next: '请稍后重试；若仍然出错，请把编号告诉管理员。' },
  SERVER_CONFIG_INVALID: { happened: '设置 {name} 的值“{value}”不对。', means: '服务器没有启动。', next: '请改成：{expected}。' },
  SERVER_STOPPING: { happened: '服务器正在停止。', means: '没有跑完的漂移预测不会作废，下次启动后重新运行。', next: '请等服务器重新启动。' },
  SERVER_PORT_TAKEN: { happened: '端口 {port} 已被占用。', means: '服务器没有启动。', next: '请停掉占用它的程序，或用 ANLAN_PORT 换一个端口。' },
} as const satisfies Messages;
