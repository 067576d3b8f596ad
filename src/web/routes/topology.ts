import type { FastifyInstance } from 'fastify';
import type { Language } from '../../base/text.js';
import { addressesOf, explainAddress, explainPair, parseService } from '../../topology/explain/explain.js';
import { renderExplanation } from '../../topology/explain/render-explanation.js';
import { networkPlanOf } from '../../topology/network-plan-of.js';
import type { ExplainAnswer, TopologyAnswer } from '../api.js';
import type { Dashboard } from '../dashboard.js';
import { Refusal } from '../refusal.js';

const word = { type: 'string', maxLength: 200 };
const EXPLAIN_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['address'],
  properties: { address: { ...word, minLength: 1 }, responder: word, service: word, at: word },
};

interface ExplainQuery {
  readonly address: string;
  readonly responder?: string;
  readonly service?: string;
  readonly at?: string;
}

/** The promise, and what it says of an address or a pair. */
export function addTopologyRoutes(app: FastifyInstance, { topology, topologyWarnings }: Dashboard): void {
  const { file, sha256, organization, model, timezone } = topology;
  const plan = networkPlanOf(topology);
  app.get('/api/topology', { config: { access: 'viewer' } }, (): TopologyAnswer => ({
    ...{ file, sha256, organization, model, timezone, plan },
    warnings: topologyWarnings,
  }));

  const addressOf = (text: string): string => {
    const [address] = addressesOf(topology, text.trim());
    if (address !== undefined) return address;
    throw new Refusal(422, 'ADDRESS-UNKNOWN', {
      ja: `「${text}」はアドレスでも、構成定義ファイルにある機器の名前でもない`,
      en: `"${text}" is neither an address nor a host of the topology file`,
    });
  };

  app.get<{ Querystring: ExplainQuery }>(
    '/api/explain',
    { config: { access: 'viewer' }, schema: { querystring: EXPLAIN_QUERY } },
    ({ query }): ExplainAnswer => {
      const initiator = addressOf(query.address);
      const responder = (query.responder ?? '').trim();
      if (responder === '') return answer(explainAddress(topology, initiator), null);
      const explanation = explainPair(topology, {
        initiator,
        responder: addressOf(responder),
        ...serviceOf(query.service),
        ...timeOf(query.at),
      });
      return answer(explanation, explanation.conclusion);
    },
  );
}

function answer(explanation: Parameters<typeof renderExplanation>[0], conclusion: string | null): ExplainAnswer {
  const lines = (language: Language): string[] => renderExplanation(explanation, language).trimEnd().split('\n');
  return { conclusion, lines: { ja: lines('ja'), en: lines('en') } };
}

function serviceOf(text = ''): { readonly service?: NonNullable<ReturnType<typeof parseService>> } {
  if (text.trim() === '') return {};
  const service = parseService(text.trim());
  if (service !== undefined) return { service };
  throw new Refusal(422, 'SERVICE', {
    ja: `「${text}」はサービスとして読めない。例: tcp/445、udp/53、icmp`,
    en: `"${text}" is not a service; for example tcp/445, udp/53 or icmp`,
  });
}

function timeOf(text = ''): { readonly time?: bigint } {
  if (text.trim() === '') return {};
  const milliseconds = Date.parse(text);
  if (!Number.isNaN(milliseconds)) return { time: BigInt(milliseconds) * 1_000_000n };
  throw new Refusal(422, 'TIME', {
    ja: `「${text}」は時刻として読めない。例: 2026-06-15T10:00:00+09:00`,
    en: `"${text}" is not a time; for example 2026-06-15T10:00:00+09:00`,
  });
}
