import type { Flow } from '../../model/flow.js';
import { formatFlowCsv, FLOW_CSV_HEADER } from './flow-csv.js';
import { formatFlowJson } from './flow-json.js';

/** Writes flow records one after another: `begin()`, then `writeFlow()` for each, then `end()`. */
export interface FlowWriter {
  readonly mime: string;
  readonly begin: () => string;
  readonly writeFlow: (flow: Flow) => string;
  readonly end: () => string;
}

/** One record a line, exactly the contract's. */
function createNdjsonWriter(): FlowWriter {
  return {
    mime: 'application/x-ndjson',
    begin: () => '',
    writeFlow: (flow) => `${formatFlowJson(flow)}\n`,
    end: () => '',
  };
}

/** One array of the same records, still one a line. */
function createJsonWriter(): FlowWriter {
  let separator = '\n';
  return {
    mime: 'application/json',
    begin: () => '[',
    writeFlow: (flow) => {
      const text = separator + formatFlowJson(flow);
      separator = ',\n';
      return text;
    },
    end: () => '\n]\n',
  };
}

function createCsvWriter(): FlowWriter {
  return {
    mime: 'text/csv; charset=utf-8; header=present',
    begin: () => `${FLOW_CSV_HEADER}\r\n`,
    writeFlow: (flow) => `${formatFlowCsv(flow)}\r\n`,
    end: () => '',
  };
}

const FLOW_WRITERS = { ndjson: createNdjsonWriter, csv: createCsvWriter, json: createJsonWriter } as const;

export type FlowFormat = keyof typeof FLOW_WRITERS;
export const FLOW_FORMATS = Object.keys(FLOW_WRITERS) as readonly FlowFormat[];

export function createFlowWriter(format: FlowFormat): FlowWriter {
  return FLOW_WRITERS[format]();
}
