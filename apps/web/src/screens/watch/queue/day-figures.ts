// Figures of the day in the region's zone. A median without a single acknowledged alert is undefined,
// not zero.

import type { Alert, Incident, Report } from '@anlan/contracts';
import { zonedParts } from '../../../format/time.ts';

export interface DayFigures {
  readonly takenCount: number;
  readonly closedCount: number;
  readonly acknowledgeMedianMs: number | undefined;
}

export interface DayInput {
  readonly alerts: readonly Pick<Alert, 'raisedAt' | 'acknowledgedAt'>[];
  readonly reports: readonly Pick<Report, 'receivedAt'>[];
  readonly incidents: readonly Pick<Incident, 'closedAt'>[];
  readonly nowMs: number;
  readonly zone: string;
}

export function dayFigures({ alerts, reports, incidents, nowMs, zone }: DayInput): DayFigures {
  const today = dayOf(nowMs, zone);
  const isToday = (at: string | null) => at !== null && dayOf(at, zone) === today;
  const ofToday = alerts.filter((alert) => isToday(alert.raisedAt));
  const waits = ofToday.flatMap((alert) => (alert.acknowledgedAt === null ? [] : [Date.parse(alert.acknowledgedAt) - Date.parse(alert.raisedAt)]));
  return {
    takenCount: ofToday.length + reports.filter((report) => isToday(report.receivedAt)).length,
    closedCount: incidents.filter((incident) => isToday(incident.closedAt)).length,
    acknowledgeMedianMs: median(waits),
  };
}

function dayOf(at: number | string, zone: string): string {
  const { year, month, day } = zonedParts(at, zone);
  return `${year}-${month}-${day}`;
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return undefined;
  return sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
