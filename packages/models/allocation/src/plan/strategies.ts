// The four ways in which an option is filled. Each is a fixed order over what could arrive, so
// that more stock, a shorter lead or an open road can only help. Which of them is best is decided
// by the comparison of their figures, never here.

import type { Instant } from '@anlan/kernel';
import type { Reason, Urgency } from '../api/demand.ts';
import { URGENCIES } from '../api/demand.ts';
import type { Demand } from '../api/demand.ts';
import type { StrategyId } from '../api/plan.ts';
import { STRATEGIES } from '../api/plan.ts';
import type { Reserve, Supply } from '../api/supply.ts';
import { compareText } from '../supply/usable.ts';

export interface Strategy {
  readonly id: StrategyId;
  readonly keepFloors: boolean;
  readonly title: Reason;
  /** Why a line was chosen under this strategy. */
  readonly lineCode: string;
  admits(supply: Supply): boolean;
  /** Keys compared in order, less first. */
  keys(countsAt: Instant, deadlineAt: Instant, reserve: Reserve): readonly number[];
}

export function listStrategies(): readonly Strategy[] {
  return STRATEGIES.map((id) => ({ id, title: { code: TITLES[id], params: {} }, ...HOW[id] }));
}

/** Life first, then by deadline, then by id. */
export function inOrderOfService(demands: readonly Demand[]): readonly Demand[] {
  const rank = (urgency: Urgency): number => URGENCIES.indexOf(urgency);
  return [...demands].sort((a, b) => rank(a.urgency) - rank(b.urgency) || a.deadlineAt - b.deadlineAt || compareText(a.id, b.id));
}

const TITLES = {
  earliest: 'ALLOCATION_OPTION_EARLIEST',
  'just-in-time': 'ALLOCATION_OPTION_JUST_IN_TIME',
  'keep-stock': 'ALLOCATION_OPTION_KEEP_STOCK',
  'stock-only': 'ALLOCATION_OPTION_STOCK_ONLY',
} as const satisfies Record<StrategyId, string>;

const HOW: Record<StrategyId, Pick<Strategy, 'keepFloors' | 'lineCode' | 'admits' | 'keys'>> = {
  earliest: { keepFloors: false, lineCode: 'ALLOCATION_LINE_EARLIEST', admits: () => true, keys: (countsAt) => [countsAt] },
  // In time is in time: take the latest of those, and leave what is near to the other needs.
  'just-in-time': {
    keepFloors: false,
    lineCode: 'ALLOCATION_LINE_JUST_IN_TIME',
    admits: () => true,
    keys: (countsAt, deadlineAt) => (countsAt <= deadlineAt ? [0, -countsAt] : [1, countsAt]),
  },
  // Agreed and produced goods first where they come in time; the floor of every stock stays.
  'keep-stock': {
    keepFloors: true,
    lineCode: 'ALLOCATION_LINE_KEEP_STOCK',
    admits: () => true,
    keys: (countsAt, deadlineAt, reserve) => (countsAt <= deadlineAt ? [0, reserve === 'stock' ? 1 : 0, countsAt] : [1, countsAt]),
  },
  'stock-only': { keepFloors: false, lineCode: 'ALLOCATION_LINE_STOCK_ONLY', admits: (supply) => supply.reserve === 'stock', keys: (countsAt) => [countsAt] },
};
