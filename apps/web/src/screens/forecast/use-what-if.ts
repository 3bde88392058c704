// What if the wind is different: the fields of a new run, filled from a run that is there, and its
// sending. The old run stays. Used by the desk's form and by the forecast room.

import { useState } from 'react';
import type { Forecast } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import type { Action } from '../../api/use-action.ts';
import { num } from '../../format/numbers.ts';
import { readNumber } from '../watch/forms/read-number.ts';
import { aheadHours } from './ahead.ts';

export interface WhatIf {
  readonly windSpeed: string;
  readonly windFrom: string;
  readonly hours: string;
  readonly setWindSpeed: (text: string) => void;
  readonly setWindFrom: (text: string) => void;
  readonly setHours: (text: string) => void;
  readonly ready: boolean;
  readonly action: Action;
  readonly send: () => Promise<boolean>;
}

export function useWhatIf(incidentId: string, base: Forecast | undefined): WhatIf {
  const action = useAction();
  const [typedSpeed, setWindSpeed] = useState<string>();
  const [typedFrom, setWindFrom] = useState<string>();
  const [typedHours, setHours] = useState<string>();
  const windSpeed = typedSpeed ?? (base === undefined ? '' : num(base.input.wind.speedMps, 1));
  const windFrom = typedFrom ?? (base === undefined ? '' : num(base.input.wind.windFromDegTrue));
  const hours = typedHours ?? (base === undefined ? '' : num(aheadHours(base)));
  const [speedMps, windFromDegTrue, horizonHours] = [readNumber(windSpeed), readNumber(windFrom), readNumber(hours)];
  const ready = speedMps !== undefined && windFromDegTrue !== undefined && horizonHours !== undefined && horizonHours > 0;
  const send = async () => {
    if (!ready) return false;
    return action.run(() => call('requestForecast', { params: { id: incidentId }, body: { wind: { speedMps, windFromDegTrue }, horizonS: horizonHours * 3600 } }), [`incident/${incidentId}`]);
  };
  return { windSpeed, windFrom, hours, setWindSpeed, setWindFrom, setHours, ready, action, send };
}
