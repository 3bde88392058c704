// How every kind of stream becomes its view, for the store, the rebuild and the replay.

import { accountFold } from './accounts/index.ts';
import { alertFold } from './alert/index.ts';
import { deviceFold } from './devices/index.ts';
import { orderFold } from './dispatch/index.ts';
import { documentFold } from './document/index.ts';
import { forecastFold, forcingFold } from './forecast/index.ts';
import { incidentFold } from './incident/index.ts';
import { catalogueFold } from './industry/index.ts';
import type { Folds } from './log/index.ts';
import { noticeFold } from './notice/index.ts';
import { planFold } from './plan/index.ts';
import { slipFold, stressFold } from './readiness/index.ts';
import { recordFold } from './register/index.ts';
import { reviewFold } from './review/index.ts';
import { reportFold } from './signal/index.ts';

export const folds: Folds = {
  account: accountFold, alert: alertFold, report: reportFold, incident: incidentFold, forecast: forecastFold, plan: planFold, order: orderFold,
  review: reviewFold, record: recordFold, notice: noticeFold, document: documentFold, forcing: forcingFold, catalogue: catalogueFold, device: deviceFold, slip: slipFold, stress: stressFold,
};
