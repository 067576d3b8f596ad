// One capture with one violation of its own: a file-sharing session from the My Number to the LGWAN zone, untouched by
// any conduit of the sample city. Now, as a live capture would be.

const mac = (text) => Buffer.from(text.replaceAll(':', ''), 'hex');
const ip = (text) => Buffer.from(text.split('.').map(Number));

function frame(source, destination, sourcePort, destinationPort, seq, ack, flags, payload, [from, to]) {
  const data = Buffer.from(payload);
  const tcp = Buffer.alloc(20);
  tcp.writeUInt16BE(sourcePort, 0);
  tcp.writeUInt16BE(destinationPort, 2);
  tcp.writeUInt32BE(seq, 4);
  tcp.writeUInt32BE(ack, 8);
  tcp.writeUInt16BE(0x5000 | flags, 12);
  tcp.writeUInt16BE(8192, 14);
  const head = Buffer.alloc(20);
  head.writeUInt16BE(0x4500, 0);
  head.writeUInt16BE(40 + data.length, 2);
  head.writeUInt16BE(0x4006, 8);
  ip(source).copy(head, 12);
  ip(destination).copy(head, 16);
  return Buffer.concat([mac(to), mac(from), Buffer.from('8100006e0800', 'hex'), head, tcp, data]);
}

/** @param {number} index 0…253: host 10.10.17.(index + 1); from 256 on 10.10.18.(index - 255) */
export function violationFrames(index, server = '10.20.4.10') {
  const host = `10.10.${17 + (index >> 8)}.${(index & 255) + 1}`;
  const cards = ['00:00:5e:00:53:e0', '00:00:5e:00:53:01'];
  const back = [cards[1], cards[0]];
  const port = 40_000 + index;
  return [
    frame(host, server, port, 445, 100, 0, 2, '', cards),
    frame(server, host, 445, port, 500, 101, 18, '', back),
    frame(host, server, port, 445, 101, 501, 16, '', cards),
    frame(host, server, port, 445, 101, 501, 24, 'x'.repeat(40), cards),
    frame(server, host, 445, port, 501, 141, 24, 'y'.repeat(40), back),
    frame(host, server, port, 445, 141, 541, 17, '', cards),
    frame(server, host, 445, port, 541, 142, 17, '', back),
    frame(host, server, port, 445, 142, 542, 16, '', cards),
  ];
}

export function violationCapture(index, now = Date.now()) {
  return captureOf(violationFrames(index), now);
}

/** Frames of one moment as a capture file. @param {number} now milliseconds since 1970 */
export function captureOf(frames, now) {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(65_535, 16);
  header.writeUInt32LE(1, 20);
  const records = frames.map((bytes, number) => {
    const record = Buffer.alloc(16);
    record.writeUInt32LE(Math.floor(now / 1000), 0);
    record.writeUInt32LE((now % 1000) * 1000 + (number % 1000), 4);
    record.writeUInt32LE(bytes.length, 8);
    record.writeUInt32LE(bytes.length, 12);
    return Buffer.concat([record, bytes]);
  });
  return Buffer.concat([header, ...records]);
}
