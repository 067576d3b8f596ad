/**
 * Captures of the developer's set in which the facts differ from tshark's, and why that is as it should be, or what it is
 * that the inspectors do not read. By the end of the path, and the category.
 * @type {readonly { capture: string, category: string, why: string, ours?: true }[]} ours: it is we who do not read it
 */
export const EXPLAINED = [
  ...explain('DNS questions', 'tshark writes a name that cannot be one, or escapes its bytes another way', [
    'dns/16_dns_ipv4_malformed_pointer_loop.pcap',
    'pcap/dns-invalid-chars.pcap',
    'pcap/fuzz-2006-06-26-2594.pcap',
    'tests/dns_fwdptr.pcap',
    'quic/vector-max-size-crash.pcap',
    'pcap/arkime_synthetic.pcap',
  ]),
  ...explain('DNS questions', 'no question of RFC 1035: an opcode that is not assigned', [
    'dns/dns-invalid-opcode/input.pcap',
    'LINKTYPE_IPV4_invalid.pcap',
  ]),
  ...explain('DNS questions', 'told by content on a port that tshark takes for something else', [
    'llmnr/llmnr-tcp/input.pcap',
    'tests/dns_tcp_8053.pcap',
  ]),
  ...explain('DNS questions', 'a TCP stream out of order, which tshark does not put in order by default', [
    'captures/dns-ooo.pcap',
  ]),
  ...explain('DNS questions', 'tshark decrypts with keys that lie in the capture file', [
    'wireguard-ping-tcp-dsb.pcapng',
  ]),
  ...explain('TLS server names', 'tshark decrypts with keys that lie in the capture file', [
    'wireguard-ping-tcp-dsb.pcapng',
  ]),
  ...explain('HTTP hosts', 'tshark decrypts with keys that lie in the capture file', ['le/test301.pcapng']),
  ...explain('mail part types', 'tshark decrypts with keys that lie in the capture file', ['pcap/smtp-decrypted.pcap']),
  ...explain(
    'HTTP hosts',
    'made by a generator: the data repeat the sequence number of the SYN, no stack would take them',
    [
      'week2_personal_laptop_vpn.pcap',
      'week3_telnet_bittorrent.pcap',
      'week5_shadow_device_arp_spoof.pcap',
      'week6_peak_violations.pcap',
      'week7_violations_drop_gateway_back.pcap',
    ],
  ),
  ...explain('HTTP hosts', 'no request of RFC 9112 section 3: target or version is missing', [
    'bug-7851-01/connect.pcap',
    'http/no-uri.pcap',
  ]),
  ...explain('HTTP hosts', 'tshark takes a body, or a line cut off, for a host', [
    'detect-bypass/input.pcap',
    'pcap-snap96.pcap',
  ]),
  ...explain(
    'HTTP hosts',
    'streams out of order, with urgent data or doubtful numbers, which tshark does not put in order by default',
    [
      'output-eve-anomaly-02/input.pcap',
      'tcp-urgp-01-oob/tcp-urgent1.pcap',
      'tcp-urgent-2byte-XY.pcap',
      'pcap-reversed-order.pcap',
      'http-tcp-seq-issue.pcap',
      'test5-lines-randomized.pcap',
      'test5-lines-randomized2.pcap',
    ],
  ),
  ...explain('HTTP hosts', 'told by content on a port, or against a server, that tshark takes for something else', [
    'detect-uricontent-07/input.pcap',
    'http/get-to-ssh-server.pcap',
    'http/http-to-ssh.pcap',
    'query-method-non-standard-port.pcap',
  ]),
  ...explain(
    'HTTP hosts',
    'a request inside SOCKS in a capture that lacks one direction',
    ['pcap/socks5-reverse.pcap'],
    true,
  ),
  ...explain(
    'HTTP hosts',
    'a request in IP fragments: those are counted and not put together',
    ['ipfragutil_ip_ids.pcap'],
    true,
  ),
  ...explain('TLS server names', 'a ClientHello over several segments or on another port', [
    'sample_10.62.112.41_62227.pcap',
    'pcap/ookla.pcap',
    'rdp/rdp-to-ssl.pcap',
    'tls/ssl-to-http-server.pcap',
  ]),
  ...explain('mail part types', 'messages over POP3, inside others, or cut off, which tshark does not take apart', [
    'smtp-mime-encap-8649-combined/input.pcap',
    'email-troubles.pcap',
    'pcap/emotet.pcap',
    'pcap/pop3.pcap',
  ]),
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
