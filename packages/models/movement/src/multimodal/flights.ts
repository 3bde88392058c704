// Flights from every pad where the aircraft stands, to every other pad and to each destination that
// can be landed at, with what holds them: weather, darkness, closed air, taken pads, fuel.

/* eslint-disable @typescript-eslint/naming-convention -- node, arc, vertex, from, to are numbers of a graph, not quantities */
import { nameParams, polygonContains } from '@anlan/kernel';
import type { LocalName, LonLat } from '@anlan/kernel';
import type { AirProfile, MatrixRequest, Pad } from '../api/multimodal.ts';
import type { MovementClosure } from '../api/network.ts';
import { flightBetween } from '../air/flight.ts';
import { darkTimes } from '../air/solar.ts';
import { touchesPolygon } from '../network/geometry.ts';
import type { BadTime } from '../time/bad-times.ts';
import { badWeather, closedTimes, closesMode } from '../time/bad-times.ts';
import type { TimeFrame } from '../time/clock.ts';
import { clockText, instantAfter, secondsOf } from '../time/clock.ts';
import { fullTimes } from '../time/slots.ts';
import type { FlightArc } from './compile.ts';

export function compileFlights(request: MatrixRequest, frame: TimeFrame): readonly (readonly FlightArc[])[] {
  const { air } = request.profile;
  const { pads, weather } = request.world;
  if (air === undefined) return pads.map(() => []);
  const weatherBad = badWeather(frame, weather, air, { wind: 'MOVEMENT_AIR_WIND', wave: 'MOVEMENT_AIR_WIND', visibility: 'MOVEMENT_AIR_VISIBILITY', params: { name: air.id } });
  const dark = darkness(request, frame);
  const arc = (from: Pad, to: FlightTarget, at: { toPad: number; toSink: number }): FlightArc => {
    const bad = [...weatherBad, ...fullTimes(frame, from), ...airClosed(request, frame, from, to), ...nightBad(air, [from, to], dark)];
    return { flight: flightBetween({ from, to }, air, { frame, weather, bad }), ...at };
  };
  return pads.map((from, p) => {
    if (!from.aircraftIds.includes(air.id)) return [];
    const toPads = pads.flatMap((to, q) => (q === p ? [] : [arc(from, to, { toPad: q, toSink: -1 })]));
    return [...toPads, ...request.to.flatMap((to, sink) => (to.landing ? [arc(from, to, { toPad: -1, toSink: sink })] : []))];
  });
}

interface FlightTarget {
  readonly id: string;
  readonly name: LocalName;
  readonly position: LonLat;
  /** Absent: a scene, where the load is lowered by the lights of the aircraft. */
  readonly lit?: boolean;
}

interface Night {
  readonly fromS: number;
  readonly untilS: number;
  /** Hours as people read them. */
  readonly from: string;
  readonly until: string;
}

type Darkness = (position: LonLat) => readonly Night[];

/** Neighbouring places share a night: reckoned for the nearest tenth of a degree (24 s of sun time). */
function darkness({ world: { horizonS } }: MatrixRequest, frame: TimeFrame): Darkness {
  const kept = new Map<string, readonly Night[]>();
  return (position) => {
    const near: LonLat = [Math.round(position[0] * 10) / 10, Math.round(position[1] * 10) / 10];
    const key = near.join(' ');
    const found = kept.get(key);
    if (found !== undefined) return found;
    const stretches = darkTimes(near, frame.departAt, instantAfter(frame, horizonS)).map(([fromAt, untilAt]): Night => {
      const [fromS, untilS] = [secondsOf(frame, fromAt), secondsOf(frame, untilAt)];
      const open = untilS >= horizonS ? Infinity : untilS;
      return { fromS, untilS: open, from: clockText(frame, fromS), until: clockText(frame, untilS) };
    });
    kept.set(key, stretches);
    return stretches;
  };
}

function nightBad(air: AirProfile, ends: readonly FlightTarget[], dark: Darkness): readonly BadTime[] {
  return ends.flatMap(({ position, lit, name }) => {
    if (air.nightCapable && lit !== false) return [];
    return dark(position).map(({ fromS, untilS, from, until }) => ({ fromS, untilS, reason: { code: 'MOVEMENT_AIR_DARK', params: { ...nameParams('name', name), from, until } } }));
  });
}

function airClosed({ world: { closures } }: MatrixRequest, frame: TimeFrame, from: FlightTarget, to: FlightTarget): readonly BadTime[] {
  return closedTimes(frame, closures, 'air', (closure: MovementClosure) => {
    if (closure.padId === from.id || closure.padId === to.id) return true;
    if (closure.polygon === undefined || !closesMode(closure, 'air')) return false;
    return touchesPolygon([from.position, to.position], closure.polygon) || polygonContains(closure.polygon, from.position);
  });
}
