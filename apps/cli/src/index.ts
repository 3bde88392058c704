// What the command line shows to others: its commands, for the generated page, and its errors.
export { cliErrors } from './errors.ts';
export { createProgram } from './program.ts';
