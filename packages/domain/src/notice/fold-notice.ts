// The state of a notice from its events.

import type { EventEnvelope, Fold } from '../log/index.ts';
import type { Acknowledgement, NoticeBody, NoticeEvent } from './types.ts';

export const noticeFold: Fold<NoticeBody> = {
  kind: 'notice',
  apply(body, event) {
    const { type, payload } = event as EventEnvelope & NoticeEvent;
    if (type === 'notice.sent') {
      const { units, ...told } = payload;
      const { name: sentBy, organisationId: sentByOrganisationId } = event.actor;
      return { ...told, receipts: units.map((unit) => ({ ...unit, acknowledged: null })), sentAt: event.recordedAt, sentBy, sentByOrganisationId };
    }
    if (body === undefined || type !== 'notice.acknowledged') return body;
    const acknowledged: Acknowledgement = {
      at: event.happenedAt, recordedAt: event.recordedAt, by: event.actor.name, byOrganisationId: event.actor.organisationId,
      channel: payload.channel, spokenTo: payload.spokenTo, note: payload.note,
    };
    return { ...body, receipts: body.receipts.map((receipt) => (receipt.organisationId === payload.organisationId ? { ...receipt, acknowledged } : receipt)) };
  },
};
