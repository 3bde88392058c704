// All sentences of the web in one area: one file a part of the screen, joined here.
import { webAccounts } from './web-accounts.ts';
import { webBoard } from './web-board.ts';
import { webDispatch } from './web-dispatch.ts';
import { webErrorsText } from './web-errors.ts';
import { webForecast } from './web-forecast.ts';
import { webForm } from './web-form.ts';
import { webIndustry } from './web-industry.ts';
import { webMap } from './web-map.ts';
import { webNotices } from './web-notices.ts';
import { webPlan } from './web-plan.ts';
import { webPublic } from './web-public.ts';
import { webReadiness } from './web-readiness.ts';
import { webReach } from './web-reach.ts';
import { webReserves } from './web-reserves.ts';
import { webReview } from './web-review.ts';
import { webShell } from './web-shell.ts';
import { webSignals } from './web-signals.ts';
import { webStore } from './web-store.ts';
import { webWatch } from './web-watch.ts';

export const web = { ...webAccounts, ...webBoard, ...webDispatch, ...webErrorsText, ...webForecast, ...webForm, ...webIndustry, ...webMap, ...webNotices, ...webPlan, ...webPublic, ...webReadiness, ...webReach, ...webReserves, ...webReview, ...webShell, ...webSignals, ...webStore, ...webWatch } as const;
