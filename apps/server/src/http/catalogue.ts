// Every error code of the product with its HTTP status: the union of the packages' catalogues.

import type { ErrorCatalogue } from '@anlan/kernel';
import { kernelErrors } from '@anlan/kernel';
import * as domain from '@anlan/domain';
import { serverErrors } from '../errors.ts';

/** Catalogues exported by the domain are found by their name, so that a new stage needs no line here. */
const domainCatalogues = Object.entries(domain)
  .filter(([name]) => name.endsWith('Errors'))
  .map(([, value]) => value as ErrorCatalogue);

export const catalogue: ErrorCatalogue = Object.assign({}, kernelErrors, serverErrors, ...domainCatalogues);
