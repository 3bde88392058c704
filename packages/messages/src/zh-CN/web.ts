// All sentences of the web in one area: one file a part of the screen, joined here.
import { webDispatch } from './web-dispatch.ts';
import { webErrorsText } from './web-errors.ts';
import { webForecast } from './web-forecast.ts';
import { webForm } from './web-form.ts';
import { webMap } from './web-map.ts';
import { webPlan } from './web-plan.ts';
import { webPublic } from './web-public.ts';
import { webReview } from './web-review.ts';
import { webShell } from './web-shell.ts';
import { webWatch } from './web-watch.ts';

export const web = { ...webDispatch, ...webErrorsText, ...webForecast, ...webForm, ...webMap, ...webPlan, ...webPublic, ...webReview, ...webShell, ...webWatch } as const;
