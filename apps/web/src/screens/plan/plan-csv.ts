// The lines of an option as a table for a spreadsheet: first what the file is (drill, demonstration, as of
// when), then the lines, then what stays unmet, what is assumed and what is warned of.

import type { Plan, PlanOption } from '@anlan/contracts';
import { METRES_PER_NAUTICAL_MILE } from '@anlan/kernel';
import { dateTime } from '../../format/time.ts';
import type { I18n } from '../../i18n/i18n.tsx';
import type { Cell } from '../../parts/room/csv.ts';
import { toCsv } from '../../parts/room/csv.ts';
import type { ExportMarks } from '../../parts/room/export-marks.ts';
import { markRows } from '../../parts/room/export-marks.ts';
import type { Names } from './use-names.ts';
import { legTimes, linesOf } from './plan-view.ts';

export interface CsvContext {
  readonly i18n: I18n;
  readonly zone: string;
  readonly names: Names;
  readonly marks: ExportMarks;
}

export function planCsv(plan: Plan, option: PlanOption, context: CsvContext): string {
  const { i18n, zone, names, marks } = context;
  const { t, title } = i18n;
  const { nameOf, said } = names;
  const head = (['demand', 'reserve', 'item', 'quantity', 'unit', 'from', 'supply', 'carrier', 'departs', 'arrives', 'needed-by', 'handling-minutes', 'road-minutes', 'road-km', 'sea-minutes', 'sea-nmi', 'reason'] as const).map((name) => t(`web.plan.csv.${name}`));
  const rows = plan.demand.flatMap((demand) => linesOf(option, demand.id).map((line): readonly Cell[] => {
    const legs = legTimes(line);
    const leg = (mode: string) => legs.find((one) => one.mode === mode);
    const minutes = (mode: string) => Math.round((leg(mode)?.durationS ?? 0) / 60);
    return [
      title(demand.titles), t(`web.plan.reserve.${line.reserve}`), title(line.titles), line.quantityValue, line.unitCode, title(line.fromText), nameOf(line.supplyRegisterId, line.supplyId),
      line.carrierRegisterId === null || line.carrierId === null ? '' : nameOf(line.carrierRegisterId, line.carrierId),
      dateTime(line.departAt, zone), dateTime(line.arriveAt, zone), dateTime(demand.deadlineAt, zone), minutes('handling'), minutes('road'), tenths((leg('road')?.distanceM ?? 0) / 1000),
      minutes('sea'), tenths((leg('sea')?.distanceM ?? 0) / METRES_PER_NAUTICAL_MILE), [line.reason, ...(line.moreReasons ?? [])].map(said).join(t('web.plan.semicolon')),
    ];
  }));
  return toCsv(head, [...rows, ...restRows(plan, option, context)], [...markRows(marks, i18n, zone), [t('web.plan.csv.drawn'), dateTime(plan.drawnAt, zone)], [t('web.plan.csv.option'), title(option.titles)]]);
}

/** What the lines do not do and what they rest on; a table without it reads as if all were covered. */
function restRows(plan: Plan, option: PlanOption, { i18n: { t, title }, zone, names: { said } }: CsvContext): readonly (readonly Cell[])[] {
  const unmet = option.unmet.map((one): readonly Cell[] => {
    const demand = plan.demand.find(({ id }) => id === one.demandId);
    const name = demand === undefined ? one.demandId : title(demand.titles);
    return [name, one.firstShortAt === null ? '' : dateTime(one.firstShortAt, zone), one.shortAtDeadlineValue, one.shortAtEndValue, one.unitCode];
  });
  const list = (titleKey: 'web.plan.assumed' | 'web.plan.warnings', coded: Plan['assumed']): readonly (readonly Cell[])[] => [[], [t(titleKey)], ...(coded.length === 0 ? [[t('web.plan.csv.none')]] : coded.map((one) => [said(one)]))];
  return [
    [],
    [t('web.plan.unmet')],
    ...(unmet.length === 0 ? [[t('web.plan.unmet-empty')]] : [(['demand', 'short-since', 'short-deadline', 'short-end', 'unit'] as const).map((name) => t(`web.plan.csv.${name}`)), ...unmet]),
    ...list('web.plan.assumed', plan.assumed),
    ...list('web.plan.warnings', plan.warnings),
  ];
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
