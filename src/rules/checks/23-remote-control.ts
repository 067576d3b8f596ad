import type { Observation } from '../../model/observation.js';
import type { Judgement, Rule } from '../../model/rule.js';
import type { Topology } from '../../model/topology.js';
import { crossingOf, unpermittedCrossing } from '../terms/crossing.js';
import { indicatorOf } from '../names/destination-names.js';
import { grade } from '../findings/grade.js';
import { relaysNamed } from '../names/known-destinations.js';
import { serviceBasis, serviceIn } from '../terms/services.js';
import { flat } from '../findings/severity.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

/** Remote control across the boundary: whoever holds it acts inside the other zone. */
export const remoteControl: Rule = {
  check: '23',
  titles: {
    A: { ja: '未登録の遠隔操作', en: 'Unregistered remote control' },
    I: { ja: '未登録の遠隔操作', en: 'Unregistered remote control' },
    U: { ja: '外部遠隔操作', en: 'External remote control' },
  },
  trigger: {
    ja: '許可通信にない、領域をまたぐ通信のポートが遠隔操作または先頭バイトが遠隔操作のもの（RDP、VNC、ICA、PCoIP、Blast、SSH、Telnet、WinRM、TeamViewer、AnyDesk、Splashtop）である。ウでは庁内からインターネット上の中継先へのもの。中継サービスの名前（TeamViewer、AnyDesk、Chrome Remote Desktop、Splashtopなど）を宛先とする通信は違反の疑いとする。',
    en: 'A crossing that no conduit permits uses a remote-control port, or begins with the bytes of such a protocol (RDP, VNC, ICA, PCoIP, Blast, SSH, Telnet, WinRM, TeamViewer, AnyDesk, Splashtop). U: from inside to a public relay. A flow to a relay service by name (TeamViewer, AnyDesk, Chrome Remote Desktop, Splashtop …) is suspected.',
  },
  severities: { A: 'critical / high / medium', I: 'critical / high / medium', U: 'high' },
  traps: [
    {
      ja: 'LGWANテレワークの中継は相手先（lgwan-wan）への許可通信として登録する。',
      en: 'The LGWAN telework relay is registered as a conduit to lgwan-wan.',
    },
    {
      ja: '画面転送として登録された組は規則30、31で判定する。',
      en: 'Registered screen-transfer pairs are judged by rules 30 and 31.',
    },
  ],
  limits: [
    LIMIT.ports,
    {
      ja: 'TLSの中の遠隔操作（Blastの8443番を含む）は、よく知られた中継サービスの名前でだけ分かる。',
      en: 'Remote control inside TLS (and Blast on 8443) shows only by the names of well-known relay services.',
    },
  ],
  remedy: {
    ja: '遠隔操作の利用者と目的を確認し、認められないものは停止する。必要なものは承認を得て登録する。',
    en: 'Find out who uses it and why; stop what is not allowed, have the rest approved and registered.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const service = serviceIn('remote', observation);
    if (service === null) return judgeRelay(observation, topology);
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing === null || crossing.relation === 'closed' || crossing.relation === 'wan') return null;
    if (crossing.clause === 'U' && !(crossing.relation === 'public' && crossing.outward)) return null;
    const what = describeFlow(observation);
    return grade(observation, {
      clause: crossing.clause,
      lead: {
        ja: `許可のない${what.ja}が遠隔操作のポート（${service}）を使った。`,
        en: `There was ${what.en} on a remote-control port (${service}) that no conduit permits.`,
      },
      scale: crossing.clause === 'U' ? flat('high') : ['critical', 'high', 'medium'],
      reasons: [`service-${service}-by-${serviceBasis(observation)}`],
    });
  },
};

/** Products that reach out to a relay over HTTPS show by the relay's name alone: a suspicion, the page of a maker is none. */
function judgeRelay(observation: Observation, topology: Topology): Judgement | null {
  const named = relaysNamed(observation.facts).filter(({ fact }) => fact.answer === 'accepted');
  const [first] = named;
  const crossing = first === undefined ? null : crossingOf(observation, topology);
  if (first === undefined || crossing === null || !crossing.outward || crossing.relation === 'closed') return null;
  return {
    ...grade(observation, {
      clause: crossing.clause,
      verdict: 'suspected',
      severity: 'high',
      lead: {
        ja: `遠隔操作の中継サービス（${first.product}）の名前を宛先とする通信があり、応じられた。`,
        en: `A relay of remote control (${first.product}) was called by its name, and it answered.`,
      },
      reasons: ['relay-by-name'],
    }),
    indicators: named.map(({ fact }) => indicatorOf(fact)),
    frames: named.map(({ fact }) => fact.at),
  };
}
