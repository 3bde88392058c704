export interface TestCount {
  readonly passedCount: number;
  readonly failedCount: number;
}
export function countTests(report: unknown, exitCode: number): TestCount;
export function lanesOf(args: readonly string[]): string[];
