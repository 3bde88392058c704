// When a vessel may be at sea: the spans of a weather series in which no limit of its class is
// reached. It leaves only when it can arrive before the span ends (it does not ride out at sea),
// which keeps the order of arrivals: who leaves later never arrives earlier.

import type { Instant } from '@anlan/kernel';
import { instantFromMs, isoFromInstant } from '@anlan/kernel';
import type { SeaProfile } from '../api/sea-field.ts';
import type { Reason } from '../api/travel.ts';
import type { WeatherSeries, WeatherStep } from '../spi/sea-sources.ts';

export interface SeaWindow {
  /** Seconds from `departAt`; the end may be Infinity. */
  readonly fromS: number;
  readonly untilS: number;
  /** What held it before this window; empty for the first when it opens at once. */
  readonly held: readonly Reason[];
}

export interface SeaWindows {
  readonly windows: readonly SeaWindow[];
  /** What shuts the last window for good, when it ends or none is open. */
  readonly shut: readonly Reason[];
}

export function seaWindows(profile: SeaProfile, weather: WeatherSeries | undefined, departAt: Instant): SeaWindows {
  const steps = (weather?.steps ?? []).toSorted((a, b) => a.at - b.at);
  if (steps.length === 0) return { windows: [{ fromS: 0, untilS: Infinity, held: [] }], shut: [] };
  const windows: SeaWindow[] = [];
  let held: Reason[] = [];
  let openFromS: number | undefined;
  const spans = [{ fromS: 0, step: steps.findLast((step) => step.at <= departAt) ?? steps[0]! }, ...steps.filter((step) => step.at > departAt).map((step) => ({ fromS: (step.at - departAt) / 1000, step }))];
  spans.forEach(({ fromS, step }, i) => {
    const untilAt = nextOpenAt(profile, spans.slice(i + 1), departAt);
    const limits = limitsReached(profile, step, untilAt);
    if (limits.length === 0) {
      openFromS ??= fromS;
      return;
    }
    if (openFromS !== undefined) {
      windows.push({ fromS: openFromS, untilS: fromS, held });
      held = [];
    }
    openFromS = undefined;
    if (held.length === 0) held = limits;
  });
  if (openFromS !== undefined) windows.push({ fromS: openFromS, untilS: Infinity, held });
  return { windows, shut: openFromS === undefined ? held : [] };
}

/** The limits of the class that a step reaches, with the instant from which it may sail again. */
function limitsReached(profile: SeaProfile, step: WeatherStep, untilAt: Instant | undefined): Reason[] {
  const out: Reason[] = [];
  const add = (code: string, codeUntil: string, params: Reason['params']): void => {
    out.push(untilAt === undefined ? { code, params } : { code: codeUntil, params: { ...params, untilAt: isoFromInstant(untilAt) } });
  };
  const name = profile.id;
  const { windSpeedMps, waveHeightM, visibilityM } = step;
  if (windSpeedMps !== undefined && profile.windSpeedMpsMax !== undefined && windSpeedMps >= profile.windSpeedMpsMax) add('MOVEMENT_SEA_WIND_LIMIT', 'MOVEMENT_SEA_WIND_UNTIL', { name, windSpeedMps, windLimitMps: profile.windSpeedMpsMax });
  if (waveHeightM !== undefined && profile.waveHeightMMax !== undefined && waveHeightM >= profile.waveHeightMMax) add('MOVEMENT_SEA_WAVE_LIMIT', 'MOVEMENT_SEA_WAVE_UNTIL', { name, waveHeightM, waveLimitM: profile.waveHeightMMax });
  if (visibilityM !== undefined && profile.visibilityMMin !== undefined && visibilityM < profile.visibilityMMin) add('MOVEMENT_SEA_VISIBILITY_LIMIT', 'MOVEMENT_SEA_VISIBILITY_UNTIL', { name, visibilityM, visibilityLimitM: profile.visibilityMMin });
  return out;
}

function nextOpenAt(profile: SeaProfile, later: readonly { readonly fromS: number; readonly step: WeatherStep }[], departAt: Instant): Instant | undefined {
  const open = later.find(({ step }) => limitsReached(profile, step, undefined).length === 0);
  return open === undefined ? undefined : instantFromMs(departAt + Math.round(open.fromS * 1000));
}

/** Figures of a class that the weather does not give: they were not checked. */
export function weatherUnchecked(profile: SeaProfile, weather: WeatherSeries | undefined): Reason[] {
  const has = (key: 'windSpeedMps' | 'waveHeightM' | 'visibilityM'): boolean => weather !== undefined && weather.steps.length > 0 && weather.steps.every((step) => step[key] !== undefined);
  const out: Reason[] = [];
  if (profile.windSpeedMpsMax !== undefined && !has('windSpeedMps')) out.push({ code: 'MOVEMENT_ASSUMED_WIND_UNCHECKED', params: {} });
  if (profile.waveHeightMMax !== undefined && !has('waveHeightM')) out.push({ code: 'MOVEMENT_ASSUMED_WAVE_UNCHECKED', params: {} });
  if (profile.visibilityMMin !== undefined && !has('visibilityM')) out.push({ code: 'MOVEMENT_ASSUMED_VISIBILITY_UNCHECKED', params: {} });
  return out;
}
