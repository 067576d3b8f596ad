/** Names of the formats that `--format` knows; registry.ts has what each of them does. Help must not load them all. */
export const REPORT_FORMAT_NAMES = [
  'text',
  'json',
  'ndjson',
  'csv',
  'csv-matrix',
  'sarif',
  'junit',
  'ecs',
  'html',
] as const;
