// Makes the captures from which the fuzzer damages what only the listener hears; `--check` exits 1 when the files on disk
// are not what it makes. Run after the build: node tests/fuzz/make-seeds.mjs [--check]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { arpFrame } from '../../dist/craft/arp.js';
import { City } from '../../dist/craft/city.js';
import { ETHER_TYPE, ethernetFrame, llcFrame } from '../../dist/craft/ethernet.js';
import { join, text, u16, u32, zeros } from '../../dist/craft/field.js';
import { IP_PROTOCOL, ipBytes } from '../../dist/craft/ip-packet.js';
import { wrapMirror } from '../../dist/craft/mirror-faults.js';
import { play } from '../../dist/craft/play.js';
import { Scene } from '../../dist/craft/scene.js';
import { udpBytes } from '../../dist/craft/transport.js';
import { writePcap } from '../../dist/craft/write-pcap.js';
import { loadTopology } from '../../dist/topology/load.js';

const SEED = 83;
/** 2026-06-15 08:50:00 JST */
const START = 1_781_481_000_000_000_000n;
const MIRROR = { source: '192.0.2.1', destination: '192.0.2.2' };
const VLAN = 210;
const HOST = '00:00:5e:00:53:a1';
const OTHER = '00:00:5e:00:53:a2';

const place = (name) => fileURLToPath(new URL(name, import.meta.url));
const { topology } = loadTopology(place('../../topology/midorino-alpha.yaml'));

/** @param points whose captures are taken: each frame once */
function playScript(name, points) {
  const city = new City(topology);
  const scene = new Scene({ seed: SEED, start: START, points: city.points });
  play(scene, city, parse(readFileSync(place(`seeds/${name}.yaml`), 'utf8')));
  const heard = new Map();
  for (const point of points ?? scene.points)
    for (const frame of scene.capture(point))
      heard.set(`${frame.time} ${Buffer.from(frame.bytes).toString('hex')}`, frame);
  return [...heard.values()].sort((x, y) => (x.time < y.time ? -1 : x.time > y.time ? 1 : 0));
}

function udp(source, destination, port, message, sourcePort = port) {
  const ends = { source, destination };
  const packet = {
    ...ends,
    protocol: IP_PROTOCOL.udp,
    ttl: 64,
    id: 7,
    payload: udpBytes(ends, sourcePort, port, message),
  };
  return ipFrame(packet);
}

function ipFrame(packet) {
  const etherType = packet.source.includes(':') ? ETHER_TYPE.ipv6 : ETHER_TYPE.ipv4;
  return ethernetFrame({ source: HOST, destination: OTHER, vlans: [VLAN], etherType, payload: ipBytes(packet) });
}

function between(etherType, ...payload) {
  return ethernetFrame({ source: HOST, destination: OTHER, vlans: [VLAN], etherType, payload: join(...payload) });
}

