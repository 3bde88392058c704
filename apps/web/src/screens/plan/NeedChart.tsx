// Need against supply over time, one demand: need dashed, the three reserves stacked (solid, hatched,
// outlined), shortage written. Drawn to the pixel, real extremes only.

import { useId, useRef } from 'react';
import type { DemandLine, PlanOption } from '@anlan/contracts';
import { useZone } from '../../app/installation.tsx';
import { hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { amount } from '../../parts/room/amount.ts';
import { useWidthPx } from '../../parts/room/use-width.ts';
import { bandPath, needCurveOf, shortSpans, stairPath } from './step-curve.ts';

interface Props { readonly demand: DemandLine; readonly option: PlanOption; readonly fromMs: number; readonly toMs: number; readonly nowMs: number }

export function NeedChart({ demand, option, fromMs, toMs, nowMs }: Props) {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  const holder = useRef<HTMLDivElement>(null);
  const widthPx = useWidthPx(holder);
  const hatchId = useId();
  const curve = needCurveOf(demand, option);
  const x = (atMs: number) => ((atMs - fromMs) / (toMs - fromMs)) * widthPx;
  const y = (value: number) => BASE_PX - (curve.valueMax === 0 ? 0 : (value / curve.valueMax) * (BASE_PX - TOP_PX));
  const shorts = shortSpans(curve, toMs);
  const worst = [...shorts].sort((a, b) => b.shortValue - a.shortValue)[0];
  const deadlinePx = x(curve.deadlineMs);
  const said = worst === undefined ? t('web.plan.enough') : t('web.plan.short', { amount: amount(worst.shortValue, demand.unitCode, locale) });
  return (
    <div className="need-chart" ref={holder}>
      {widthPx > 0 && (
        <svg width={widthPx} height={HEIGHT_PX} role="img" aria-label={t('web.plan.chart-label', { title: title(demand.titles), said })}>
          <defs>
            <pattern id={hatchId} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line className="hatch" x1="1" x2="1" y1="0" y2="5" /></pattern>
          </defs>
          <line className="base" x1="0" x2={widthPx} y1={BASE_PX + 0.5} y2={BASE_PX + 0.5} />
          {nowMs > fromMs && nowMs < toMs && <line className="now" x1={x(nowMs)} x2={x(nowMs)} y1={TOP_PX} y2={BASE_PX} />}
          {curve.bands.map((band) => <path key={band.reserve} className={`band ${band.reserve}`} d={bandPath(band, toMs, x, y)} {...(band.reserve === 'social' ? { fill: `url(#${hatchId})` } : {})} />)}
          <path className="need" d={stairPath(curve.need, toMs, x, y, fromMs)} />
          <line className="deadline" x1={deadlinePx} x2={deadlinePx} y1={TOP_PX - 4} y2={BASE_PX} />
          {shorts.map((span) => <line key={span.fromMs} className="short" x1={x(span.fromMs)} x2={x(span.toMs)} y1={BASE_PX + 2} y2={BASE_PX + 2} />)}
          {deadlinePx > 52 && <text className="axis" x="0" y={HEIGHT_PX - 2}>{hourMinute(fromMs, zone)}</text>}
          <text className="axis" x={Math.min(Math.max(deadlinePx, 16), widthPx - 16)} y={HEIGHT_PX - 2} textAnchor="middle">{hourMinute(curve.deadlineMs, zone)}</text>
          {widthPx - deadlinePx > 92 && <text className="axis" x={widthPx} y={HEIGHT_PX - 2} textAnchor="end">{hourMinute(toMs, zone, fromMs)}</text>}
        </svg>
      )}
    </div>
  );
}

const HEIGHT_PX = 62;
const TOP_PX = 6;
const BASE_PX = 46;
