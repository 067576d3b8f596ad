/**
 * Captures of the developer's set in which the facts differ from tshark's, and why that is as it should be, or what it is
 * that the inspectors do not read. By the end of the path, and the category. What tshark reads only when it is asked for it
 * (segments in order, other ports) is not here: it is asked (ask-tshark.mjs).
 * @type {readonly { capture: string, category: string, why: string, ours?: true }[]} ours: it is we who do not read it
 */
export const EXPLAINED = [
  ...explain('DNS questions', 'damaged on purpose: each reads another name out of the remains', [
    'pcap/fuzz-2006-06-26-2594.pcap',
  ]),
  ...explain('DNS questions', 'no question of RFC 1035: an opcode that is not assigned', [
    'dns/dns-invalid-opcode/input.pcap',
    'LINKTYPE_IPV4_invalid.pcap',
  ]),
  ...explain('HTTP hosts', 'no request of RFC 9112 section 3: target or version is missing', [
    'bug-7851-01/connect.pcap',
    'http/no-uri.pcap',
  ]),
  ...explain('HTTP hosts', 'tshark takes a body, or a line cut off, for a host', [
    'detect-bypass/input.pcap',
    'pcap-snap96.pcap',
  ]),
  ...explain('HTTP hosts', 'a method that this tshark does not know (QUERY)', ['query-method-non-standard-port.pcap']),
  ...explain(
    'HTTP hosts',
    'SOCKS the other way round: the end that was connected to asks, the one that connected serves',
    ['pcap/socks5-reverse.pcap'],
    true,
  ),
  ...explain('TLS server names', 'a ClientHello behind CONNECT with holes in the stream', [
    'sample_10.62.112.41_62227.pcap',
  ]),
  ...explain(
    'mail part types',
    'messages by BDAT, over POP3 without a size, inside others, or cut off: tshark does not take them apart',
    [
      'smtp-mime-encap-8649-combined/input.pcap',
      'email-troubles.pcap',
      'pcap/emotet.pcap',
      'pcap/pop3.pcap',
      'pcap/smtp-decrypted.pcap',
    ],
  ),
  ...explain('mail part types', 'a type without a subtype counts as application/octet-stream (RFC 2045 section 5.2)', [
    'smtp-moloch-bof.pcap',
  ]),
  ...explain('QUIC server names', 'a hello that follows a version negotiation', ['tests/quic_vn.pcap']),
  ...explain('QUIC server names', 'a server name may hold no port (RFC 6066 section 3)', [
    'quic-go_quic-go/handshake.pcap',
  ]),
];

function explain(category, why, captures, ours) {
  return captures.map((capture) => ({ category, why, capture, ...(ours === true ? { ours } : {}) }));
}

/** @returns the explanation of a difference, undefined where there is none */
export function explanationOf(capture, category) {
  return EXPLAINED.find((one) => one.category === category && capture.endsWith(one.capture));
}
