// A file that somebody wants to import: its format by its name, its rows as that file numbers them.

export const IMPORT_FORMATS = ['csv', 'xlsx', 'geojson'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

export function formatOf(fileName: string): ImportFormat | undefined {
  const name = fileName.toLowerCase();
  if (name.endsWith('.csv')) return 'csv';
  if (name.endsWith('.xlsx')) return 'xlsx';
  return name.endsWith('.geojson') || name.endsWith('.json') ? 'geojson' : undefined;
}

/** In a table row 1 is the heading, so the first record stands in row 2; features are counted from 1. */
export function rowNumber(format: ImportFormat, rowIndex: number): number {
  return format === 'geojson' ? rowIndex + 1 : rowIndex + 2;
}
