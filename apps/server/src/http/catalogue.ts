// Every error code of the product with its HTTP status: the union of the packages' catalogues.

import type { ErrorCatalogue } from '@anlan/kernel';
import { kernelErrors } from '@anlan/kernel';
import { aisErrors } from '@anlan/adapter-ais';
import { filesErrors } from '@anlan/adapter-files';
import { mqttErrors } from '@anlan/adapter-mqtt';
import { postgresErrors } from '@anlan/adapter-postgres';
import { allocationErrors } from '@anlan/allocation';
import { driftErrors } from '@anlan/drift';
import * as domain from '@anlan/domain';
import { movementErrors } from '@anlan/movement';
import * as region from '@anlan/region-zhoushan';
import { tideErrors } from '@anlan/tide';
import { serverErrors } from '../errors.ts';

/** Catalogues are found by their name, so that a new stage needs no line here. */
const named = [...Object.entries(domain), ...Object.entries(region)].filter(([name]) => name.endsWith('Errors')).map(([, value]) => value as unknown as ErrorCatalogue);

export const catalogue: ErrorCatalogue = Object.assign(
  {}, kernelErrors, driftErrors, movementErrors, allocationErrors, tideErrors, aisErrors, mqttErrors, filesErrors, postgresErrors, serverErrors, ...named,
);
