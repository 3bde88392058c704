// How receipts are shown: those that are still open first, with whom to call for them.

import type { Notice, NoticeReceipt, RegisterRecord, Titles } from '@anlan/contracts';

export interface UnitContact {
  readonly post: Titles;
  readonly personName: string;
  readonly phone: string;
}

export interface SplitReceipts {
  readonly open: readonly NoticeReceipt[];
  /** The last answer first. */
  readonly answered: readonly NoticeReceipt[];
}

export function splitReceipts(notice: Pick<Notice, 'receipts'>): SplitReceipts {
  const atOf = (receipt: NoticeReceipt): string => receipt.acknowledged?.at ?? '';
  return {
    open: notice.receipts.filter(({ acknowledged }) => acknowledged === null),
    answered: notice.receipts.filter(({ acknowledged }) => acknowledged !== null).toSorted((a, b) => (atOf(a) < atOf(b) ? 1 : -1)),
  };
}

/** Units in the order in which the opinions name their addressees: districts, counties, zones, departments, then the rest. */
export function orderUnits(records: readonly RegisterRecord[]): readonly RegisterRecord[] {
  const rankOf = (record: RegisterRecord): number => {
    const rankIndex = KIND_ORDER.indexOf(textOf(record.values['kindCode']));
    return rankIndex < 0 ? KIND_ORDER.length : rankIndex;
  };
  return records.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1));
}

/** Contacts of each unit that the seat may see; the telephone of the unit itself stands first. */
export function contactsByUnit(organisations: readonly RegisterRecord[], contacts: readonly RegisterRecord[]): ReadonlyMap<string, readonly UnitContact[]> {
  const found = new Map<string, UnitContact[]>();
  const keep = (organisationId: string, contact: UnitContact): void => {
    if (contact.phone !== '') found.set(organisationId, [...(found.get(organisationId) ?? []), contact]);
  };
  for (const { id, title, values } of organisations) keep(id, { post: title, personName: '', phone: textOf(values['phone']) });
  for (const { title, values } of contacts) keep(textOf(values['organisationId']), { post: title, personName: textOf(values['personName']), phone: textOf(values['phone']) });
  return found;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const KIND_ORDER = ['district', 'county', 'function-zone', 'department'];
