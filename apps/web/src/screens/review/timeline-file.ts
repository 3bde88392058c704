// The timeline as a file: what stands on the screen, with both times of each entry and its full hash,
// so that it can be checked against the log.

import type { TimelineEntry } from '@anlan/contracts';
import { dateTime } from '../../format/time.ts';
import type { I18n } from '../../i18n/i18n.tsx';
import { toCsv } from '../../parts/room/csv.ts';
import type { ExportMarks } from '../../parts/room/export-marks.ts';
import { markRows } from '../../parts/room/export-marks.ts';
import type { EntryText } from './entry-text.ts';

export interface TimelineFile {
  readonly incidentId: string;
  readonly title: string;
  /** Drill, demonstration, simulated, indicative, and as known when. */
  readonly marks: ExportMarks;
  readonly entries: readonly TimelineEntry[];
}

export function timelineJson(file: TimelineFile, text: EntryText): string {
  const { marks: _marks, ...rest } = file;
  return `${JSON.stringify({ ...file.marks, ...rest, entries: file.entries.map((entry) => ({ ...entry, text: text(entry) })) }, null, 2)}\n`;
}

export function timelineCsv(file: TimelineFile, text: EntryText, i18n: I18n, zone: string): string {
  const { t, who } = i18n;
  const head = (['position', 'recorded', 'happened', 'stage', 'text', 'by', 'stream', 'hash'] as const).map((name) => t(`web.review.csv.${name}`));
  const rows = file.entries.map((entry) => [
    entry.positionIndex, dateTime(entry.recordedAt, zone), dateTime(entry.happenedAt, zone), t(`web.review.stage.${stageOf(entry)}`), text(entry), who(entry.by), entry.stream, entry.hash,
  ]);
  return toCsv(head, rows, markRows(file.marks, i18n, zone));
}

export const STAGES = ['signal', 'alert', 'incident', 'forecast', 'plan', 'dispatch', 'review'] as const;
export type Stage = (typeof STAGES)[number];

/** Stage of an entry; one that the screen does not know counts as the incident's. */
export function stageOf(entry: Pick<TimelineEntry, 'stage'>): Stage {
  return STAGES.find((stage) => stage === entry.stage) ?? 'incident';
}
