/** Who talks to whom, about what and how much: one number per flow and column. Deterministic. */

export const KIND = { whole: 0, attempt: 1, dns: 2, quic: 3, datagram: 4, ping: 5, broadcast: 6, arp: 7, planted: 8 };
/** 0 = public */
export const ZONE = { public: 0, mynumber: 1, lgwan: 2, internet: 3 };
export const AREAS = ['public', 'mynumber', 'lgwan', 'internet'];

const SECONDS = 300;
const PORTS_INSIDE = [445, 445, 443, 443, 80, 1521, 3389, 8080, 389, 22, 1433, 139];
const PORTS_OUTSIDE = [443, 443, 443, 443, 443, 443, 80, 80, 22, 25, 993, 587];
const PUBLIC_NETS = [13, 23, 34, 52, 93, 104, 142, 151, 157, 185, 199, 202, 203, 210];
/** crossings that no conduit permits; each is planted three times */
const CROSSINGS = [
  [1, 3],
  [3, 1],
  [1, 0],
  [2, 3],
  [3, 2],
  [1, 2],
  [2, 1],
  [0, 1],
];
const PLANTED = 24;

/** one step of a 32-bit mixer: a number that looks random, made of two */
export function mix(x, y) {
  let h = Math.imul(x ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(y, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

class Dice {
  #seed;
  #count = 0;
  constructor(seed) {
    this.#seed = seed;
  }
  share() {
    return mix(this.#seed, this.#count++) / 2 ** 32;
  }
  below(bound) {
    return Math.floor(this.share() * bound);
  }
}

/** The columns of all flows, and what the product must find in them. @param {import('./sets.mjs').CaptureSet} set */
export function planTraffic(set) {
  const { flows, wholeShare, seed } = set;
  const arps = Math.round(set.packets / 300);
  const total = flows + arps;
  const isScan = wholeShare < 0.5;
  const plan = {
    total,
    flows,
    kind: new Uint8Array(total),
    packets: new Uint32Array(total),
    clientZone: new Uint8Array(total),
    serverZone: new Uint8Array(total),
    clientHost: new Uint32Array(total),
    serverHost: new Uint32Array(total),
    clientPort: new Uint16Array(total),
    serverPort: new Uint16Array(total),
    ipv6: new Uint8Array(total),
    profile: new Uint8Array(total),
    broadcasts: 0,
    pings: 0,
  };
  const dice = new Dice(seed);
  const weights = new Float32Array(total);
  const hosts = Math.min(Math.max(Math.round(flows / 20), 2000), 60_000);
  const lastPort = new Uint16Array(4 * 65_536);
  let base = 0;
  for (let flow = 0; flow < total; flow++) {
    const where = dice.below(100);
    const isOutside = where < 35;
    const client = isOutside || where < 55 ? ZONE.internet : where < 80 ? ZONE.lgwan : ZONE.mynumber;
    plan.clientZone[flow] = client;
    plan.serverZone[flow] = isOutside ? ZONE.public : client;
    plan.clientHost[flow] = 256 + Math.floor(dice.share() ** 2 * (hosts - 1));
    plan.serverHost[flow] = isOutside ? publicAddress(dice) : 1 + dice.below(200);
    plan.ipv6[flow] = dice.share() < 0.1 ? 1 : 0;
    plan.profile[flow] = dice.below(100) < 78 ? 0 : dice.below(22) < 12 ? 1 : 2;
    const turn = dice.below(1000);
    if (flow >= flows) planArp(plan, flow, dice);
    else if (turn < 700) planTcp(plan, flow, dice, weights, wholeShare);
    else if (turn < 920)
      planSimple(
        plan,
        flow,
        KIND.dns,
        53,
        isScan ? 1 + (dice.below(4) === 0 ? 1 : 0) : 1 + (dice.below(30) > 0 ? 1 : 0),
      );
    else if (turn < 940 && isOutside) {
      planSimple(plan, flow, KIND.quic, 443, isScan ? 1 : 4 + dice.below(8));
      if (!isScan) weights[flow] = 1.5 * heavyTail(dice);
    } else if (turn < 970)
      planSimple(plan, flow, KIND.datagram, [123, 161, 514][dice.below(3)], isScan ? 1 : 1 + dice.below(6));
    else if (turn < 990) planPing(plan, flow, isScan ? 1 + dice.below(2) : 2 * (1 + dice.below(4)), hosts);
    else planBroadcast(plan, flow, dice, isScan, hosts);
    if (flow < flows && plan.kind[flow] !== KIND.broadcast && plan.kind[flow] !== KIND.ping) {
      // the client's ports go round, so that no pair of addresses uses one twice; all of them are ephemeral ones (RFC 6335),
      // because a tunnel's port could make a packet of random bytes out of random bytes
      const slot = client * 65_536 + (plan.clientHost[flow] & 0xffff);
      plan.clientPort[flow] = 49_152 + ((lastPort[slot]++ * 13 + mix(slot, 7)) % 16_384);
    }
    base += plan.packets[flow];
  }
  base += plantCrossings(plan, flows, weights);
  if (base > set.packets) throw new Error(`${flows} flows need ${base} packets at least`);
  const packets = spreadRest(plan, weights, set.packets - base);
  return { ...plan, packetTotal: packets, seconds: SECONDS, expected: expectations(plan, packets) };
}

function publicAddress(dice) {
  const h = mix(Math.floor(dice.share() ** 3 * 60_000), 5);
  return ((PUBLIC_NETS[h % PUBLIC_NETS.length] << 24) | ((h >>> 8) & 0xffffff)) >>> 0;
}

function heavyTail(dice) {
  return Math.min((1 - dice.share()) ** (-1 / 1.15), 20_000);
}

function planTcp(plan, flow, dice, weights, wholeShare) {
  plan.serverPort[flow] = (plan.serverZone[flow] === 0 ? PORTS_OUTSIDE : PORTS_INSIDE)[dice.below(12)];
  if (dice.share() < wholeShare) {
    plan.kind[flow] = KIND.whole;
    plan.packets[flow] = 8 + dice.below(5);
    weights[flow] = heavyTail(dice) - 0.9;
  } else {
    // a SYN alone, a SYN and its reset, or a handshake that is broken off
    plan.kind[flow] = KIND.attempt;
    const turn = dice.below(100);
    plan.packets[flow] = turn < (wholeShare < 0.5 ? 92 : 70) ? 1 : turn < 92 ? 2 : 3;
    if (dice.below(3) === 0) plan.serverPort[flow] = 1 + dice.below(1024);
  }
}

function planSimple(plan, flow, kind, port, packets) {
  plan.kind[flow] = kind;
  plan.serverPort[flow] = port;
  plan.packets[flow] = packets;
}

function planArp(plan, flow, dice) {
  plan.kind[flow] = KIND.arp;
  plan.packets[flow] = 1 + (dice.below(4) > 0 ? 1 : 0);
  plan.clientZone[flow] = plan.serverZone[flow] = 1 + dice.below(3);
  plan.serverHost[flow] = 1 + dice.below(250);
  plan.ipv6[flow] = 0;
}

/** pings have no ports: every pair of addresses pings once, else two flows would be one */
function planPing(plan, flow, packets, hosts) {
  const turn = plan.pings++;
  planSimple(plan, flow, KIND.ping, 0, packets);
  plan.clientHost[flow] = 256 + (turn % hosts);
  plan.serverHost[flow] =
    plan.serverZone[flow] === ZONE.public
      ? ((PUBLIC_NETS[0] << 24) | (turn + 1)) >>> 0
      : 1 + (Math.floor(turn / hosts) % 250);
}

/** directed broadcasts; each host says each thing once, so that every one is a flow of its own */
function planBroadcast(plan, flow, dice, isScan, hosts) {
  const zone = 1 + (flow % 3);
  const turn = plan.broadcasts++;
  const port = [137, 138, 67][Math.floor(turn / hosts) % 3];
  planSimple(plan, flow, KIND.broadcast, port, isScan ? 1 : 1 + dice.below(3));
  plan.clientZone[flow] = plan.serverZone[flow] = zone;
  plan.clientHost[flow] = 256 + (turn % hosts);
  plan.serverHost[flow] = 0xffff;
  plan.clientPort[flow] = port === 67 ? 68 : port;
  plan.ipv6[flow] = 0;
}

/** Replaces some flows by crossings that must be found. Answers by how many packets the plan has grown. */
function plantCrossings(plan, flows, weights) {
  let grown = 0;
  for (let number = 0; number < PLANTED; number++) {
    const flow = Math.floor(((number + 1) * flows) / (PLANTED + 1));
    const [from, to] = CROSSINGS[number % CROSSINGS.length];
    grown -= plan.packets[flow];
    weights[flow] = 0;
    plan.kind[flow] = KIND.planted;
    plan.packets[flow] = 10;
    plan.clientZone[flow] = from;
    plan.serverZone[flow] = to;
    // addresses and ports that no other flow has
    plan.clientHost[flow] = from === 0 ? 0x22c80001 + number : 0xfe00 + number;
    plan.serverHost[flow] = to === 0 ? 0x22c90001 + number : 0xfd00 + number;
    plan.clientPort[flow] = 50_000 + number;
    plan.serverPort[flow] = 445;
    plan.ipv6[flow] = number % 5 === 4 && from !== 0 && to !== 0 ? 1 : 0;
    plan.profile[flow] = 2;
    grown += plan.packets[flow];
  }
  return grown;
}

/** Gives the packets that are left to the flows by their weights. Answers how many packets there are in all. */
function spreadRest(plan, weights, rest) {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let packets = 0;
  let given = 0;
  let heaviest = 0;
  for (let flow = 0; flow < plan.total; flow++) {
    const more = sum === 0 ? 0 : Math.floor((weights[flow] / sum) * rest);
    if (weights[flow] > weights[heaviest]) heaviest = flow;
    plan.packets[flow] += more;
    given += more;
    packets += plan.packets[flow];
  }
  if (sum === 0) return packets;
  plan.packets[heaviest] += rest - given;
  return packets + rest - given;
}

/** What a right answer says: flows and packets in all, and for each pair of areas how many flows nobody permitted. */
function expectations(plan, packets) {
  const crossings = {};
  let arpPackets = 0;
  for (let flow = 0; flow < plan.total; flow++) {
    if (plan.kind[flow] === KIND.arp) arpPackets += plan.packets[flow];
    if (plan.kind[flow] !== KIND.planted) continue;
    const pair = `${AREAS[plan.clientZone[flow]]}>${AREAS[plan.serverZone[flow]]}`;
    crossings[pair] = (crossings[pair] ?? 0) + 1;
  }
  return { packets, flows: plan.flows, arpPackets, crossings };
}
