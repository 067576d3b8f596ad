import type { Act } from '../craft/act.js';
import type { ProofReason } from '../model/proof.js';
import type { Conduit } from '../model/topology.js';
import type { Ground, Transport } from './ground.js';
import { forbiddenConduit, nothingToPlant } from './reasons.js';
import { standsAt, type Stand } from './stand.js';

/** A conduit's own traffic: who opens it to whom, by what, on which port. */
export interface Nominal {
  readonly conduit: Conduit;
  readonly from: Stand;
  readonly to: Stand;
  readonly transport: Transport;
  readonly port: number;
}

const PORT_OF: Readonly<Record<string, number>> = {
  tls: 443,
  http: 80,
  smtp: 25,
  rdp: 3389,
  ssh: 22,
  dns: 53,
  smb: 445,
  ntp: 123,
  syslog: 514,
};
/** dialogues of src/craft by the conduit's `appProtocol` */
const DIALOGUES = new Set(['tls', 'http', 'smtp', 'rdp', 'ssh', 'dns', 'smb', 'ntp', 'syslog', 'ftp', 'opaque']);
const PROXY_PORTS = new Set([1080, 3128, 8080, 8081, 8888]);

/** A conduit used as it is registered; or why nobody can. */
export function nominalOf(ground: Ground, conduit: Conduit): Nominal | ProofReason {
  const [froms, tos] = [conduit.from, conduit.to].map((end) => standsAt(ground.topology, end));
  const pairs = (froms ?? [])
    .flatMap((from) => (tos ?? []).map((to) => ({ from, to })))
    .filter(({ from, to }) => from.address !== to.address && from.address.includes(':') === to.address.includes(':'));
  if (pairs.length === 0) {
    return nothingToPlant(
      `許可通信「${conduit.title}」（${conduit.id}）の両端となるアドレスが見つからない。`,
      `Conduit ${conduit.id} (${conduit.title}) has no pair of addresses for its ends.`,
    );
  }
  const transport: Transport =
    conduit.protocol === 'icmp' ? 'ping' : conduit.protocol === 'udp' || isDatagram(conduit) ? 'udp' : 'tcp';
  const port = conduit.ports?.[0]?.from ?? PORT_OF[conduit.appProtocol ?? ''] ?? 443;
  const start = ground.startFor(conduit);
  const opened = pairs.map((pair) => (conduit.initiator === 'to' ? { from: pair.to, to: pair.from } : pair));
  const permitted = opened.find(
    ({ from, to }) => typeof ground.permission(from, to, transport, port, start) !== 'string',
  );
  return permitted === undefined ? forbiddenConduit(conduit) : { conduit, ...permitted, transport, port };
}

/** Whether registered gateways lead from one end to the other. */
export function hasRegisteredWay(ground: Ground, { from, to }: Nominal): boolean {
  return ground.wayBetween(from, to) === undefined;
}

export function isNominal(nominal: Nominal | ProofReason): nominal is Nominal {
  return 'conduit' in nominal;
}

/** The traffic of a conduit, or what `more` makes of it. */
export function nominalAct(ground: Ground, { conduit, from, to, transport, port }: Nominal, more: Act = {}): Act {
  const said = dialogueOf(conduit, port);
  const name = nameOf(conduit, port);
  const dialogue = transport === 'ping' || said === null ? {} : { as: said };
  return ground.act(from, to, transport, port, { ...dialogue, ...(name === null ? {} : { name }), ...more });
}

/** Whether the content of a conduit is read on the wire, by what is registered of it. */
export function isInClear({ appProtocol, ports }: Conduit, protocols: readonly string[]): boolean {
  if (appProtocol !== null) return protocols.includes(appProtocol);
  return !ports?.some((range) => range.from <= 443 && range.to >= 443);
}

function isDatagram({ protocol, appProtocol }: Conduit): boolean {
  return protocol === 'any' && (appProtocol === 'dns' || appProtocol === 'ntp' || appProtocol === 'syslog');
}

/** null: what is usual on the port */
function dialogueOf({ appProtocol, kind }: Conduit, port: number): string | null {
  if (kind === 'egress' && PROXY_PORTS.has(port) && (appProtocol === null || appProtocol === 'http')) return 'proxied';
  return appProtocol !== null && DIALOGUES.has(appProtocol) ? appProtocol : null;
}

/** A name that the conduit registers; through a proxy of the Internet zone any, of a counterpart one of the LGWAN. */
function nameOf({ to, kind }: Conduit, port: number): string | null {
  const [registered] = to.names;
  if (registered !== undefined) return registered.replace(/^\*\./, 'www.');
  if (kind === 'specified' || kind === 'counterpart') return 'portal.asp.lgwan.jp';
  return kind === 'egress' && PROXY_PORTS.has(port) ? 'www.example.com' : null;
}
