/**
 * Every bound of the program, in one place. Captures are hostile input: no byte string may make the program grow or
 * hang. Reaching a bound is counted and reported, and makes the verdict say so.
 */
export const LIMITS = {
  /** largest record that a reader accepts, bytes; libpcap's own bound is 262,144, USB and D-Bus captures use more */
  recordBytes: 16 * 1024 * 1024,
  /** largest pcapng block that a reader accepts, bytes */
  blockBytes: 32 * 1024 * 1024,
  /** interfaces in one pcapng section */
  interfacesPerSection: 4096,
  /** interfaces in one pcapng file, all sections together */
  interfacesPerFile: 65_536,
  /** characters kept of an interface's name or filter */
  interfaceTextLength: 1024,
  /** capture files of one run */
  files: 65_535,
  /** files open at the same time while several overlapping files are merged by time */
  openFiles: 256,
  /** directory entries looked at while one pattern is expanded */
  patternEntries: 1_000_000,
  /** compressed bytes handed to a decompressor at a time: times its largest ratio, this is what one step may produce */
  compressedSliceBytes: 16 * 1024,
  /** window of a zstd frame, bytes; encoders stay below it unless told otherwise (RFC 8878 section 3.1.1.1.2) */
  zstdWindowBytes: 16 * 1024 * 1024,
  /** bytes kept of a record that is read again because a finding cites it */
  citedBytes: 262_144,
  /** IP headers followed inside one frame (domain.md D-TUN: 4) plus the outermost */
  ipLayers: 8,
  /** link, tag and tunnel headers followed in one frame */
  layersPerFrame: 64,
  /** IPv6 extension headers followed in one packet */
  ipv6ExtensionHeaders: 256,
  /** live flow rows: 128 bytes each, 3 GiB in all */
  flowRows: 24 * 1024 * 1024,
  /** datagrams whose fragments are being matched to their first fragment */
  fragmentedDatagrams: 65_536,
  /** live flows that are known to be one conversation with another flow under other addresses */
  translatedFlows: 262_144,
  /** distinct stations (capture point, VLAN, MAC address) remembered */
  stations: 1024 * 1024,
  /** distinct sets of several stations remembered */
  stationSets: 1024 * 1024,
  /** distinct IPv6 addresses alive in the flow table */
  ipv6Addresses: 16 * 1024 * 1024,
  /** flows kept for a judgement at the end of the capture (rejected ones, whose author is not known yet) */
  pendingFlows: 262_144,
  /** answered flows among them, whose answer may be a boundary device's; the others are judged as what they look like */
  answersInDoubt: 16_384,
  /** findings in one report */
  findings: 100_000,
  /** hosts of the Internet zone that are watched for probing (rule 69) */
  scanSources: 16_384,
  /** contacts remembered to tell a scan from ordinary attempts (rule 69) */
  scanContacts: 131_072,
  /** hosts outside the inventory that are remembered (rule 50) */
  unlistedHosts: 65_536,
  /** files on the two sides of sanitizers that are compared (rule 38) */
  comparedFiles: 65_536,
  /** distinct sightings (kind, place, card, addresses) that are remembered (rules 05, 10 to 16, 21, 61) */
  sightings: 131_072,
  /** pairs of capture point and VLAN tags whose place is remembered */
  wirePlaces: 65_536,
  /** bytes kept of a name or an identifier by which a computer calls itself (rule 12) */
  sightedNameBytes: 64,
  /** bytes of a segment in which an NTLM message is looked for (rule 12) */
  ntlmSearchBytes: 4096,
  /** bytes of an SSDP message that are read */
  ssdpBytes: 1500,
  /** live clients whose failed look-ups are counted (rule 67); live pairs of client and domain with long names (rule 20) */
  lookupClients: 16_384,
  /** long names that are remembered of one such pair, the newest (rule 20) */
  namesPerPair: 1024,
  /** the same of all pairs together */
  longNames: 65_536,
  /** pairs of host and destination whose contacts are timed (rule 67) */
  contactPairs: 16_384,
  /** the same of destinations behind a proxy */
  proxiedPairs: 32_768,
  /** contacts of one such pair that are kept */
  contactsPerPair: 1024,
  /** the same of all pairs together */
  contactsInAll: 1_000_000,
  /** source addresses behind address translation that are remembered (rule 66) */
  egressSources: 16_384,
  /** pairs of capture points whose clocks are compared */
  clockPairs: 64,
  /** flows whose payload is looked into at the same time */
  inspectedFlows: 131_072,
  /** bytes ahead of holes that all TCP reassemblers hold together */
  reassemblyBytes: 64 * 1024 * 1024,
  /** bytes ahead of a hole in one direction of one connection: a hole behind more is given up */
  heldBytesPerDirection: 1024 * 1024,
  /** segments ahead of a hole in one direction of one connection */
  heldSegments: 1024,
  /** bytes of fragments of inspected flows that wait for the rest of their datagrams */
  assemblyBytes: 4 * 1024 * 1024,
  /** datagrams of inspected flows of which fragments are missing so far */
  assembledDatagrams: 1024,
  /** fragments of one datagram that are kept */
  fragmentsPerDatagram: 128,
  /** how long the fragments of a datagram are waited for, seconds of packet time */
  assemblySeconds: 60,
  /** how long a hole in a TCP stream may stay open, seconds of packet time */
  holeSeconds: 10,
  /** first bytes of a connection that are kept until its protocol is recognised, each direction */
  recognitionBytes: 2048,
  /** protocols carried one inside the other that are followed (CONNECT, SOCKS, STARTTLS) */
  carriedProtocols: 4,
  /** names, mails, files kept of one flow, each */
  factsPerFlow: 256,
  /** distinct questions kept of one flow: a resolver may ask all of them from one port */
  dnsQuestionsPerFlow: 4096,
  /** names, mail parts, files, questions kept of all flows at the same time */
  factsInAll: 1_000_000,
  /** 32-bit words in which the facts of flows are kept that rest; further ones stay objects */
  storedFactWords: 64 * 1024 * 1024,
  /** characters of a name from a packet */
  factTextLength: 255,
  /** announced FTP data connections that are waited for */
  announcedConnections: 4096,
  /** frame references kept for one finding (domain.md 2.4) */
  framesPerFinding: 10,
  /** frames of one crafted scene (src/craft) */
  craftedFrames: 4_000_000,
  /** size of a topology file, bytes */
  topologyBytes: 64 * 1024 * 1024,
  /** values in a topology file that come from aliases */
  topologyAliased: 100_000,
  /** nesting of a topology file; the format itself needs 7 */
  topologyDepth: 64,
  /** size of a report that is read back, bytes: what fits one string, and leaves room to parse it */
  reportBytes: 256 * 1024 * 1024,
  /** size of a register of accepted findings, bytes */
  registerBytes: 4 * 1024 * 1024,
  /** entries of a register of accepted findings */
  registerEntries: 10_000,
  /** bytes of the salt of a redaction */
  saltBytes: 4096,
  /** bytes kept of one RDP message: what names the channels is within a few hundred */
  rdpHeadBytes: 16 * 1024,
  /** virtual channels of one RDP connection (MS-RDPBCGR 2.2.1.3.4) */
  rdpChannels: 31,
  /** messages of one RDP connection that are looked at for the use of channels */
  rdpMessages: 65_536,
  /** bytes of an RDP client held back until the server's choice of security is known */
  rdpWaitingBytes: 16 * 1024,
  /** bytes kept of one SMB message: header, command and a path of some 1,900 characters */
  smbHeadBytes: 4096,
  /** SMB requests of one connection whose answer is outstanding; the protocol's credits allow 8,192 */
  smbPendingRequests: 8192,
  /** files that one SMB connection holds open at the same time */
  smbOpenFiles: 1024,
  /** files of one SMB connection whose content is read at the same time */
  smbProbes: 32,
  /** shares of one SMB connection */
  smbTrees: 256,
  /** names of pipes kept of one SMB connection */
  smbPipes: 32,
  /** characters kept of a pipe's name */
  smbPipeNameLength: 64,
  /** first bytes of a direction in which the identification of SSH is looked for; RFC 4253 allows lines before it */
  remoteFirstBytes: 1024,
  /** addresses whose place is remembered by their text */
  placedAddresses: 65_536,
  /** names whose class (rules/names/name-classes.ts) is remembered by their text */
  classedNames: 65_536,
  /** bytes kept of one line of an HTTP head or of a chunk size; the rest of a longer line is passed over */
  httpLineBytes: 16 * 1024,
  /** bytes of one HTTP head (start line, fields) or of one trailer section */
  httpHeadBytes: 256 * 1024,
  /** fields of one HTTP head or trailer section */
  httpFields: 1024,
  /** requests of one connection that wait for their response */
  httpPendingRequests: 256,
  /** distinct destination names (with source, port and answer) of one connection */
  namesPerConnection: 256,
  /** bytes that one side sends behind a request for a tunnel before the answer to it was seen */
  tunnelHeldBytes: 16 * 1024,
  /** compressed bytes of one HTTP body that are held until its end, to be decompressed at once */
  httpEncodedBodyBytes: 16 * 1024 * 1024,
  /** the same over all connections at a time, bytes */
  httpEncodedBytesInAll: 256 * 1024 * 1024,
  /** bytes one HTTP body may decompress to */
  httpDecodedBodyBytes: 64 * 1024 * 1024,
  /** decompressed over compressed bytes of one HTTP body, above 1 MiB: more is a decompression bomb */
  httpInflationRatio: 256,
  /** content codings laid over each other in one HTTP body */
  httpContentCodings: 3,
  /** parts of one multipart/form-data body */
  httpPartsPerBody: 1024,
  /** bytes of the fields of one multipart/form-data part */
  httpPartHeadBytes: 16 * 1024,
  /** answers of one DNS message that are read */
  dnsAnswersRead: 64,
  /** addresses kept of one DNS answer */
  dnsAddressesKept: 16,
  /** questions of one flow that wait for their answer */
  dnsOpenQuestions: 256,
  /** flows whose course is taken down at the same time (rules 33, 40) */
  trackedFlows: 16_384,
  /** hosts whose flows inside their own area are taken down, too */
  trackedHosts: 16_384,
  /** computers in two zones for whose sake all live flows are gone through again */
  lookBacks: 64,
  /** seconds with payload that are taken down of one flow */
  trackedSeconds: 3600,
  /** segments of each direction of a flow whose digest is kept */
  trackedSegments: 32,
  /** seconds and segments that are taken down of all flows together, while they live and again while they are compared */
  trackedUnits: 2_000_000,
  /** flows that are kept to be compared with each other (rule 40) */
  relayLegs: 65_536,
  /** pairs of flows through one host that are compared (rule 40) */
  relayPairs: 1_000_000,
  /** bytes of one TLS handshake message that is read: hellos and certificates */
  tlsHandshakeBytes: 128 * 1024,
  /** names kept of one certificate */
  certificateNames: 64,
  /** bytes of the TLS handshake that one side of a QUIC connection may send in Initial packets */
  quicCryptoBytes: 64 * 1024,
  /** pieces of it that wait for the one before them */
  quicCryptoPieces: 256,
  /** Initial packets of one QUIC connection that are decrypted */
  quicDecryptions: 128,
  /** bytes of one line of a mail dialogue, or of a message, that are held; a longer one is read in pieces */
  mailLineBytes: 8 * 1024,
  /** bytes of one header of a message or part */
  mailHeadBytes: 256 * 1024,
  /** bytes kept of one header field */
  mailFieldBytes: 32 * 1024,
  /** parts of one message, those of messages inside it too */
  mailParts: 512,
  /** multiparts and messages inside each other */
  mailDepth: 32,
  /** commands of one mail connection that wait for their reply */
  mailPendingCommands: 256,
  /** first bytes of a file by which its kind is told: an ISO 9660 image names itself at 32 KiB */
  contentHeadBytes: 36 * 1024,
  /** bytes of one file that are held until its end, to be opened */
  contentHeldBytes: 16 * 1024 * 1024,
  /** the same over all files at a time, bytes */
  contentHeldInAll: 256 * 1024 * 1024,
  /** bytes that the layers of one file may decompress to, all together */
  contentInflatedBytes: 64 * 1024 * 1024,
  /** entries of archives, streams of compound files, objects of documents that are looked at, in one file */
  contentEntries: 4096,
  /** files inside files */
  contentDepth: 4,
  /** bytes of the users file of the dashboard */
  usersFileBytes: 1024 * 1024,
  /** people logged in to the dashboard at the same time */
  sessions: 1000,
  /** the same of one name */
  sessionsPerUser: 20,
  /** failed log-ins of one name within a quarter of an hour */
  loginFailures: 20,
  /** requests of one address to the dashboard in a minute */
  requestsPerMinute: 600,
  /** log-ins that one address tries in a minute */
  loginsPerMinute: 10,
  /** connections to the dashboard at the same time */
  webConnections: 256,
  /** pages of the dashboard that are told of changes as they happen; further ones ask every few seconds */
  liveListeners: 100,
  /** the same of one name */
  liveListenersPerUser: 20,
  /** bytes that wait for a page that does not read what it is told */
  liveBacklogBytes: 16 * 1024,
  /** bytes of a JSON body sent to the dashboard */
  webBodyBytes: 64 * 1024,
  /** findings in one answer of the dashboard */
  listedFindings: 5000,
  /** captures uploaded together */
  uploadFiles: 16,
  /** bytes of the captures uploaded together, unless `--max-upload` says otherwise */
  uploadBytes: 1024 * 1024 * 1024,
  /** uploads that are received or wait to be judged at the same time */
  uploadsWaiting: 4,
  /** uploads that are remembered after their end */
  uploadsRemembered: 50,
  /** how long the judging of one upload may take, seconds */
  uploadSeconds: 3600,
  /** files of an evidence folder that are offered */
  evidenceFiles: 100_000,
  /** bytes of an evidence folder that are packed into one zip; beyond, zip would need its 64-bit form */
  evidenceZipBytes: 4_000_000_000,
  /** findings of one evidence bundle that get a file of packets; further ones are named without */
  evidenceFindings: 10_000,
  /** findings of a watch's bundle that are judged again from their packets at once; the next bundle goes on with others */
  evidenceJudgedAtOnce: 500,
  /** bundles of a watch that wait to be written, those of runs that are over first */
  evidenceTasksWaiting: 4,
  /** how long the writing of one bundle of a watch may take, seconds */
  evidenceSeconds: 3600,
  /** first packets kept of one conversation in one capture file, payload cut off */
  evidenceHeadPackets: 24,
  /** the same where payload is kept: what content rests on is near the beginning */
  evidenceHeadFullPackets: 2048,
  /** last packets kept of one conversation in one capture file */
  evidenceTailPackets: 8,
  /** conversations that the packets of all findings may belong to */
  evidenceConversations: 400_000,
  /** packets held for all findings of a bundle */
  evidencePackets: 2_000_000,
  /** their bytes */
  evidenceBytes: 512 * 1024 * 1024,
  /** packets written for one finding */
  evidencePacketsPerFinding: 10_000,
  /** bytes of a bundle's manifest, and of the report in it, that are read back */
  evidenceDocumentBytes: 512 * 1024 * 1024,
  /** bytes of one record of a file of kept flows */
  flowRecordBytes: 16 * 1024 * 1024,
  /** flow records that are judged again */
  flowRecords: 24 * 1024 * 1024,
  /** capture files, problems and filters of a run without end that are listed one by one */
  capturesNoted: 512,
  /** files of a run without end whose frames can be read again for a citation */
  reopenedFiles: 4096,
  /** files of a run without end that can be named in a citation */
  namedFiles: 262_144,
  /** findings of one run that a watch remembers as told or asked for; beyond, a glance asks for a report once too often */
  findingsTold: 1_000_000,
  /** findings that a watch without a history remembers from run to run; a report holds no more */
  findingsRemembered: 100_000,
  /** hosts, and prefixes, of one area that are tried for one planted case (sansou prove) */
  proveStands: 12,
  /** conduits that are planted beside, or played within their terms (sansou prove); further ones are counted */
  proveConduits: 1000,
  /** kinds of flows (opener, responder, service) for which conduits are proposed (sansou topology suggest) */
  suggestedCrossings: 262_144,
  /** size of a file that says who is notified, bytes */
  notifyFileBytes: 1024 * 1024,
  /** ways of notification in one such file */
  notifyChannels: 32,
  /** findings in one notice; further ones are counted there */
  noticedFindings: 50,
  /** notices of one channel that wait to be sent; what comes then waits in the history and goes into one notice */
  waitingNotices: 200,
  /** bins of a report's timeline; a longer run has wider ones */
  timelineBins: 240,
  /** addresses of each end of one conduit that are told apart, for the register's usage */
  conduitHosts: 4096,
  /** ports of one conduit that are told apart */
  conduitPorts: 32,
  /** lines (day, areas, service, verdict) of a report's traffic by day in which ports are told apart; as many again without */
  dailyLines: 10_000,
} as const;
