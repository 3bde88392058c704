// Sentences of the feeds for other systems.
import type { Messages } from '../types.ts';

export const feed = {
  FEED_SENDER_LOCAL: 'No public address is set (ANLAN_PUBLIC_ORIGIN); the sender {sender} is made of the name of the region pack and unique within this system only.',
  'feed.alerts': 'Alerts',
  'feed.note.test': 'Contains simulated values: for testing only, do not act on it.',
  'feed.note.exercise': 'Exercise: do not act on it.',
  'feed.restriction': 'For seats and systems that may read alerts.',
} as const satisfies Messages;
