// Mass budget over time: stacked areas in the model's colour, real total on the axis, a line at the
// shown moment; the figures of that moment stand beside it with their names, so no legend is needed.

import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Forecast } from '@anlan/contracts';
import { readToken } from '../../app/tokens.ts';
import { useZone } from '../../app/installation.tsx';
import { useSeat } from '../../app/seat.tsx';
import { num, percent } from '../../format/numbers.ts';
import { hourMinute } from '../../format/time.ts';
import { mass } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { budgetAt, PARTS, partKg, stackBudget } from './budget.ts';
import type { Stacked } from './budget.ts';

interface Props { readonly summary: NonNullable<Forecast['summary']>; readonly shownAtMs: number | undefined; readonly onPick: (atMs: number) => void }

export function MassChart({ summary, shownAtMs, onPick }: Props) {
  const { t } = useI18n();
  const zone = useZone();
  const { theme } = useSeat().preferences;
  const holder = useRef<HTMLDivElement>(null);
  const shown = useRef(shownAtMs);
  const chart = useRef<uPlot>(undefined);
  const stacked = useMemo(() => stackBudget(summary.massBudget), [summary]);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    const made = makeChart(element, stacked, zone, t('web.unit.t'), () => shown.current, (atMs) => pick.current(atMs));
    chart.current = made;
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, [stacked, zone, t, theme]);
  useEffect(() => {
    shown.current = shownAtMs;
    chart.current?.redraw(false);
  }, [shownAtMs]);
  const point = budgetAt(summary.massBudget, shownAtMs ?? Infinity);
  const totalKg = stacked.totalTonnes * 1000;
  return (
    <div className="mass-chart">
      <div className="mass-canvas" ref={holder} role="img" aria-label={t('web.budget.title')} />
      <dl className="mass-figures num">
        {point !== undefined && [...PARTS].reverse().filter((part) => part !== 'pending' || point.pendingKg > 0).map((part) => (
          <div key={part}><dt><i className={`part ${part}`} />{t(`web.budget.${part}`)}</dt><dd>{mass(partKg(point, part))} <span className="quiet">{percent(totalKg === 0 ? 0 : partKg(point, part) / totalKg)}</span></dd></div>
        ))}
        <div className="band"><dt>{t('web.budget.band')}</dt><dd>{percent(summary.evaporatedRatioBand[0])}–{percent(summary.evaporatedRatioBand[1])}</dd></div>
      </dl>
    </div>
  );
}

function makeChart(element: HTMLElement, stacked: Stacked, zone: string, unit: string, shownAt: () => number | undefined, onPick: (atMs: number) => void): uPlot {
  const [model, text, line] = [readToken('--model'), readToken('--t3'), readToken('--line')];
  const font = `11px ${getComputedStyle(document.body).fontFamily}`;
  const axis = { stroke: text, font, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1, size: 4 } };
  const order = PARTS.map((_, index) => index).reverse();
  return new uPlot({
    width: element.clientWidth, height: element.clientHeight, legend: { show: false }, cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: { x: { time: true }, y: { range: [0, stacked.totalTonnes * 1.02] } },
    axes: [
      { ...axis, values: (_, ticks) => ticks.map((tickS) => hourMinute(tickS * 1000, zone)), grid: { show: false }, size: 24, space: 60 },
      { ...axis, size: 44, splits: () => [0, stacked.totalTonnes / 2, stacked.totalTonnes], values: (_, ticks) => ticks.map((tick, index) => (index === ticks.length - 1 ? `${num(tick)} ${unit}` : num(tick))) },
    ],
    series: [{}, ...order.map((index) => ({ stroke: model, width: 1, fill: alpha(model, OPACITIES[index] ?? 0.1), points: { show: false } }))],
    hooks: {
      draw: [(u) => drawShown(u, shownAt(), model)],
      ready: [(u) => u.over.addEventListener('click', () => u.cursor.left !== undefined && onPick(u.posToVal(u.cursor.left, 'x') * 1000))],
    },
  }, [[...stacked.timesS], ...order.map((index) => [...(stacked.edgesTonnes[index] ?? [])])], element);
}

function drawShown(u: uPlot, atMs: number | undefined, colour: string): void {
  if (atMs === undefined) return;
  const xPx = u.valToPos(atMs / 1000, 'x', true);
  u.ctx.save();
  u.ctx.strokeStyle = colour;
  u.ctx.lineWidth = 2 * devicePixelRatio;
  u.ctx.beginPath();
  u.ctx.moveTo(xPx, u.bbox.top);
  u.ctx.lineTo(xPx, u.bbox.top + u.bbox.height);
  u.ctx.stroke();
  u.ctx.restore();
}

function alpha(colour: string, opacity: number): string {
  return `color-mix(in srgb, ${colour} ${Math.round(opacity * 100)}%, transparent)`;
}

/** Of each part, in the order of PARTS; drawn over one another from the top down. */
const OPACITIES = [0.55, 0.35, 0.14, 0.06, 0.02];
