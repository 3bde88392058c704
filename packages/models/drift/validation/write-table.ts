// Writes docs/models/drift-validation.md: run `npx tsx packages/models/drift/validation/write-table.ts`.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validationPage } from './table.ts';

const target = fileURLToPath(new URL('../../../../docs/models/drift-validation.md', import.meta.url));
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, validationPage());
