import type { Facts } from '../../model/facts.js';
import type { Flow, Outcome } from '../../model/flow.js';
import { isProxied } from '../../rules/names/destination-names.js';

const COMMUNICATED: ReadonlySet<Outcome> = new Set<Outcome>(['data', 'established']);

/**
 * The status of a proxy decides how far the client came (domain.md D-NAME): refused, the application layer stopped it
 * (`l7Blocked`); asked to log in, it could have gone on (`reachable`). One request that was let through, or whose answer
 * nobody saw, leaves the flow as it is.
 */
export function answerOfProxy(flow: Flow, facts: Facts | null): Flow {
  if (facts === null || facts.names.length === 0 || !COMMUNICATED.has(flow.outcome)) return flow;
  const { names } = facts;
  if (!names.every((fact) => isProxied(fact) && (fact.answer === 'refused' || fact.answer === 'auth'))) return flow;
  return names.some(({ answer }) => answer === 'auth')
    ? { ...flow, outcome: 'reachable', outcomeReasons: [...flow.outcomeReasons, 'proxy-asked-for-login'] }
    : { ...flow, outcome: 'l7Blocked', outcomeReasons: [...flow.outcomeReasons, 'proxy-refused'] };
}
