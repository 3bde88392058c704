// Time for people: absolute, dated, 24 h, in the region's zone; ages and countdowns in words.
// The only place of the web that turns an instant into local time.

import type { Locale } from '@anlan/messages';

/** Epoch milliseconds or ISO text, as the wire gives it. */
export type At = number | string;

export interface ZonedParts {
  readonly year: string; readonly month: string; readonly day: string;
  readonly hour: string; readonly minute: string; readonly second: string;
  /** 0 Sunday … 6 Saturday. */
  readonly weekday: number;
}

export function atMs(at: At): number {
  return typeof at === 'number' ? at : Date.parse(at);
}

/** `2026-11-23 21:47:32` */
export function dateTime(at: At, zone: string): string {
  const p = zonedParts(at, zone);
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`;
}

/** `21:47:32` */
export function clockTime(at: At, zone: string): string {
  const p = zonedParts(at, zone);
  return `${p.hour}:${p.minute}:${p.second}`;
}

/** `21:47`, with `11-22 ` before it when it is another day than `now`. */
export function hourMinute(at: At, zone: string, now?: At): string {
  const p = zonedParts(at, zone);
  const time = `${p.hour}:${p.minute}`;
  if (now === undefined) return time;
  const today = zonedParts(now, zone);
  return today.year === p.year && today.month === p.month && today.day === p.day ? time : `${p.month}-${p.day} ${time}`;
}

/** `11-23 周一` · `11-23 Mon` */
export function dayName(at: At, zone: string, locale: Locale): string {
  const p = zonedParts(at, zone);
  return `${p.month}-${p.day} ${(locale === 'en' ? DAYS_EN : DAYS_ZH)[p.weekday] ?? ''}`;
}

/** `UTC+8` */
export function zoneName(at: At, zone: string): string {
  const offsetMinutes = Math.round((Date.parse(`${dateTime(at, zone).replace(' ', 'T')}Z`) - Math.floor(atMs(at) / 1000) * 1000) / 60_000);
  const sign = offsetMinutes < 0 ? '−' : '+';
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60];
  return minutes === 0 ? `UTC${sign}${hours}` : `UTC${sign}${hours}:${String(minutes).padStart(2, '0')}`;
}

/** How long: `41秒`, `2分10秒`, `38分`, `1时12分`, `3天4时`. Seconds are shown below ten minutes. */
export function duration(ms: number, locale: Locale): string {
  const totalS = Math.max(0, Math.floor(ms / 1000));
  const [days, hours, minutes, seconds] = [Math.floor(totalS / 86_400), Math.floor(totalS / 3600) % 24, Math.floor(totalS / 60) % 60, totalS % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  const zh = locale !== 'en';
  if (days > 0) return zh ? `${days}天${hours}时` : `${days} d ${hours} h`;
  if (hours > 0) return zh ? `${hours}时${two(minutes)}分` : `${hours} h ${two(minutes)} min`;
  if (minutes >= 10) return zh ? `${minutes}分` : `${minutes} min`;
  if (minutes > 0) return zh ? `${minutes}分${two(seconds)}秒` : `${minutes} min ${two(seconds)} s`;
  return zh ? `${seconds}秒` : `${seconds} s`;
}

/** `0:38:12`; a passed deadline is `−0:03:05`. */
export function countdown(ms: number): string {
  const totalS = Math.floor(Math.abs(ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${ms < 0 && totalS > 0 ? '−' : ''}${Math.floor(totalS / 3600)}:${two(Math.floor(totalS / 60) % 60)}:${two(totalS % 60)}`;
}

/** Lead time of a forecast: `+3 h`, `+1 h 30`. */
export function leadTime(leadTimeS: number): string {
  const [hours, minutes] = [Math.floor(leadTimeS / 3600), Math.round((leadTimeS % 3600) / 60)];
  return minutes === 0 ? `+${hours} h` : `+${hours} h ${String(minutes).padStart(2, '0')}`;
}

/** What a time field shows: `2026-11-24 04:36`. The browser's own field would follow its own language. */
export function toLocalInput(at: At, zone: string): string {
  const p = zonedParts(at, zone);
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`;
}

/** ISO UTC of what a person typed as local time of the zone, full-width digits too; undefined when it is no time. */
export function fromLocalInput(text: string, zone: string): string | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.normalize('NFKC').trim());
  if (match === null) return undefined;
  const two = (index: number) => (match[index] ?? '00').padStart(2, '0');
  const asUtcMs = Date.parse(`${match[1]}-${two(2)}-${two(3)}T${two(4)}:${two(5)}:${two(6)}Z`);
  // `Date.parse` takes 30 February for 1 March; a date that does not come back as typed is none.
  if (!Number.isFinite(asUtcMs) || new Date(asUtcMs).getUTCDate() !== Number(match[3])) return undefined;
  // Two rounds settle the offset also on a day when it changes.
  let ms = asUtcMs;
  for (let round = 0; round < 2; round++) ms = asUtcMs - (Date.parse(`${dateTime(ms, zone).replace(' ', 'T')}Z`) - ms);
  return new Date(ms).toISOString();
}

export function zonedParts(at: At, zone: string): ZonedParts {
  const parts: Record<string, string> = {};
  for (const part of formatterOf(zone).formatToParts(atMs(at))) parts[part.type] = part.value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '', weekday = 'Sun' } = parts;
  return { year, month, day, hour: hour === '24' ? '00' : hour, minute, second, weekday: DAYS_EN.indexOf(weekday) };
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
    formatters.set(zone, formatter);
  }
  return formatter;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const DAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const DAYS_ZH = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
