// The policy's targets, computed from records.

import { listIndicators } from '@anlan/domain';
import type { Context } from '@anlan/domain';
import type { Result } from '@anlan/kernel';
import type { ServiceBase } from '../services.ts';

export function computeIndicators(base: ServiceBase, context: Context): Promise<Result<unknown>> {
  return listIndicators(base, { utcOffsetMinutes: UTC_OFFSET_MINUTES }, context);
}

/** Asia/Shanghai has no summer time. */
const UTC_OFFSET_MINUTES = 480;
