// Alerts for other systems, as JSON and as XML. Read from the views of the log, so that an alert is
// there as soon as it was raised.

import type { AlertFeed } from '@anlan/contracts';
import type { AlertBody } from '@anlan/domain';
import { instantFromIso, ok } from '@anlan/kernel';
import type { Instant, Result } from '@anlan/kernel';
import type { App } from '../../app.ts';
import { alertFeed } from '../../feeds/alert-feed.ts';
import { feedXml } from '../../feeds/feed-xml.ts';
import type { Handlers } from '../call.ts';

export const feedHandlers: Pick<Handlers, 'getAlertFeed' | 'getAlertFeedXml'> = {
  async getAlertFeed({ app, query, context }) {
    return readFeed(app, query, context.now);
  },

  async getAlertFeedXml({ app, query, context, reply }) {
    const feed = await readFeed(app, query, context.now);
    if (!feed.ok) return feed;
    void reply.header('content-type', 'application/atom+xml; charset=utf-8');
    return ok(Buffer.from(feedXml(feed.value)));
  },
};

async function readFeed(app: App, query: { readonly since?: string; readonly limit?: number }, now: Instant): Promise<Result<AlertFeed>> {
  const since = query.since === undefined ? undefined : instantFromIso(query.since);
  if (since !== undefined && !since.ok) return since;
  const limitCount = query.limit ?? LIMIT_COUNT;
  const views = await app.views.list<AlertBody>({ realm: app.realm, kind: 'alert', newestFirst: true, limitCount: limitCount + 1 });
  return ok(alertFeed({ realm: app.realm, region: app.region, publicOrigin: app.config.publicOrigin }, views, { since: since?.value, limitCount, now }));
}

/** Messages in one answer, when the caller names no limit. */
const LIMIT_COUNT = 200;
