// The only door of the testkit: fakes of the ports, contract suites, a clock, sample values.
export * from './clock.ts';
export * from './samples.ts';
export * from './fakes/accounts.ts';
export * from './fakes/memory.ts';
export * from './fakes/observations.ts';
export * from './fakes/small.ts';
export * from './contracts/accounts.ts';
export * from './contracts/artefacts.ts';
export * from './contracts/holdings.ts';
export { describeMemoryContract } from './contracts/memory.ts';
export type { MemoryHarness } from './contracts/memory.ts';
export * from './contracts/observations.ts';
export * from './contracts/tamper.ts';
