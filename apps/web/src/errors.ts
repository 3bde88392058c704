// Refusals and failures that the web itself can give; everything else comes from the server with its
// own sentences. Sentences: messages/{zh-CN,en}/web-errors.ts.

import type { ErrorCatalogue } from '@anlan/kernel';

export const webErrors = {
  WEB_SERVER_UNREACHABLE: { kind: 'failure', httpStatus: 503, params: [] },
  WEB_ANSWER_UNREADABLE: { kind: 'failure', httpStatus: 502, params: ['status'] },
  WEB_BASEMAP_MISSING: { kind: 'failure', httpStatus: 503, params: ['path'] },
  WEB_MAP_UNSUPPORTED: { kind: 'failure', httpStatus: 503, params: [] },
  WEB_LOCATION_UNAVAILABLE: { kind: 'failure', httpStatus: 503, params: ['reason'] },
  WEB_PHOTO_UNREADABLE: { kind: 'failure', httpStatus: 400, params: ['name'] },
  WEB_DEVICE_STORE_FULL: { kind: 'failure', httpStatus: 507, params: [] },
  WEB_SCREEN_FAILED: { kind: 'failure', httpStatus: 500, params: ['detail'] },
} as const satisfies ErrorCatalogue;

export type WebErrorCode = keyof typeof webErrors;
