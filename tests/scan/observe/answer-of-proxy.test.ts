import { describe, expect, test } from '@jest/globals';
import type { Facts, NameFact } from '../../../src/model/facts.js';
import type { Flow, Outcome } from '../../../src/model/flow.js';
import { answerOfProxy } from '../../../src/scan/observe/answer-of-proxy.js';

function outcomeWith(answers: readonly NameFact['answer'][], outcome: Outcome = 'data', source = 'connect'): Outcome {
  const names = answers.map((answer) => ({ source, name: 'example.com', answer }));
  const flow = { outcome, outcomeReasons: [] as string[] } as unknown as Flow;
  return answerOfProxy(flow, { names } as unknown as Facts).outcome;
}

describe('the answer of a proxy decides how far its client came', () => {
  test('refused: the application layer stopped it', () => {
    expect(outcomeWith(['refused'])).toBe('l7Blocked');
    expect(outcomeWith(['refused', 'refused'], 'established')).toBe('l7Blocked');
    expect(outcomeWith(['refused'], 'data', 'absolute-uri')).toBe('l7Blocked');
  });

  test('asked to log in: it was reached', () => {
    expect(outcomeWith(['auth'])).toBe('reachable');
    expect(outcomeWith(['refused', 'auth'])).toBe('reachable');
  });

  test('one request let through, or unanswered, is communication', () => {
    expect(outcomeWith(['auth', 'accepted'])).toBe('data');
    expect(outcomeWith(['refused', 'none'])).toBe('data');
  });

  test('what is no answer of a proxy changes nothing', () => {
    expect(outcomeWith([])).toBe('data');
    expect(outcomeWith(['refused'], 'data', 'sni')).toBe('data');
    expect(outcomeWith(['refused'], 'noAnswer')).toBe('noAnswer');
  });

  test('the reason is told', () => {
    const flow = { outcome: 'data', outcomeReasons: ['payload-both-ways'] } as unknown as Flow;
    const facts = { names: [{ source: 'connect', name: 'example.com', answer: 'refused' }] } as unknown as Facts;
    expect(answerOfProxy(flow, facts).outcomeReasons).toEqual(['payload-both-ways', 'proxy-refused']);
    expect(answerOfProxy(flow, null)).toBe(flow);
  });
});
