// node tests/oracle/compare-facts.mjs FOLDER [--every N] [--only REGEXP] [--as-it-comes] [--answers FILE]: server names, host
// names and questions that the inspectors find in real captures, beside those of tshark. Prints what each found alone, and
// the share that is equal. tshark goes by ports where the inspectors go by content: what they alone found is asked for
// again, with the ports of that flow decoded as what they say that it is, and with segments as they come. --as-it-comes: tshark once, with its own
// settings, not with the fair ones of ask-tshark.mjs.
// --answers: tshark's answers are kept there, and not asked for again.
// Skips where tshark is absent. Not part of the tests: it takes half an hour over 2,700 captures, which are not here.
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { askTshark, hasTshark } from './ask-tshark.mjs';
import { explanationOf } from './explained.mjs';
import { readFacts } from './read-facts.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '1' },
    only: { type: 'string' },
    'as-it-comes': { type: 'boolean', default: false },
    answers: { type: 'string' },
  },
});
if (positionals.length !== 1) {
  console.error(
    'node tests/oracle/compare-facts.mjs FOLDER [--every N] [--only REGEXP] [--as-it-comes] [--answers FILE]',
  );
  process.exit(64);
}
if (!hasTshark()) {
  console.log('tshark is not there: nothing compared');
  process.exit(0);
}

/** tshark writes bytes that are no characters of a name as three digits (RFC 4343 section 2.1 has them decimal, it octal) */
const plain = (name) =>
  name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/\\([0-3][0-7]{2})/g, (_, octal) => String.fromCharCode(parseInt(octal, 8)));
/** what tshark writes in the place of a name that it cannot read */
const isComplaint = (name) => /^<(?!root>).*>$/.test(name);
/** mDNS, LLMNR, NetBIOS: names of one network's own */
const LOCAL = ['5353', '5355', '137'];
const isLocal = (packet) => [...packet['udp.port'], ...packet['tcp.port']].some((port) => LOCAL.includes(port));

/** host of a request as RFC 9112 section 3.2 says: target of CONNECT, absolute target, Host */
function hostOf(method, uri, host) {
  const authority = method === 'CONNECT' ? uri : (/^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(uri ?? '')?.[1] ?? host);
  if (authority === undefined) return undefined;
  const bare = authority.slice(authority.lastIndexOf('@') + 1);
  return plain(bare.replace(/^\[(.*)\](:\d*)?$/, '$1').replace(/^([^:]*):\d*$/, '$1'));
}

