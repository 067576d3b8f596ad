import type { InspectionContext } from '../inspector.js';
import { listOf, transferCodings } from './body-framing.js';
import { EncodedBody } from './encoded-body.js';
import type { Exchange } from './exchange.js';
import { FileBody } from './file-body.js';
import type { FileDescription } from './file-description.js';
import { describeFile } from './file-description.js';
import type { HeadFields } from './head-fields.js';
import type { HeldBudget } from '../held-budget.js';
import type { BodySink } from './message-reader.js';
import { FormBody } from './form-body.js';
import { isKnownCoding } from './undo-codings.js';
import { readBoundary } from './form-boundary.js';
import type { CreateProbe } from '../content/create-probe.js';

const PARTIAL_CONTENT = 206;

/** Chooses who reads the bodies of a connection. */
export class BodyReading {
  private readonly context: InspectionContext;
  private readonly createProbe: CreateProbe;
  private readonly budget: HeldBudget;

  constructor(context: InspectionContext, createProbe: CreateProbe, budget: HeldBudget) {
    this.context = context;
    this.createProbe = createProbe;
    this.budget = budget;
  }

  /** @returns null when nobody reads it */
  openRequest(exchange: Exchange, fields: HeadFields): BodySink | null {
    if (this.context.depth === 'names') return null;
    const contentType = fields.first('content-type');
    const boundary = readBoundary(contentType);
    if (boundary !== null) return this.undo(fields, new FormBody(boundary, this.context.notes, this.createProbe));
    const disposition = fields.first('content-disposition');
    return this.read(fields, describeFile('client', disposition, contentType, exchange.lastSegment, false));
  }

  /** @param exchange what it answers; null: not seen */
  openResponse(exchange: Exchange | null, status: number, fields: HeadFields): BodySink | null {
    if (this.context.depth === 'names') return null;
    const [disposition, contentType] = [fields.first('content-disposition'), fields.first('content-type')];
    const segment = exchange?.lastSegment ?? '';
    return this.read(fields, describeFile('server', disposition, contentType, segment, status === PARTIAL_CONTENT));
  }

  private read(fields: HeadFields, file: FileDescription): BodySink {
    return this.undo(fields, new FileBody(this.context.notes, file, this.createProbe));
  }

  private undo(fields: HeadFields, inner: BodySink): BodySink {
    const transfer = transferCodings(fields).filter((coding) => coding !== 'chunked');
    const content = listOf(fields.all('content-encoding')).filter((coding) => coding !== 'identity');
    const codings = [...content, ...transfer];
    if (codings.length === 0) return inner;
    if (!codings.every(isKnownCoding)) this.context.notes.opaque('unknown-encoding');
    return new EncodedBody(this.context.notes, inner, codings, this.budget);
  }
}
