// The lines of an option as a table for a spreadsheet: what stands on the screen, times with their zone.

import type { Plan, PlanOption } from '@anlan/contracts';
import { METRES_PER_NAUTICAL_MILE } from '@anlan/kernel';
import { dateTime } from '../../format/time.ts';
import type { I18n } from '../../i18n/i18n.tsx';
import type { Cell } from '../../parts/room/csv.ts';
import { toCsv } from '../../parts/room/csv.ts';
import type { Names } from './use-names.ts';
import { legTimes, linesOf } from './plan-view.ts';

export interface CsvContext {
  readonly i18n: I18n;
  readonly zone: string;
  readonly names: Names;
}

export function planCsv(plan: Plan, option: PlanOption, { i18n, zone, names }: CsvContext): string {
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
  return toCsv(head, rows);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
