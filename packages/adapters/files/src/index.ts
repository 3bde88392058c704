// The only door of the files adapter.
export { decodeTable, encodeTable } from './table.ts';
export type { Table, TableFile, TableFormat } from './table.ts';
export { decodeCsv, encodeCsv } from './csv.ts';
export { filesErrors } from './errors.ts';