/** What no act of a traffic script says. */
function rareFrames() {
  const datagram = { source: '10.20.16.80', destination: '10.20.16.81', protocol: IP_PROTOCOL.udp, ttl: 64, id: 7 };
  const inner = ipBytes({ ...datagram, payload: udpBytes(datagram, 4000, 5000, zeros(8)) });
  const speech = { senderMac: HOST, senderAddress: '10.20.16.9', targetMac: OTHER, targetAddress: '10.10.16.70' };
  const arp = { time: START, bytes: arpFrame([VLAN], { operation: 'reply', ...speech }), length: 60 };
  const cdp = join(
    Uint8Array.of(0xaa, 0xaa, 3, 0, 0, 0x0c),
    u16(0x2000),
    Uint8Array.of(2, 180, 0, 0),
    join(u16(1), u16(12), text('soumu-17')),
    join(u16(4), u16(8), u32(0x10)),
  );
  const echoes = Array.from({ length: 22 }, (_, index) =>
    ipFrame({
      source: '2001:db8:a:3::8',
      destination: '2001:db8:ffff::9',
      protocol: IP_PROTOCOL.icmpv6,
      ttl: 64,
      id: 0,
      payload: join(Uint8Array.of(128, 0, 0, 0), u16(1), u16(index), zeros(40), text(`${index}`.padEnd(100, 'x'))),
    }),
  );
  const dhcpv6 = join(
    u32(0x0100_0001),
    u16(1),
    u16(14),
    u16(1),
    u16(1),
    u32(9),
    Uint8Array.of(0, 0, 94, 0, 83, 161),
    u16(39),
    u16(5),
    text('\0\x03pc3'),
  );
  return [
    // HSRP (RFC 2281), HSRP 2, GLBP
    udp('10.20.16.80', '224.0.0.2', 1985, join(Uint8Array.of(0, 0, 16, 3, 10, 100, 1, 0), zeros(12))),
    udp('10.20.16.80', '224.0.0.102', 1985, join(Uint8Array.of(1, 40, 2, 0, 6, 4), zeros(36))),
    udp('10.20.16.80', '224.0.0.102', 3222, join(Uint8Array.of(1, 0, 0, 1), zeros(40))),
    // a name in a NetBIOS datagram (RFC 1002 section 4.4.2)
    udp(
      '10.20.16.80',
      '10.20.16.255',
      138,
      join(
        Uint8Array.of(0x11, 2, 0, 1, 10, 20, 16, 80, 0, 138, 0, 80, 0, 0, 32),
        text('EL'.repeat(15)),
        text('AA'),
        zeros(1),
      ),
    ),
    udp('fe80::200:5eff:fe00:53a1', 'ff02::1:2', 547, dhcpv6, 546),
    udp(
      'fe80::200:5eff:fe00:53a1',
      'fe80::1',
      546,
      join(u32(0x0200_0001), u16(2), u16(10), u16(3), u16(1), zeros(6)),
      547,
    ),
    // IP below labels, in a PPPoE session, and secured frames (RFC 3032, RFC 2516, IEEE 802.1AE)
    between(0x8847, u32(0x0006_4040), u32(0x0006_5140), inner),
    between(0x8848, u32(0x0006_4140), inner),
    between(0x8864, Uint8Array.of(0x11, 0, 0, 9), u16(inner.length + 2), u16(0x21), inner),
    between(0x8863, Uint8Array.of(0x11, 9, 0, 0), u16(4), u16(0x101), u16(0)),
    between(0x88e5, Uint8Array.of(0x2c, 0), u32(1), zeros(60)),
    llcFrame({ source: HOST, destination: '01:00:0c:cc:cc:cc', vlans: [VLAN], payload: cdp }),
    // the mirror's own wrapping around what is no IP
    ...['erspan', 'gre', 'vxlan'].flatMap((transport) =>
      wrapMirror([arp], transport, MIRROR).map(({ bytes }) => bytes),
    ),
    ...echoes,
  ];
}

const rare = rareFrames().map((bytes, index) => ({
  time: START + BigInt(index) * 1_000_000_000n,
  bytes,
  length: bytes.length,
}));
const made = {
  'seeds/talk.pcap': playScript('talk'),
  'seeds/rare-talk.pcap': rare,
  'seeds/names.pcap': playScript('hidden-data', ['CP-LG']),
  'seeds/echoes.pcap': playScript('hidden-data', ['CP-IN']),
};
for (const [name, frames] of Object.entries(made)) {
  const content = Buffer.from(writePcap(frames));
  if (existsSync(place(name)) && readFileSync(place(name)).equals(content)) continue;
  if (process.argv.includes('--check')) {
    console.log(`tests/fuzz/${name} differs from what make-seeds.mjs makes`);
    process.exitCode = 1;
  } else {
    writeFileSync(place(name), content);
    console.log(`tests/fuzz/${name} written, ${frames.length} frames`);
  }
}
