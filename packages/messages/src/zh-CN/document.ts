// 证明材料的文字。
import type { Messages } from '../types.ts';

export const document = {
  DOCUMENT_TYPE_REFUSED: {
    happened: '“{name}”不是PDF，也不是JPEG或PNG图片。',
    means: '文件没有收下。判断依据是内容，不是文件名。',
    next: '请另存为PDF，或扫描成图片后重新上传。',
  },
  DOCUMENT_EMPTY: {
    happened: '文件“{name}”是空的，或没有收到文件。',
    means: '没有收下任何文件。',
    next: '请重新选择文件。',
  },
  DOCUMENT_TOO_LARGE: {
    happened: '“{name}”超过 {limitMb} MB。',
    means: '文件没有收下。',
    next: '请降低扫描分辨率，或只上传有证明作用的页。',
  },
  DOCUMENT_UNKNOWN: {
    happened: '这条记录没有附件 {id}。',
    means: '不能显示。',
    next: '请刷新记录；附件可能已经更换。',
  },
} as const satisfies Messages;
