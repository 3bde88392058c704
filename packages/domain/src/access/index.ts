// The only door of the access table.
export * from './commands.ts';
export * from './errors.ts';
export * from './may-do.ts';
