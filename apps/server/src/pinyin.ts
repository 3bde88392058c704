// Pinyin initials of Chinese text, so that `asyd` finds 岙山油码头.

import { pinyin } from 'pinyin-pro';

export function pinyinInitials(text: string): string {
  return /\p{Script=Han}/u.test(text) ? pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('') : '';
}