const CATEGORIES = {
  'TLS server names': {
    theirs: (packets) => packets.flatMap((packet) => packet['tls.handshake.extensions_server_name'].map(plain)),
    ours: (facts) =>
      facts.flatMap(({ names }) => names.filter(({ source }) => source === 'sni').map(({ name }) => name)),
    decodeAs: ['tcp.port,tls'],
  },
  'QUIC server names': {
    theirs: (packets) => packets.flatMap((packet) => packet['tls.handshake.extensions_server_name'].map(plain)),
    ours: (facts) =>
      facts.flatMap(({ names }) => names.filter(({ source }) => source === 'quic-sni').map(({ name }) => name)),
    decodeAs: ['udp.port,quic'],
  },
  'HTTP hosts': {
    theirs: (packets) =>
      packets.flatMap((packet) =>
        packet['http.request.method']
          .map((method, index) => hostOf(method, packet['http.request.uri'][index], packet['http.host'][index]))
          .filter((host) => host !== undefined && host !== ''),
      ),
    ours: (facts) =>
      facts.flatMap(({ names }) =>
        names.filter(({ source }) => ['connect', 'absolute-uri', 'host'].includes(source)).map(({ name }) => name),
      ),
    decodeAs: ['tcp.port,http'],
  },
  'DNS questions': {
    theirs: (packets) =>
      packets
        .filter((packet) => !isLocal(packet))
        .flatMap((packet) =>
          packet['dns.qry.name']
            .map(plain)
            .filter((name) => !isComplaint(name))
            .map((name) => name.replace(/^<root>$/, '')),
        ),
    ours: (facts) =>
      facts
        .filter(({ ports }) => !ports.some((port) => LOCAL.includes(String(port))))
        .flatMap(({ dns }) => dns.map(({ name }) => name.replace(/^\.$/, ''))),
    decodeAs: ['tcp.port,dns', 'udp.port,dns'],
  },
  'RDP security': {
    theirs: (packets) =>
      packets.flatMap((packet) => packet['rdp.negReq.selectedProtocol'].map((protocol) => String(Number(protocol)))),
    // tshark shows no protocol where the confirm holds none: standard security then
    ours: (facts) => facts.flatMap(({ rdp }) => [rdp?.selectedProtocol ?? []].flat().map(String)),
    ignore: (protocol) => protocol === '0',
  },
  'RDP channels': {
    theirs: (packets) => packets.flatMap((packet) => packet['rdp.name'].map((name) => name.toLowerCase())),
    ours: (facts) => facts.flatMap(({ rdp }) => rdp?.channels.map(({ name }) => name) ?? []),
  },
  'mail part types': {
    theirs: (packets) =>
      packets.flatMap((packet) =>
        packet['mime_multipart.header.content-type']
          .map((type) => type.split(';')[0].trim().toLowerCase())
          .filter((type) => !type.startsWith('multipart/')),
      ),
    ours: (facts) =>
      facts.flatMap(({ mails }) =>
        mails.flatMap(({ parts }) =>
          parts.filter(({ path }) => path.includes('.') || parts.length > 1).map(({ type }) => type),
        ),
      ),
    decodeAs: ['tcp.port,smtp'],
  },
};

const totals = Object.fromEntries(
  Object.keys(CATEGORIES).map((name) => [
    name,
    { both: 0, oursAlone: 0, theirsAlone: 0, captures: 0, notOurFault: 0, unexplained: 0 },
  ]),
);
const root = positionals[0];
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:pcap|pcapng|cap)$/i.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => values.only === undefined || new RegExp(values.only).test(path))
  .sort()
  .filter((_, index) => index % Number(values.every) === 0);

