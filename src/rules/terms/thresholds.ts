/*
 * The thresholds of every check that weighs amounts or times instead of facts. They are ours: no standard gives any
 * (domain.md 7, open point 8). What rests on them alone is `suspected` at most.
 */

/**
 * Of a relay (rule 40, domain.md D-RELAY). The first five are those of domain.md 2.6; the others keep equal-by-nature openings and steady trickles apart from a relay.
 */
export const RELAY = {
  /** seconds between the begins of the two flows, at most */
  startGapSeconds: 5,
  /** shared time over the shorter flow's time */
  overlapShare: 0.8,
  /** Pearson's r over bins of one second */
  correlation: 0.9,
  /** seconds in which both flows carried payload */
  activeSeconds: 20,
  /** seconds between a segment and its copy in the other flow, at most */
  copySeconds: 5,
  /** contents seen again; one suffices when it is not the opening of its direction */
  copies: 2,
  /** the same where a registered conduit permits both flows */
  copiesOfPermitted: 4,
  /** the larger flow's bytes over the smaller's */
  volumeRatio: 2,
} as const;

/** Of one screen session (rule 33, domain.md D-SCRVOL). */
export const SCREEN = {
  /** bytes from the terminal to the screen's server in one session */
  sessionBytes: 5_000_000,
  /** bytes per second from the terminal, kept up for `rateSeconds` */
  bytesPerSecond: 64_000,
  rateSeconds: 10,
  /** seconds without any input before the end, in which the server sends more than `unaskedBytes` */
  unaskedSeconds: 60,
  unaskedBytes: 1_000_000,
} as const;

/** Of a login session that seems to carry a network (rule 20, domain.md D-TUN: sustained symmetric bulk). */
export const LOGIN = {
  /** payload bytes in each direction, at least … */
  bytesEachWay: 5 * 1024 * 1024,
  /** … of which the larger is at most so many times the smaller … */
  ratio: 4,
  /** … in a session of at least so many seconds */
  seconds: 60,
} as const;

/** Of take-out over the network (rule 41, domain.md D-VOL). */
export const TAKE_OUT = {
  /** bytes that leave a zone in one connection by a protocol that is not for files alone */
  bulkBytes: 1_000_000,
} as const;

/** Of one computer in two zones (rule 12, domain.md D-IDENT). */
export const IDENTITY = {
  /** cards of one zone that may give the same name: a wired and a wireless one; more is an image or a cluster */
  cardsInOneZone: 2,
} as const;

/** Of a suspicious pattern (rule 67). All but the last three are those of domain.md 3.3. */
export const PATTERN = {
  /** contacts of one host with one destination … */
  contacts: 20,
  /** … whose distances have a standard deviation below this share of their mean */
  variation: 0.1,
  /** distinct names that do not exist, within `lookupSeconds` */
  lookups: 50,
  lookupSeconds: 600,
  /** seconds between two contacts, on average: what follows faster is a program at work */
  shortestInterval: 2,
  /** hosts that call one destination behind a proxy alike: more are a program that is installed everywhere */
  hostsAlike: 5,
} as const;
