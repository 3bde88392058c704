export interface TestCount {
  readonly passedCount: number;
  readonly failedCount: number;
}
export function countTests(report: unknown, exitCode: number, isNarrowed?: boolean): TestCount;
export function lanesOf(args: readonly string[]): string[];
export function isNarrowed(args: readonly string[]): boolean;
