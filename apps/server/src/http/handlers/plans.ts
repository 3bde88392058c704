import { refuse } from '@anlan/kernel';
import type { Handlers } from '../call.ts';
export const planHandlers: Pick<Handlers, 'drawPlan' | 'listPlans' | 'getPlan' | 'chooseOption'> = {
  drawPlan: async () => refuse('HTTP_VIEW_UNKNOWN'), listPlans: async () => ({ ok: true, value: [] }), getPlan: async () => refuse('HTTP_VIEW_UNKNOWN'), chooseOption: async () => refuse('HTTP_VIEW_UNKNOWN'),
};
