import type { Formula } from '@anlan/kernel';
export const formulas: readonly Formula[] = [];
