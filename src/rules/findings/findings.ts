import type { Observation } from '../../model/observation.js';
import type { Verdict } from '../../model/report.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { judgeConduitUse, type ConduitUse } from '../run-wide/conduit-findings.js';
import { compareDrafts, type FindingDraft } from './finding-draft.js';
import { escalateRelays } from '../run-wide/escalate-relays.js';
import { FileIdentity } from '../run-wide/file-identity.js';
import { EgressAddresses } from '../run-wide/egress-addresses.js';
import { FindingGroups } from './finding-groups.js';
import { MonitoringFlows } from '../run-wide/monitoring-flows.js';
import { RULES } from '../registry.js';
import { RegularContacts } from '../run-wide/regular-contacts.js';
import { RuleRunner, type RuleFailure } from '../run-rules.js';
import { ScanDetection } from '../run-wide/scan-detection.js';
import { worse } from './severity.js';
import { draftOfSightings } from './sighting-draft.js';
import { sharedNames } from '../names/shared-names.js';
import { SteppingStones } from '../run-wide/stepping-stones.js';
import { UninspectedLegs } from '../run-wide/uninspected-legs.js';
import { UnlistedHosts } from '../run-wide/unlisted-hosts.js';

export interface CollectedFindings {
  /** in their final order */
  readonly findings: readonly FindingDraft[];
  /** limits of base/limits.ts that were reached, with what found no room */
  readonly limitsReached: Readonly<Record<string, number>>;
  readonly failures: readonly RuleFailure[];
}

/** All that is kept of judged flows, each part by who reads it in the end. */
interface Memories {
  readonly groups: FindingGroups;
  readonly scans: ScanDetection;
  readonly hosts: UnlistedHosts;
  readonly files: FileIdentity;
  readonly unread: UninspectedLegs;
  readonly stones: SteppingStones;
  readonly egress: EgressAddresses;
  readonly contacts: RegularContacts;
  readonly monitoring: MonitoringFlows;
}

function emptyMemories(topology: Topology): Memories {
  return {
    groups: new FindingGroups(),
    scans: new ScanDetection(topology),
    hosts: new UnlistedHosts(topology),
    files: new FileIdentity(),
    unread: new UninspectedLegs(),
    stones: new SteppingStones(),
    egress: new EgressAddresses(topology),
    contacts: new RegularContacts(topology),
    monitoring: new MonitoringFlows(topology),
  };
}

/** Judges flows one by one and keeps, bounded, what they mean together. The order of the flows makes no difference. */
export class FindingCollector {
  readonly #topology: Topology;
  readonly #runner: RuleRunner;
  readonly #groups: FindingGroups;
  readonly #scans: ScanDetection;
  readonly #hosts: UnlistedHosts;
  readonly #files: FileIdentity;
  readonly #unread: UninspectedLegs;
  readonly #stones: SteppingStones;
  readonly #egress: EgressAddresses;
  readonly #contacts: RegularContacts;
  readonly #monitoring: MonitoringFlows;

  constructor(
    topology: Topology,
    runner: RuleRunner = new RuleRunner(topology),
    memories: Memories = emptyMemories(topology),
  ) {
    this.#topology = topology;
    this.#runner = runner;
    this.#groups = memories.groups;
    this.#scans = memories.scans;
    this.#hosts = memories.hosts;
    this.#files = memories.files;
    this.#unread = memories.unread;
    this.#stones = memories.stones;
    this.#egress = memories.egress;
    this.#contacts = memories.contacts;
    this.#monitoring = memories.monitoring;
  }

  /** One that goes on by itself: flows that still live are judged in it, and again when they are over. */
  copy(): FindingCollector {
    return new FindingCollector(this.#topology, this.#runner.copy(), {
      groups: this.#groups.copy(),
      scans: this.#scans.copy(),
      hosts: this.#hosts.copy(),
      files: this.#files.copy(),
      unread: this.#unread.copy(),
      stones: this.#stones.copy(),
      egress: this.#egress.copy(),
      contacts: this.#contacts.copy(),
      monitoring: this.#monitoring.copy(),
    });
  }

  /** @returns the worst verdict of the flow's findings; `null` when it gives none: permitted, or no crossing */
  add(observation: Observation): Verdict | null {
    const { primary, related, separate } = this.#runner.run(observation);
    if (primary !== null) this.#groups.add(primary, observation, related);
    for (const ruling of separate) this.#groups.add(ruling, observation, primary === null ? [] : [primary.rule]);
    // a device that speaks for many would be a scanner by their sum
    if (primary !== null && observation.origin === undefined) this.#scans.add(observation);
    this.#hosts.add(observation);
    this.#files.add(observation);
    this.#unread.add(observation);
    this.#stones.add(observation);
    this.#egress.add(observation);
    this.#contacts.add(observation);
    this.#monitoring.add(observation);
    return [...(primary === null ? [] : [primary]), ...separate]
      .map(({ judgement }) => judgement.verdict)
      .reduce<Verdict | null>((worst, verdict) => (worst === null ? verdict : worse(worst, verdict)), null);
  }

  /** True when every single flow like this one has to be added, although it may give no finding of its own. */
  watches(observation: Observation): boolean {
    const { permitted } = observation.conduit;
    return (
      (permitted !== null && permitted.limits.maxBytesPerSession !== null) ||
      this.#hosts.watches(observation) ||
      this.#unread.watches(observation) ||
      this.#egress.watches(observation) ||
      this.#contacts.watches(observation) ||
      this.#monitoring.watches(observation)
    );
  }

  /**
   * @param uses of every conduit of the topology, used or not
   * @param sightings of the whole run, each set of facts once
   * @param vlans on which packets were seen
   */
  finish(
    uses: Iterable<ConduitUse>,
    topology: Topology,
    sightings: readonly Sighting[] = [],
    vlans: ReadonlySet<number> = new Set(),
  ): CollectedFindings {
    const relayed = [...this.#stones.drafts(sharedNames(sightings, topology))];
    const sighted = this.#runner
      .runSightings(sightings, RULES)
      .map(({ rule, judgement }) =>
        draftOfSightings(rule, rule.check === '11' ? escalateRelays(judgement, this.#stones.relays) : judgement),
      );
    const drafts = [
      ...sighted,
      ...this.#groups.drafts(),
      ...this.#scans.drafts(),
      ...this.#hosts.drafts(),
      ...this.#files.drafts(),
      ...this.#unread.drafts(),
      ...relayed,
      ...this.#egress.drafts(),
      ...this.#contacts.drafts(),
      ...this.#monitoring.drafts(vlans),
      ...judgeConduitUse(uses, topology),
    ];
    const reached = {
      findings: this.#groups.overflowed,
      scanContacts: this.#scans.refused,
      unlistedHosts: this.#hosts.refused,
      comparedFiles: this.#files.refused,
      relayLegs: this.#stones.refused,
      egressSources: this.#egress.refused,
      contactPairs: this.#contacts.refused,
    };
    return {
      findings: drafts.sort(compareDrafts),
      limitsReached: Object.fromEntries(Object.entries(reached).filter(([, count]) => count > 0)),
      failures: this.#runner.failures,
    };
  }
}
