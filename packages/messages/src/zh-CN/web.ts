// All sentences of the web in one area: one file a part of the screen, joined here.
import { webErrorsText } from './web-errors.ts';
import { webForecast } from './web-forecast.ts';
import { webForm } from './web-form.ts';
import { webMap } from './web-map.ts';
import { webPublic } from './web-public.ts';
import { webShell } from './web-shell.ts';
import { webWatch } from './web-watch.ts';

export const web = { ...webErrorsText, ...webForecast, ...webForm, ...webMap, ...webPublic, ...webShell, ...webWatch } as const;
