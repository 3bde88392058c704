// (being written)
import type { EventEnvelope } from '@anlan/domain';
import type { ServiceBase } from '../services.ts';
export interface PlanService { reactTo(event: EventEnvelope): void }
export function createPlanService(_base: ServiceBase): PlanService { return { reactTo: () => undefined }; }
