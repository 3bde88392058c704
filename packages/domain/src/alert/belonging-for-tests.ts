// Units that answer for a sensor, a facility and the watch, for the tests of this stage.

import type { AlertBelonging } from './alert-owner.ts';

const TITLES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'org-firm': { zh: '石化码头公司', en: 'Terminal company' }, 'org-port': { zh: '港口公司', en: 'Port company' }, 'org-watch': { zh: '市应急管理局', en: 'Emergency bureau' },
};

/** `units`: responsible unit by `<register>/<id>`. */
export const belongingFor = (units: Readonly<Record<string, string>> = {}): AlertBelonging => ({
  organisationTitles: async (_realm, organisationId) => TITLES[organisationId],
  responsibleUnit: async (_realm, registerId, id) => units[`${registerId}/${id}`] ?? null,
  countyAt: ([lonDeg]) => (lonDeg > 121 ? { divisionCode: '330902', titles: { zh: '定海区', en: 'Dinghai District' }, basis: 'on-land' } : null),
  watchOrganisationId: 'org-watch',
});
