// Every formula of every model can be called on its own, with its source and the valid range of
// each input.

import { formulas as allocationFormulas } from '@anlan/allocation';
import { formulas as driftFormulas } from '@anlan/drift';
import { formulas as movementFormulas } from '@anlan/movement';
import type { Formula } from '@anlan/kernel';
import { printJson, printLine } from '../print.ts';
import { refused } from '../refused.ts';

const formulas: readonly Formula[] = [...driftFormulas, ...movementFormulas, ...allocationFormulas].sort((a, b) => (a.id < b.id ? -1 : 1));

export function list(): void {
  for (const { id, text } of formulas) printLine(`${id.padEnd(44)} ${text}`);
}

export function describe(id: string): void {
  const { text, source, inputs } = find(id);
  printJson({ id, text, source, inputs });
}

export function run(id: string, json: string): void {
  const result = find(id).run(JSON.parse(json) as Record<string, unknown>);
  if (!result.ok) throw refused(result.refusal);
  printJson(result.value);
}

function find(id: string): Formula {
  const formula = formulas.find((known) => known.id === id);
  if (formula === undefined) throw refused({ code: 'CLI_FORMULA_UNKNOWN', params: { id } });
  return formula;
}
