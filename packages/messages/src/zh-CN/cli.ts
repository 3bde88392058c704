// 命令行的文字。
import type { Messages } from '../types.ts';

export const cli = {
  CLI_FORMULA_UNKNOWN: { happened: '没有名为 {id} 的公式。', means: '没有计算。', next: '用 anlan calc list 查看全部公式。' },
  CLI_SCENARIO_UNKNOWN: { happened: '没有情景 {id}。', means: '没有推演。', next: '现有情景：{known}。' },
  CLI_OPTION_INVALID: { happened: '选项 {option} 的值“{value}”不对。', means: '命令没有执行。', next: '用 --help 查看可用的值。' },
  CLI_FILE_UNREADABLE: { happened: '文件 {path} 读不了：{detail}。', means: '命令没有执行。', next: '请检查路径和权限。' },
  CLI_TERMINAL_MISSING: { happened: '没有终端，无法询问密码。', means: '什么也没有改。', next: '请在终端里运行，或加 --generate。' },
  CLI_PASSWORD_NOT_SAME: { happened: '两次输入的密码不一样。', means: '什么也没有改。', next: '请重来。' },
  CLI_INTERRUPTED: { happened: '已中断。', means: '什么也没有改。', next: '准备好后再运行。' },
  CLI_ASSUMED_INDICATIVE_NETWORK: '本地区的道路、泊位、轮渡和起降点为示意数据，未经核实',
  CLI_ASSUMED_ROAD_EXTRACT: '道路取自 {file}：{linkCount} 段，{junkCount} 个对象无法读取；泊位和起降点接到最近的节点',
} as const satisfies Messages;
