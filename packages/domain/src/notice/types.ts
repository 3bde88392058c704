// A notice: what is told to units, and one receipt for each of them. Who is told is fixed when it is
// sent: a unit that joins the register later has no receipt, one that leaves it keeps its own.

import type { Instant } from '@anlan/kernel';
import type { Titles } from '../signal/index.ts';

/** How an acknowledgement came: `system` by a person of the unit itself, the others to the duty desk. */
export const ACKNOWLEDGE_CHANNELS = ['system', 'phone', 'radio', 'written'] as const;
export type AcknowledgeChannel = (typeof ACKNOWLEDGE_CHANNELS)[number];

export interface Acknowledgement {
  /** When the unit acknowledged; told later, this is before it was recorded. */
  readonly at: Instant;
  readonly recordedAt: Instant;
  /** Who entered it. */
  readonly by: string;
  readonly byOrganisationId: string;
  readonly channel: AcknowledgeChannel;
  /** Who of the unit was spoken to, when the desk entered it on the unit's behalf. */
  readonly spokenTo: string | null;
  readonly note: string;
}

/** One for each unit; open until it is acknowledged. */
export interface NoticeReceipt {
  readonly organisationId: string;
  /** Name of the unit when the notice was sent. */
  readonly titles: Titles;
  readonly acknowledged: Acknowledgement | null;
}

export interface NoticeBody {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly incidentId: string | null;
  /** Whom the sender meant: every addressee of the register as it was then, or units one by one. */
  readonly addressedTo: 'all-addressees' | 'chosen';
  readonly receipts: readonly NoticeReceipt[];
  readonly sentAt: Instant;
  readonly sentBy: string;
  readonly sentByOrganisationId: string;
}

export type NoticeEvent =
  | { readonly type: 'notice.sent'; readonly payload: Omit<NoticeBody, 'receipts' | 'sentAt' | 'sentBy' | 'sentByOrganisationId'> & { readonly units: readonly Omit<NoticeReceipt, 'acknowledged'>[] } }
  | { readonly type: 'notice.acknowledged'; readonly payload: Omit<NoticeReceipt, 'acknowledged'> & Pick<Acknowledgement, 'channel' | 'spokenTo' | 'note'> };
