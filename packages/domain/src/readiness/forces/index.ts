// The door of forces: who can come, and who is called.
export * from './contacts.ts';
export * from './organisations.ts';
export * from './teams.ts';
export * from './vessels.ts';
