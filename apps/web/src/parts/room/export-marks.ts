// What an exported file must say of itself before anything else: that it is from a drill, from a
// demonstration, or about something simulated, as of when it was known. A mark that only the screen
// shows is lost the moment the file is sent on.

import type { Meta } from '@anlan/contracts';
import type { I18n } from '../../i18n/i18n.tsx';
import { dateTime, zoneName } from '../../format/time.ts';
import type { Cell } from './csv.ts';

export interface ExportMarks {
  readonly realm: string;
  readonly mode: Meta['mode'];
  readonly simulated: boolean;
  /** A forecast in it, or under it, is for placing forces and not for evidence. */
  readonly indicative: boolean;
  /** The moment that the file shows the state of. */
  readonly knownAt: string;
  readonly exportedAt: string;
}

/** What a sheet on paper is about; `knownAtMs` undefined: now. */
export interface PrintAbout {
  readonly simulated: boolean;
  readonly indicative: boolean;
  readonly knownAtMs?: number | undefined;
}

interface About {
  /** Whether the incident itself is simulated; a source that feeds the server simulated data counts as well. */
  readonly simulated: boolean;
  readonly indicative: boolean;
  /** null: everything that is known now. */
  readonly knownAt: string | null;
  readonly exportedAt: string;
}

export function exportMarks(meta: Pick<Meta, 'realm' | 'mode' | 'simulatedSources'>, { simulated, indicative, knownAt, exportedAt }: About): ExportMarks {
  return { realm: meta.realm, mode: meta.mode, simulated: simulated || meta.simulatedSources.length > 0, indicative, knownAt: knownAt ?? exportedAt, exportedAt };
}

/** The words of the marks, drill first; empty when the file is of the real world. */
export function markWords({ realm, mode, simulated, indicative }: Pick<ExportMarks, 'realm' | 'mode' | 'simulated' | 'indicative'>, { t }: Pick<I18n, 't'>): readonly string[] {
  return [...(realm === 'real' ? [] : [t('web.mark.drill')]), ...(mode === 'demonstration' ? [t('web.mark.demonstration')] : []), ...(simulated ? [t('web.mark.simulated')] : []), ...(indicative ? [t('web.forecast.indicative-short')] : [])];
}

/** The first lines of a table, before its head. */
export function markRows(marks: ExportMarks, i18n: Pick<I18n, 't'>, zone: string): readonly (readonly Cell[])[] {
  const { t } = i18n;
  const time = (at: string) => `${dateTime(at, zone)} ${zoneName(at, zone)}`;
  const words = markWords(marks, i18n);
  return [
    [t('web.export.marks'), words.length === 0 ? t('web.export.marks-none') : words.join(' · ')],
    [t('web.export.realm'), marks.realm],
    [t('web.export.mode'), marks.mode],
    [t('web.export.known'), time(marks.knownAt)],
    [t('web.export.exported'), time(marks.exportedAt)],
  ];
}
