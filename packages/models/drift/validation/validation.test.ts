import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isWithin } from './row.ts';
import { GROUPS, validationPage } from './table.ts';

describe.each(GROUPS)('$title', (group) => {
  const rows = group.rows();
  it.each(rows)('$caseId: $what', (row) => {
    expect(isWithin(row), `${row.gotValue} instead of ${row.expectedValue} ${row.unit}`).toBe(true);
  });
});

describe('the validation page', () => {
  it('is the one that a fresh run prints (else: npx tsx packages/models/drift/validation/write-table.ts)', () => {
    const committed = readFileSync(fileURLToPath(new URL('../../../../docs/models/drift-validation.md', import.meta.url)), 'utf8');
    expect(validationPage()).toBe(committed);
  });
});
