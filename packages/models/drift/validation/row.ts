// One line of the validation table: a published or independently computed figure and the model's own.

export interface ValidationRow {
  readonly caseId: string;
  readonly what: string;
  readonly expectedValue: number;
  readonly gotValue: number;
  /** `relative` tolerances are shares of the expected figure. */
  readonly toleranceKind: 'absolute' | 'relative';
  readonly toleranceValue: number;
  readonly unit: string;
}

export interface ValidationGroup {
  readonly title: string;
  /** Where the expected figures come from, and how the model was run. */
  readonly source: string;
  rows(): readonly ValidationRow[];
}

export function errorOf({ expectedValue, gotValue, toleranceKind }: ValidationRow): number {
  const difference = Math.abs(gotValue - expectedValue);
  return toleranceKind === 'absolute' ? difference : difference / Math.abs(expectedValue);
}

export function isWithin(row: ValidationRow): boolean {
  return errorOf(row) <= row.toleranceValue;
}
