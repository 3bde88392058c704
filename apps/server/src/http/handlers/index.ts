// All handlers by route; the type says when one is missing.
import type { Handlers } from '../call.ts';
import { accountHandlers } from './accounts.ts';
import { alertHandlers } from './alerts.ts';
import { deviceHandlers } from './devices.ts';
import { feedHandlers } from './feeds.ts';
import { forceHandlers } from './forces.ts';
import { forecastHandlers } from './forecasts.ts';
import { holdingHandlers } from './holdings.ts';
import { incidentHandlers } from './incidents.ts';
import { noticeHandlers } from './notices.ts';
import { orderHandlers } from './orders.ts';
import { planHandlers } from './plans.ts';
import { registerHandlers } from './registers.ts';
import { documentHandlers } from './documents.ts';
import { reserveHandlers } from './reserves.ts';
import { reviewHandlers } from './reviews.ts';
import { sessionHandlers } from './session.ts';
import { signalHandlers } from './signals.ts';
import { stressHandlers } from './stress.ts';
import { travelHandlers } from './travel.ts';
import { slipHandlers } from './slips.ts';
import { warehouseHandlers } from './warehouse.ts';

export const handlers: Handlers = {
  ...sessionHandlers, ...accountHandlers, ...deviceHandlers, ...signalHandlers, ...alertHandlers, ...incidentHandlers, ...forecastHandlers, ...planHandlers, ...orderHandlers,
  ...reviewHandlers, ...registerHandlers, ...holdingHandlers, ...noticeHandlers, ...documentHandlers, ...reserveHandlers, ...slipHandlers, ...warehouseHandlers, ...feedHandlers, ...forceHandlers, ...stressHandlers, ...travelHandlers,
};
