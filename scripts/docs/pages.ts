// All generated pages.

import type { Page } from './page.ts';
import { cliPage } from './cli-page.ts';
import { configPage } from './config-page.ts';
import { errorsPage } from './errors-page.ts';
import { httpPage } from './http-page.ts';
import { packagesPage } from './packages-page.ts';
import { requirementsPage } from './requirements-page.ts';
import { unitsPage } from './units-page.ts';

export const pages: readonly Page[] = [errorsPage, unitsPage, packagesPage, requirementsPage, configPage, httpPage, cliPage];