const FILTER = 'tls.handshake.extensions_server_name || http.request || dns.qry.name || (imf && mime_multipart) || rdp';
const fair = !values['as-it-comes'];
const kept = new Map(
  values.answers !== undefined && existsSync(values.answers)
    ? readFileSync(values.answers, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [],
);

/** @returns tshark's packets, null where it cannot read the file */
async function theirPackets(path) {
  const key = `${relative(root, path)} ${fair ? 'fair' : 'as it comes'}`;
  if (kept.has(key)) return kept.get(key);
  const packets = await askTshark(path, FILTER, { fair }).catch(() => null);
  if (values.answers !== undefined) appendFileSync(values.answers, `${JSON.stringify([key, packets])}\n`);
  return packets;
}

async function ourFacts(path) {
  try {
    const { facts, ports } = await readFacts(path);
    return facts.map((fact, index) => ({ ...fact, ports: ports[index] }));
  } catch {
    return null;
  }
}

/** @returns those of the names that tshark finds as well when it takes the flows that hold them for what they are */
async function foundWhenTold(path, category, names, facts) {
  const { ours, theirs, decodeAs = [] } = CATEGORIES[category];
  const holders = facts.filter((fact) => ours([fact]).some((name) => names.includes(name)));
  const ports = [...new Set(holders.flatMap((fact) => fact.ports))].filter((port) => port !== 0);
  const rules = ports.flatMap((port) => decodeAs.map((rule) => rule.replace(',', `==${port},`)));
  const found = new Set();
  // behind a hole that nothing fills, tshark goes on only where it does not put segments in order
  for (const inOrder of [true, false]) {
    const packets = await askTshark(path, FILTER, { fair: inOrder, decodeAs: rules }).catch(() => []);
    for (const name of theirs(select(packets)[category])) found.add(name);
  }
  return names.filter((name) => found.has(name));
}

function select(packets) {
  const of = (wanted) => packets.filter((packet) => wanted(packet['frame.protocols'][0] ?? '', packet));
  return {
    'TLS server names': of((protocols) => !/quic/.test(protocols)),
    'QUIC server names': of((protocols) => /quic/.test(protocols)),
    'HTTP hosts': of((_, packet) => packet['tcp.port'].length > 0 && packet['http.request.method'].length > 0),
    'DNS questions': of((protocols) => !/mdns|llmnr|nbns|icmp/.test(protocols)),
    'RDP security': of((_, packet) => packet['rdp.negReq.selectedProtocol'].length > 0),
    'RDP channels': of((_, packet) => packet['rdp.name'].length > 0),
    'mail part types': of((protocols) => /imf/.test(protocols)),
  };
}

let unread = 0;
const compared = { captures: 0, equal: 0 };
for (const path of files) {
  const [packets, facts] = await Promise.all([theirPackets(path), ourFacts(path)]);
  if (packets === null || facts === null) {
    unread++;
    console.log(`${relative(root, path)}: not read by ${packets === null ? 'tshark' : 'us'}`);
    continue;
  }
  const selected = select(packets);
  let shown = false;
  let equal = true;
  for (const [name, { theirs, ours, ignore = () => false }] of Object.entries(CATEGORIES)) {
    const theirNames = new Set(theirs(selected[name]).filter((one) => !ignore(one)));
    const ourNames = new Set(ours(facts).filter((one) => !ignore(one)));
    if (theirNames.size + ourNames.size === 0) continue;
    const total = totals[name];
    total.captures++;
    let oursAlone = [...ourNames].filter((one) => !theirNames.has(one));
    if (fair && oursAlone.length > 0) {
      const told = await foundWhenTold(path, name, oursAlone, facts);
      oursAlone = oursAlone.filter((one) => !told.includes(one));
    }
    const theirsAlone = [...theirNames].filter((one) => !ourNames.has(one));
    total.both += ourNames.size - oursAlone.length;
    total.oursAlone += oursAlone.length;
    total.theirsAlone += theirsAlone.length;
    const differences = oursAlone.length + theirsAlone.length;
    shown = true;
    equal &&= differences === 0;
    // with tshark's own settings the differences are counted, not explained
    const explanation = fair ? explanationOf(path, name) : { why: null, ours: true };
    if (explanation === undefined) total.unexplained += differences;
    else if (explanation.ours !== true) total.notOurFault += differences;
    if (differences > 0)
      console.log(
        JSON.stringify({
          capture: relative(root, path),
          category: name,
          why: explanation?.why ?? null,
          oursAlone: oursAlone.slice(0, 5),
          theirsAlone: theirsAlone.slice(0, 5),
        }),
      );
  }
  if (shown) compared.captures++;
  if (shown && equal) compared.equal++;
}
const percent = (part, whole) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`);
console.log(
  `${files.length} captures, ${unread} not read; of ${compared.captures} with a fact ${compared.equal} equal (${percent(compared.equal, compared.captures)})`,
);
const sum = { equal: 0, all: 0, notOurFault: 0, unexplained: 0 };
for (const [name, { both, oursAlone, theirsAlone, captures, notOurFault, unexplained }] of Object.entries(totals)) {
  const all = both + oursAlone + theirsAlone;
  sum.equal += both;
  sum.all += all;
  sum.notOurFault += notOurFault;
  sum.unexplained += unexplained;
  console.log(
    `${name}: ${both} equal of ${all} (${percent(both, all)}), ${theirsAlone} by tshark alone, ${oursAlone} by us alone, in ${captures} captures`,
  );
}
console.log(
  `together ${sum.equal} equal of ${sum.all} (${percent(sum.equal, sum.all)}); without ${sum.notOurFault} in which tshark is not the measure ${percent(sum.equal, sum.all - sum.notOurFault)}; ${sum.unexplained} without an explanation (explained.mjs)`,
);
process.exit(sum.unexplained === 0 ? 0 : 1);
