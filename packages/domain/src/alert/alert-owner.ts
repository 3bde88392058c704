// Whose an alert is (S-001): the unit that answers for the sensor, else for the facility in which it
// stands, else the organisation that keeps the region's watch. Which of the three it was is recorded.

import type { Context, Realm } from '../log/index.ts';
import type { Belonging, County, Owner, Sensor } from '../signal/index.ts';

export interface AlertOwner extends Owner {
  readonly basis: 'sensor' | 'facility' | 'watch';
}

export interface AlertBelonging extends Belonging {
  /** The responsible unit that a record names; null when it names none or is not there. */
  responsibleUnit(realm: Realm, registerId: 'sensors' | 'facilities', id: string): Promise<string | null>;
  readonly watchOrganisationId: string;
}

/** What is recorded with an alert beside what was measured. */
export interface AlertBelongs {
  readonly owner: AlertOwner | null;
  readonly county: County | null;
}

/** An organisation that is not on record owns nothing: the next one in line does; null when none is. */
export async function alertBelongs(belonging: AlertBelonging, sensor: Pick<Sensor, 'id' | 'facilityId'> & { readonly position: Sensor['position'] | null }, context: Context): Promise<AlertBelongs> {
  const { realm } = context;
  const county = sensor.position === null ? null : belonging.countyAt(sensor.position);
  const inLine = [
    ['sensor', await belonging.responsibleUnit(realm, 'sensors', sensor.id)],
    ['facility', sensor.facilityId === undefined ? null : await belonging.responsibleUnit(realm, 'facilities', sensor.facilityId)],
    ['watch', belonging.watchOrganisationId],
  ] as const;
  for (const [basis, organisationId] of inLine) {
    const titles = organisationId === null ? undefined : await belonging.organisationTitles(realm, organisationId);
    if (organisationId !== null && titles !== undefined) return { owner: { organisationId, titles, basis }, county };
  }
  return { owner: null, county };
}
