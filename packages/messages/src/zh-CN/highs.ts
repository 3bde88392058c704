// 优化求解器出错时的文字。
import type { Messages } from '../types.ts';

export const highs = {
  HIGHS_SOLVER_FAILED: {
    happened: '优化求解器出错：{detail}。',
    means: '没有得到优化方案；此前已有的方案仍然有效，并已注明。',
    next: '请重新运行；若再次出错，请保留输入文件并上报。',
  },
  HIGHS_SOLVE_CANCELLED: {
    happened: '优化在得出结果前被终止。',
    means: '没有比之前更新的方案。',
    next: '需要时请重新开始。',
  },
} as const satisfies Messages;
