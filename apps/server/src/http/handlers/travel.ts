// Travel times for people.

import { instant } from '@anlan/kernel';
import type { Handlers } from '../call.ts';

export const travelHandlers: Pick<Handlers, 'getIsochrones'> = {
  async getIsochrones({ app, query, context }) {
    const { vesselId, departAt, windSpeedMps, waveHeightM, visibilityM } = query;
    return app.services.isochrones({
      vesselId, departAt: departAt === undefined ? context.now : instant(departAt),
      conditions: { ...(windSpeedMps === undefined ? {} : { windSpeedMps }), ...(waveHeightM === undefined ? {} : { waveHeightM }), ...(visibilityM === undefined ? {} : { visibilityM }) },
    });
  },
};
