/**
 * The JSON Schema of the topology ships with the package, beside `dist`. From here the way to it is as long as from
 * `dist/chunks`, where the bundled program stands.
 */
export const SCHEMA_PLACE = new URL('../../topology/topology.schema.json', import.meta.url);
