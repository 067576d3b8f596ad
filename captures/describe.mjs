// The notes beside the captures: provenance.json for programs, README.md for people.

const POINTS = {
  'CP-MN': 'core switch, all VLANs of the My Number zone',
  'CP-MNLG': 'link between fw-mn and fw-lg',
  'CP-LG': 'core switch, VLANs of the LGWAN zone',
  'CP-LGWAN': 'link to the LGWAN router',
  'CP-LGIN': 'link between fw-lg and fw-in',
  'CP-IN': 'core switch, VLANs of the Internet zone',
  'CP-SC': 'link to the security cloud',
};

/** Answers the text of each file of notes by its name. */
export function describeCaptures({ files, acts, seed, start }) {
  const planted = acts.flatMap(({ at, tcp, udp, planted: note }) =>
    note === undefined
      ? []
      : [
          {
            after: at,
            traffic: tcp ? `tcp ${tcp}` : `udp ${udp}`,
            rule: note.rule,
            beside: note.beside ?? null,
            case: note.case ?? null,
            what: note.what,
          },
        ],
  );
  const provenance = {
    what: 'Captures of the fictional city Midorino, one per capture point of topology/midorino-alpha.yaml',
    madeBy: 'captures/make.mjs from captures/morning.yaml',
    seed,
    start: `${start / 1_000_000_000n}.000000000`,
    licence: 'CC0-1.0',
    personalData: 'none: every host, name and address is invented, or reserved for documentation or private use',
    files,
    planted,
  };
  return { 'provenance.json': `${JSON.stringify(provenance, null, 2)}\n`, 'README.md': readme(provenance) };
}

function readme({ files, planted, seed }) {
  const table = (head, rows) =>
    [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  return `# Sample captures

A Monday morning in the fictional city みどり野市 (Midorino), 2026-06-15 08:50 to 09:20 JST, as its seven mirror ports saw
it. Judge it with

    sansou check captures -t topology/midorino-alpha.yaml

The packets are made, not recorded: [make.mjs](make.mjs) plays [morning.yaml](morning.yaml) through the sample topology
(seed ${seed}), so every routed copy has the next hop's MAC addresses, the next VLAN and a TTL smaller by one. They hold
no personal data: addresses are private or reserved (RFC 1918, 2544, 5737, 6890, 9542), names end in \`.example\`.
Licence: CC0 1.0. This page and [provenance.json](provenance.json) are written by the same script;
\`node captures/make.mjs --check\` fails when anything here differs from what it would make.

## Files

${table(
  ['file', 'capture point', 'where', 'packets', 'bytes', 'SHA-256'],
  files.map((f) => [
    `\`${f.file}\``,
    f.point,
    POINTS[f.point] ?? '',
    f.packets,
    f.bytes,
    `\`${f.sha256.slice(0, 16)}…\``,
  ]),
)}

## What is planted

Rules and cases are those of the rule catalogue (\`sansou rules\`). All other traffic is permitted or harmless. From the
Internet zone nothing goes to the My Number zone, and from the LGWAN zone neither: those cells of the matrix stay quiet.

${table(
  ['after', 'traffic', 'rule', 'what happens'],
  planted.map((p) => [p.after, `\`${p.traffic}\``, p.beside ? `${p.rule}, ${p.beside}` : p.rule, p.what]),
)}
`;
}
