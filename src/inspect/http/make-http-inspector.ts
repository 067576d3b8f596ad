import { LIMITS } from '../../base/limits.js';
import type { StreamInspectorFactory } from '../inspector.js';
import { BodyReading } from './body-reading.js';
import { HeldBudget } from '../held-budget.js';
import { HttpConversation } from './http-conversation.js';
import type { CreateProbe } from '../content/create-probe.js';

/**
 * Makes the factory of HTTP/1.x inspectors (RFC 9110, RFC 9112).
 * @param createProbe makes the reader of one file; called only where the depth is `content`
 */
export function makeHttpInspector(createProbe: CreateProbe): StreamInspectorFactory {
  // One budget for all connections: many of them may hold a compressed body at the same time.
  const budget = new HeldBudget(LIMITS.httpEncodedBytesInAll);
  return (context) => new HttpConversation(context.notes, new BodyReading(context, createProbe, budget));
}
