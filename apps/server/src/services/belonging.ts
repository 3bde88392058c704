// Whose things are and where they lie, for the stages that ask: units and their names from the
// registers, counties and the organisation on watch from the region pack.

import { organisations, recordOf } from '@anlan/domain';
import type { AlertBelonging, Realm, RecordBody } from '@anlan/domain';
import type { ServiceBase } from '../services.ts';

export function createBelonging({ views, region }: Pick<ServiceBase, 'views' | 'region'>): AlertBelonging {
  const find = async (realm: Realm, registerId: string, id: string) => {
    const body = (await views.find<RecordBody>(realm, 'record', `${registerId}/${id}`))?.body;
    return body === undefined || body.archived ? undefined : body;
  };
  return {
    async organisationTitles(realm, organisationId) {
      const body = await find(realm, 'organisations', organisationId);
      return body === undefined ? undefined : recordOf(organisations, body).values.name;
    },
    async responsibleUnit(realm, registerId, id) {
      const unit = (await find(realm, registerId, id))?.values['organisationId'];
      return typeof unit === 'string' ? unit : null;
    },
    countyAt: (position) => region.countyAt(position),
    watchOrganisationId: region.watchOrganisationId,
  };
}
