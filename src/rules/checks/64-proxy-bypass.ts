import type { Observation } from '../../model/observation.js';
import type { Conduit, Topology } from '../../model/topology.js';
import type { Rule } from '../../model/rule.js';
import { coversEnd, hasPort } from '../terms/conduit-ends.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { flat } from '../findings/severity.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

const TCP = 6;
const UDP = 17;
/** customary proxy ports; a conduit may also say `proxyMode: explicit` or `appProtocol: http` */
const PROXY_PORTS = [80, 443, 1080, 3128, 8000, 8080, 8081, 8888];

/** Where browsing has to go through the proxy, a direct web connection has gone past it. */
export const proxyBypass: Rule = {
  check: '64',
  titles: { U: { ja: 'プロキシ迂回', en: 'Proxy bypass' } },
  trigger: {
    ja: '明示プロキシの出口通信が登録された発信元から、インターネット上のアドレスの80番・443番（UDPの443番を含む）へ直接の通信があった。',
    en: 'A source for which an explicit-proxy egress conduit is registered connects directly to port 80 or 443 (UDP 443 too) of a public address.',
  },
  severities: { U: 'high' },
  traps: [
    {
      ja: '透過プロキシの設計では、出口通信に proxyMode: transparent と記載し、インターネットあての出口通信を登録する。',
      en: 'For a transparent design set `proxyMode: transparent` and register the egress to the public Internet.',
    },
  ],
  limits: [
    LIMIT.ports,
    {
      ja: '明示プロキシの登録がない発信元は規則04で示す。',
      en: 'Sources without a registered explicit proxy appear under rule 04.',
    },
  ],
  remedy: {
    ja: '境界機器で直接の通信を拒否し、端末のプロキシ設定を強制する。',
    en: 'Deny direct connections at the boundary; enforce the proxy setting.',
  },
  basis: 'flow',
  judge(observation, topology) {
    if (!observation.directionKnown || !isDirectWeb(observation)) return null;
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.clause !== 'U' || crossing.relation !== 'public' || !crossing.outward) return null;
    const proxy = topology.conduits.find(
      (conduit) => isExplicitProxy(conduit, topology) && coversEnd(conduit.from, observation.from),
    );
    if (proxy === undefined) return null;
    const what = describeFlow(observation);
    return grade(observation, {
      clause: 'U',
      lead: {
        ja: `プロキシ（「${proxy.title}」（${proxy.id}））を使うべき発信元から、プロキシを経ない${what.ja}があった。`,
        en: `From a source that has to use the proxy of ${proxy.id} (${proxy.title}) there was ${what.en} past it.`,
      },
      scale: flat('high'),
      reasons: [`proxy-required-by-${proxy.id}`],
    });
  },
};

function isDirectWeb({ flow, to }: Observation): boolean {
  return (flow.proto === TCP && (to.port === 80 || to.port === 443)) || (flow.proto === UDP && to.port === 443);
}

function isExplicitProxy(conduit: Conduit, topology: Topology): boolean {
  if (conduit.kind !== 'egress' || conduit.protocol === 'udp' || conduit.protocol === 'icmp') return false;
  if (conduit.proxyMode !== null) return conduit.proxyMode === 'explicit';
  if (conduit.to.realm === 'public' || conduit.ports === null) return false;
  const toPublic = conduit.to.prefixes.some((prefix) =>
    topology.realms.some(({ realm, prefixes }) => realm === 'public' && prefixes.includes(prefix)),
  );
  return (
    !toPublic && (conduit.appProtocol === 'http' || (conduit.appProtocol === null && hasPort(conduit, PROXY_PORTS)))
  );
}
