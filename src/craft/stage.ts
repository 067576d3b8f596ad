import type { Nanoseconds } from '../base/time.js';
import type { Act } from './act.js';
import type { City } from './city.js';
import { dialogues, usualDialogue } from './dialogue/registry.js';
import type { Turn } from './dialogue/turn.js';
import { fragmentPacket, type IpPacket } from './ip-packet.js';
import type { Path, Scene } from './scene.js';
import type { Carriage, Party } from './tcp-conversation.js';
import type { Ends } from './transport.js';
import { parseNewEnd, translatePacket } from './translate.js';
import { tunnelPacket } from './tunnel.js';

const DEFAULT_BYTES = { up: 400, down: 1800 } as const;
/** the range of RFC 6335 section 6 for ports that are taken for one conversation */
const EPHEMERAL = [49_152, 65_535] as const;

/** Everything that an act decides before its first packet. */
export interface Stage {
  readonly scene: Scene;
  readonly act: Act;
  readonly time: Nanoseconds;
  readonly initiator: Party;
  readonly responder: Party;
  readonly turns: readonly Turn[];
  /** the gateway that answers instead of the responder */
  readonly device: Party | undefined;
}

/** Finds the ways, the ports and the words of an act. @throws RangeError for a faulty one */
export function setStage(scene: Scene, city: City, act: Act, line: string, time: Nanoseconds): Stage {
  const ends = parseEnds(line);
  const [from, to] = [city.register.addressOf(ends.from), city.register.addressOf(ends.to)];
  const stop = act.droppedBy ?? act.by;
  const wrapped = act.inside;
  const own = act.way === undefined ? undefined : ownWay(city, act.way, act.bridged === true);
  const there =
    own ?? (stop === undefined ? city.path(wrapped?.from ?? from, wrapped?.to ?? to) : city.pathUntil(from, to, stop));
  const back =
    own === undefined || act.way === undefined
      ? city.path(wrapped?.to ?? to, wrapped?.from ?? from)
      : backOn(city, act.way, act.bridged === true);
  const random = scene.random(`${line} ${time}`);
  const dialogue = act.as === undefined ? usualDialogue(ends.port) : dialogues[act.as];
  if (dialogue === undefined) throw new RangeError(`no dialogue ${act.as}`);
  const bytes = { ...DEFAULT_BYTES, ...act };
  const name = act.name ?? (ends.to === to ? 'host.midorino.example' : `${ends.to.split('/')[0]}.midorino.example`);
  return {
    scene,
    act,
    time,
    initiator: {
      address: from,
      port: act.sourcePort ?? scene.count(`port ${from}`, ...EPHEMERAL),
      ttl: city.register.ttlOf(from),
      path: act.seen === 'backward' ? [] : mirrored(there, act, 'forward'),
      carriage: carriageOf(act, 'forward'),
    },
    responder: {
      address: to,
      port: ends.port,
      ttl: city.register.ttlOf(to),
      path: act.seen === 'forward' ? [] : mirrored(back, act, 'backward'),
      carriage: carriageOf(act, 'backward'),
    },
    turns: dialogue({ random, name, upBytes: bytes.up, downBytes: bytes.down }),
    device: act.by === undefined ? undefined : deviceParty(city, act.by, from, to),
  };
}

/** A way that the topology does not know. */
function ownWay(city: City, way: NonNullable<Act['way']>, isBridged: boolean): Path {
  return way.map(({ vlan, from, to, source, target }, index) => ({
    ...stretchOf(city, vlan, index, isBridged),
    sourceMac: from,
    destinationMac: to,
    ...rewritten(source, target),
  }));
}

/** The same way for the answers. */
function backOn(city: City, way: NonNullable<Act['way']>, isBridged: boolean): Path {
  return way.toReversed().map(({ vlan, from, to, source, target }, index) => ({
    ...stretchOf(city, vlan, index, isBridged),
    sourceMac: to,
    destinationMac: from,
    ...rewritten(target, source),
  }));
}

function stretchOf(city: City, vlan: number, index: number, isBridged: boolean) {
  return {
    points: city.pointsOf(vlan),
    vlans: [vlan],
    routersPassed: isBridged ? 0 : index,
    delayMicros: index === 0 ? 0 : 60,
  };
}

function rewritten(source: string | undefined, target: string | undefined): Pick<Path[number], 'rewrite'> {
  if (source === undefined && target === undefined) return {};
  const [from, to] = [source, target].map((end) => (end === undefined ? undefined : parseNewEnd(end)));
  return { rewrite: (packet) => translatePacket(packet, from, to) };
}

function deviceParty(city: City, gateway: string, from: string, to: string): Party {
  const path = city.pathSince(to, from, gateway);
  const vlan = path[0]?.vlans[0];
  const address = vlan === undefined ? undefined : city.register.legAddress(gateway, vlan);
  if (address === undefined) throw new RangeError(`${gateway} has no address towards ${from}`);
  return { address, port: 0, ttl: city.register.ttlOf(address), path, carriage: (packet) => [packet] };
}

/** What the mirror shows of a path: other tags, another card. */
function mirrored(path: Path, act: Act, direction: 'forward' | 'backward'): Path {
  return path.map((stretch, index) => {
    const inner = direction === 'backward' && act.backVlan !== undefined ? [act.backVlan] : stretch.vlans;
    const vlans = act.outerVlan === undefined ? inner : [act.outerVlan, ...inner];
    const isOther = direction === 'forward' && index === 0 && act.mac !== undefined;
    return { ...stretch, vlans, sourceMac: isOther ? act.mac : stretch.sourceMac };
  });
}

function carriageOf({ copies = 1, fragment, inside }: Act, direction: 'forward' | 'backward'): Carriage {
  return (packet) => {
    const [source, destination] = direction === 'forward' ? [inside?.from, inside?.to] : [inside?.to, inside?.from];
    const isWrapped = inside !== undefined && source !== undefined && destination !== undefined;
    const whole = isWrapped ? tunnelPacket(inside.tunnel, { source, destination }, packet) : packet;
    const pieces = fragment === undefined ? [whole] : fragmentPacket(whole, fragment);
    return pieces.flatMap((piece) => Array.from({ length: copies }, () => piece));
  };
}

/** `A -> B`, `A -> B:443`, `[2001:db8::1] -> [2001:db8::2]:443` */
function parseEnds(line: string): { readonly from: string; readonly to: string; readonly port: number } {
  const parts = /^(\[\S+\]|[^\s[\]]+) -> (\[\S+\]|[^\s[\]:]+)(?::(\d{1,5}))?$/.exec(line);
  if (parts === null) throw new RangeError(`not of the form "A -> B:port": ${line}`);
  const bare = (end: string | undefined): string => (end ?? '').replace(/^\[(.*)\]$/, '$1');
  return { from: bare(parts[1]), to: bare(parts[2]), port: Number(parts[3] ?? 0) };
}

/** A datagram from one party to the other, with the identification that is the sender's next. */
export function packetOf(
  scene: Scene,
  sender: Party,
  receiver: Party,
  protocol: number,
  payload: (ends: Ends) => Uint8Array,
): IpPacket {
  const ends = { source: sender.address, destination: receiver.address };
  const id = scene.count(`ip-id ${sender.address}`, 0, 65_535);
  return { ...ends, protocol, ttl: sender.ttl, id, payload: payload(ends) };
}
