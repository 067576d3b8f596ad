import { KIND, mix, ZONE } from './plan-traffic.mjs';

const PSH = 8;
const ACK = 16;
const SYN = 2;
const FIN = 1;
const RST = 4;
const HEADER_BYTES = 16;
const LARGEST_FRAME = 1600;
const POOL_BYTES = 1 << 17;

/**
 * Writes the packets of a plan as pcap records, one after another, into one reused buffer. Transport checksums are left
 * 0: nobody who builds flows looks at them.
 */
export class FrameWriter {
  bytes;
  /** bytes of the buffer that are filled */
  length = 0;
  #view;
  #plan;
  #snapLength;
  #sent;
  #clientSeq;
  #serverSeq;
  #pool;

  /** @param capacity bytes */
  constructor(plan, snapLength, capacity) {
    this.#plan = plan;
    this.#snapLength = snapLength;
    this.bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.bytes.buffer);
    this.#sent = new Uint32Array(plan.total);
    this.#clientSeq = Uint32Array.from({ length: plan.total }, (_, flow) => mix(flow, 11));
    this.#serverSeq = Uint32Array.from({ length: plan.total }, (_, flow) => mix(flow, 12));
    this.#pool = Uint8Array.from({ length: POOL_BYTES }, (_, at) => mix(at, 13));
  }

  get isNearlyFull() {
    return this.length + LARGEST_FRAME + HEADER_BYTES > this.bytes.length;
  }

  /** The next packet of a flow. @param micros time since the capture's begin @param second of the capture's begin */
  write(flow, micros, second) {
    const at = this.length;
    const index = this.#sent[flow]++;
    const end = this.#frame(flow, index, at + HEADER_BYTES);
    const wire = Math.max(end - at - HEADER_BYTES, 60);
    this.bytes.fill(0, end, at + HEADER_BYTES + wire);
    const captured = Math.min(wire, this.#snapLength);
    this.#view.setUint32(at, second + Math.floor(micros / 1e6), true);
    this.#view.setUint32(at + 4, micros % 1e6, true);
    this.#view.setUint32(at + 8, captured, true);
    this.#view.setUint32(at + 12, wire, true);
    this.length = at + HEADER_BYTES + captured;
  }

  /** answers where the frame ends */
  #frame(flow, index, at) {
    const plan = this.#plan;
    switch (plan.kind[flow]) {
      case KIND.whole:
      case KIND.planted:
        return this.#session(flow, index, at);
      case KIND.attempt: {
        if (index === 0) return this.#tcp(flow, index, at, 0, SYN, 0);
        if (index === 1) return this.#tcp(flow, index, at, 1, plan.packets[flow] === 2 ? RST | ACK : SYN | ACK, 0);
        return this.#tcp(flow, index, at, 0, RST, 0);
      }
      case KIND.dns:
        return this.#udp(flow, index, at, index & 1, (index & 1) === 0 ? 45 : 61);
      case KIND.quic: {
        const direction = index === 0 ? 0 : index % 4 === 0 ? 0 : 1;
        return this.#udp(flow, index, at, direction, index < 2 ? 1200 : direction === 1 ? 1250 : 40);
      }
      case KIND.datagram:
        return this.#udp(
          flow,
          index,
          at,
          plan.serverPort[flow] === 514 ? 0 : index & 1,
          plan.serverPort[flow] === 123 ? 48 : 80 + (mix(flow, index) % 200),
        );
      case KIND.ping:
        return this.#ping(flow, index, at);
      case KIND.broadcast:
        return this.#udp(flow, index, at, 0, plan.serverPort[flow] === 67 ? 300 : 180);
      default:
        return this.#arp(flow, index, at);
    }
  }

  /** handshake, data by the flow's profile (download, upload, interactive), close */
  #session(flow, index, at) {
    const plan = this.#plan;
    const last = plan.packets[flow] - 1;
    if (index === 0) return this.#tcp(flow, index, at, 0, SYN, 0);
    if (index === 1) return this.#tcp(flow, index, at, 1, SYN | ACK, 0);
    if (index === 2) return this.#tcp(flow, index, at, 0, ACK, 0);
    if (index === last - 2) return this.#tcp(flow, index, at, 0, FIN | ACK, 0);
    if (index === last - 1) return this.#tcp(flow, index, at, 1, FIN | ACK, 0);
    if (index === last) return this.#tcp(flow, index, at, 0, ACK, 0);
    const step = index - 3;
    if (step % 40 === 0) return this.#tcp(flow, index, at, 0, PSH | ACK, 150 + (mix(flow, index) % 500));
    const turn = step % 3;
    if (plan.profile[flow] === 0) return this.#tcp(flow, index, at, turn === 0 ? 0 : 1, ACK, turn === 0 ? 0 : 1448);
    if (plan.profile[flow] === 1) return this.#tcp(flow, index, at, turn === 0 ? 1 : 0, ACK, turn === 0 ? 0 : 1448);
    return this.#tcp(flow, index, at, step & 1, PSH | ACK, 20 + (mix(flow, index) % 400));
  }

  #tcp(flow, index, at, direction, flags, payload) {
    const plan = this.#plan;
    const view = this.#view;
    const headerBytes = (flags & SYN) !== 0 ? 40 : 32;
    const to = this.#ip(flow, index, at, direction, 6, headerBytes + payload);
    const own = direction === 0 ? this.#clientSeq : this.#serverSeq;
    const other = direction === 0 ? this.#serverSeq : this.#clientSeq;
    view.setUint16(to, direction === 0 ? plan.clientPort[flow] : plan.serverPort[flow]);
    view.setUint16(to + 2, direction === 0 ? plan.serverPort[flow] : plan.clientPort[flow]);
    view.setUint32(to + 4, own[flow]);
    view.setUint32(to + 8, (flags & ACK) !== 0 ? other[flow] : 0);
    view.setUint8(to + 12, headerBytes << 2);
    view.setUint8(to + 13, flags);
    view.setUint16(to + 14, 502);
    view.setUint32(to + 16, 0);
    // the options: timestamps, as every modern system sends them
    for (let option = to + 20; option < to + headerBytes; option += 4)
      view.setUint32(option, option === to + 20 ? 0x0101080a : index);
    own[flow] += payload + ((flags & (SYN | FIN)) !== 0 ? 1 : 0);
    return this.#payload(flow, index, to + headerBytes, payload);
  }

  #udp(flow, index, at, direction, payload) {
    const plan = this.#plan;
    const view = this.#view;
    const to = this.#ip(flow, index, at, direction, 17, 8 + payload);
    view.setUint16(to, direction === 0 ? plan.clientPort[flow] : plan.serverPort[flow]);
    view.setUint16(to + 2, direction === 0 ? plan.serverPort[flow] : plan.clientPort[flow]);
    view.setUint16(to + 4, 8 + payload);
    view.setUint16(to + 6, 0);
    return this.#payload(flow, index, to + 8, payload);
  }

  #ping(flow, index, at) {
    const view = this.#view;
    const direction = index & 1;
    const isIpv6 = this.#plan.ipv6[flow] === 1;
    const to = this.#ip(flow, index, at, direction, isIpv6 ? 58 : 1, 64);
    view.setUint8(to, isIpv6 ? 128 + direction : direction === 0 ? 8 : 0);
    view.setUint8(to + 1, 0);
    view.setUint16(to + 2, 0);
    view.setUint16(to + 4, flow & 0xffff);
    view.setUint16(to + 6, (index >> 1) + 1);
    return this.#payload(flow, index, to + 8, 56);
  }

  #payload(flow, index, at, length) {
    if (length > 0) this.bytes.set(this.#pool.subarray(mix(flow, index) % (POOL_BYTES - 2048)).subarray(0, length), at);
    return at + length;
  }

  /** Ethernet and IP header; answers where the transport header goes */
  #ip(flow, index, at, direction, protocol, length) {
    const plan = this.#plan;
    const view = this.#view;
    const from = direction === 0 ? plan.clientZone[flow] : plan.serverZone[flow];
    const to = direction === 0 ? plan.serverZone[flow] : plan.clientZone[flow];
    const fromHost = direction === 0 ? plan.clientHost[flow] : plan.serverHost[flow];
    const toHost = direction === 0 ? plan.serverHost[flow] : plan.clientHost[flow];
    const wire = plan.clientZone[flow] !== ZONE.public ? plan.clientZone[flow] : plan.serverZone[flow];
    if (plan.kind[flow] === KIND.broadcast) this.bytes.fill(255, at, at + 6);
    else this.#mac(at, to, toHost, wire);
    this.#mac(at + 6, from, fromHost, wire);
    if (plan.ipv6[flow] === 1) {
      view.setUint16(at + 12, 0x86dd);
      view.setUint32(at + 14, 0x60000000);
      view.setUint16(at + 18, length);
      view.setUint8(at + 20, protocol);
      view.setUint8(at + 21, from === ZONE.public ? 54 : 64);
      this.#ipv6(at + 22, from, fromHost);
      this.#ipv6(at + 38, to, toHost);
      return at + 54;
    }
    const ip = at + 14;
    view.setUint16(at + 12, 0x0800);
    view.setUint16(ip, 0x4500);
    view.setUint16(ip + 2, 20 + length);
    view.setUint16(ip + 4, (mix(flow, 14) + index) & 0xffff);
    view.setUint16(ip + 6, 0x4000);
    view.setUint8(ip + 8, from === ZONE.public ? 54 : 64);
    view.setUint8(ip + 9, protocol);
    view.setUint16(ip + 10, 0);
    view.setUint32(ip + 12, ipv4(from, fromHost));
    view.setUint32(ip + 16, ipv4(to, toHost));
    let sum = 0;
    for (let word = ip; word < ip + 20; word += 2) sum += view.getUint16(word);
    sum = (sum & 0xffff) + (sum >>> 16);
    view.setUint16(ip + 10, ~((sum & 0xffff) + (sum >>> 16)) & 0xffff);
    return ip + 20;
  }

  /** hosts of the wire's own zone by their own address, all others by the gateway's */
  #mac(at, zone, host, wire) {
    const isLocal = zone === wire;
    this.#view.setUint16(at, isLocal ? 0x0200 : 0x02ff);
    this.#view.setUint32(at + 2, isLocal ? (0x0a << 24) | (zone << 16) | (host & 0xffff) : wire);
  }

  #ipv6(at, zone, host) {
    const view = this.#view;
    view.setUint32(at, zone === ZONE.public ? 0x24046800 : 0xfd000000);
    view.setUint32(at + 4, zone === ZONE.public ? host : zone);
    view.setUint32(at + 8, 0);
    view.setUint32(at + 12, zone === ZONE.public ? 1 : host & 0xffff);
  }

  #arp(flow, index, at) {
    const plan = this.#plan;
    const view = this.#view;
    const zone = plan.clientZone[flow];
    const asks = index === 0;
    const sender = asks ? plan.clientHost[flow] : plan.serverHost[flow];
    const target = asks ? plan.serverHost[flow] : plan.clientHost[flow];
    if (asks) this.bytes.fill(255, at, at + 6);
    else this.#mac(at, zone, target, zone);
    this.#mac(at + 6, zone, sender, zone);
    view.setUint16(at + 12, 0x0806);
    view.setUint32(at + 14, 0x00010800);
    view.setUint32(at + 18, 0x06040001 + (asks ? 0 : 1));
    this.#mac(at + 22, zone, sender, zone);
    view.setUint32(at + 28, ipv4(zone, sender));
    this.#mac(at + 32, zone, target, zone);
    view.setUint32(at + 38, ipv4(zone, target));
    return at + 42;
  }
}

/** 10.1/16 My Number, 10.2/16 LGWAN, 10.3/16 Internet zone */
function ipv4(zone, host) {
  return zone === ZONE.public ? host : ((10 << 24) | (zone << 16) | (host & 0xffff)) >>> 0;
}
