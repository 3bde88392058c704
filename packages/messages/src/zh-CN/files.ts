// 表格文件的文字。
import type { Messages } from '../types.ts';

export const files = {
  FILES_TABLE_EMPTY: { happened: '文件里没有表头，也没有内容。', means: '什么也没有导入。', next: '请先导出一份，按它的表头填写。' },
  FILES_TABLE_TOO_LARGE: { happened: '表格有 {rowCount} 行，超过上限 {rowCountMax} 行。', means: '什么也没有导入。', next: '请拆成几份再导入。' },
  FILES_UNPACKED_TOO_LARGE: { happened: '工作簿解压后将有 {sizeBytes} 字节，最多接收 {sizeBytesMax} 字节。', means: '没有打开，也没有导入。', next: '请把表格单独另存为新的工作簿，或改用 CSV。' },
  FILES_TABLE_UNREADABLE: { happened: '文件不是可读的 {format}：{detail}。', means: '什么也没有导入。', next: '请用表格软件打开并另存后再试。' },
  FILES_CSV_QUOTE_OPEN: { happened: '第 {line} 行的引号没有收尾。', means: '什么也没有导入。', next: '请补上引号，单元格内的引号写成两个。' },
  FILES_NOT_UTF8: { happened: '文件不是 UTF-8 编码。', means: '汉字会变成乱码，所以没有导入。', next: '请另存为“CSV UTF-8”再导入。' },
} as const satisfies Messages;
