// Calls one of the model's formulas by id; a refusal ends the validation.

import { formulas } from '@anlan/drift';

export function runFormula(id: string, inputs: Readonly<Record<string, unknown>>): Readonly<Record<string, number & readonly number[]>> {
  const formula = formulas.find((candidate) => candidate.id === id);
  if (formula === undefined) throw new Error(`no formula ${id}`);
  const result = formula.run(inputs);
  if (!result.ok) throw new Error(`${id}: ${JSON.stringify(result.refusal)}`);
  return result.value as Readonly<Record<string, number & readonly number[]>>;
}
