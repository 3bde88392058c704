// Writes a linear program row by row: columns first (cost and bounds), then rows with their entries.

import type { LinearProgram } from '../spi/lp-solver.ts';

export interface ProgramWriter {
  /** Returns the index of the new column. */
  column(cost: number, lowerValue: number, upperValue: number, isInteger?: boolean): number;
  /** Opens a row; entries follow. Returns its index. */
  row(lowerValue: number, upperValue: number): number;
  /** Entry of the row opened last. */
  entry(columnIndex: number, coefficientValue: number): void;
  readonly columnCount: () => number;
  readonly rowCount: () => number;
  done(): LinearProgram;
}

export function createProgramWriter(): ProgramWriter {
  const objective: number[] = [];
  const columnLower: number[] = [];
  const columnUpper: number[] = [];
  const whole: number[] = [];
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const rowStart: number[] = [];
  const columnIndex: number[] = [];
  const coefficient: number[] = [];
  return {
    column(cost, lowerValue, upperValue, isInteger = false) {
      objective.push(cost);
      columnLower.push(lowerValue);
      columnUpper.push(upperValue);
      whole.push(isInteger ? 1 : 0);
      return objective.length - 1;
    },
    row(lowerValue, upperValue) {
      rowStart.push(columnIndex.length);
      rowLower.push(lowerValue);
      rowUpper.push(upperValue);
      return rowLower.length - 1;
    },
    entry(index, coefficientValue) {
      columnIndex.push(index);
      coefficient.push(coefficientValue);
    },
    columnCount: () => objective.length,
    rowCount: () => rowLower.length,
    done: () => ({
      columnCount: objective.length, rowCount: rowLower.length,
      objective: Float64Array.from(objective), columnLower: Float64Array.from(columnLower), columnUpper: Float64Array.from(columnUpper),
      rowLower: Float64Array.from(rowLower), rowUpper: Float64Array.from(rowUpper),
      rowStart: Int32Array.from([...rowStart, columnIndex.length]), columnIndex: Int32Array.from(columnIndex), coefficient: Float64Array.from(coefficient),
      ...(whole.includes(1) ? { integer: Uint8Array.from(whole) } : {}),
    }),
  };
}
