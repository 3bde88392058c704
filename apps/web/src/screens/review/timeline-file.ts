// The timeline as a file: what stands on the screen, with both times of each entry and its full hash,
// so that it can be checked against the log.

import type { TimelineEntry } from '@anlan/contracts';
import { dateTime } from '../../format/time.ts';
import type { I18n } from '../../i18n/i18n.tsx';
import { toCsv } from '../../parts/room/csv.ts';
import type { EntryText } from './entry-text.ts';

export interface TimelineFile {
  readonly incidentId: string;
  readonly title: string;
  readonly exportedAt: string;
  /** null: everything that is known now. */
  readonly knownAt: string | null;
  readonly entries: readonly TimelineEntry[];
}

export function timelineJson(file: TimelineFile, text: EntryText): string {
  return `${JSON.stringify({ ...file, entries: file.entries.map((entry) => ({ ...entry, text: text(entry) })) }, null, 2)}\n`;
}

export function timelineCsv(file: TimelineFile, text: EntryText, { t, who }: I18n, zone: string): string {
  const head = (['position', 'recorded', 'happened', 'stage', 'text', 'by', 'stream', 'hash'] as const).map((name) => t(`web.review.csv.${name}`));
  return toCsv(head, file.entries.map((entry) => [
    entry.positionIndex, dateTime(entry.recordedAt, zone), dateTime(entry.happenedAt, zone), t(`web.review.stage.${stageOf(entry)}`), text(entry), who(entry.by), entry.stream, entry.hash,
  ]));
}

export const STAGES = ['signal', 'alert', 'incident', 'forecast', 'plan', 'dispatch', 'review'] as const;
export type Stage = (typeof STAGES)[number];

/** Stage of an entry; one that the screen does not know counts as the incident's. */
export function stageOf(entry: Pick<TimelineEntry, 'stage'>): Stage {
  return STAGES.find((stage) => stage === entry.stage) ?? 'incident';
}
