/** The library: the commands are thin layers over these. */
export { check } from './scan/check.js';
export type { CheckOptions } from './scan/check.js';
export { readFlows } from './scan/read-flows.js';
export type { FlowRunSummary } from './scan/read-flows.js';
export type { CaptureArgument, Progress, ScanOptions } from './scan/options.js';
export { loadTopology } from './topology/load.js';
export { RULES as rules } from './rules/registry.js';
export { exitStatusOf } from './rules/result.js';
export { Failure } from './base/failure.js';
export type { Problem } from './base/failure.js';
export type { Text } from './base/text.js';
export type { Flow } from './model/flow.js';
export type { Rule } from './model/rule.js';
export type { Finding, ScanReport } from './model/report.js';
export type { Topology } from './model/topology.js';
