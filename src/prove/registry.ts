import * as conduits from './plants/conduits.js';
import * as crossings from './plants/crossings.js';
import type { Planter } from './plants/crossings.js';
import * as egress from './plants/egress.js';
import * as cards from './plants/cards.js';
import * as patterns from './plants/patterns.js';
import * as wires from './plants/wires.js';

/** What is planted for each check of the catalogue: one line for each number. A test compares the two; what the catalogue only
 * announces waits here. */
export const PLANTERS: Readonly<Record<string, Planter>> = {
  '01': crossings.established,
  '02': crossings.attempt,
  '03': crossings.refused,
  '04': conduits.conduitTerms,
  '05': cards.macPin,
  '06': conduits.applicationProtocol,
  '07': crossings.directInternet,
  '08': crossings.internetName,
  '09': crossings.openedFromOutside,
  '10': wires.sharedSegment,
  '11': cards.macInTwoZones,
  '12': cards.sameComputer,
  '13': wires.routedPath,
  '14': wires.sharedSwitch,
  '15': cards.spoofedSource,
  '16': wires.foreignService,
  '17': crossings.wanToInternet,
  '18': conduits.designatedCloud,
  '19': conduits.designatedEgress,
  '20': crossings.tunnel,
  '21': wires.ipv6Leak,
  '22': crossings.nameResolution,
  '23': crossings.remoteControl,
  '24': crossings.sharedService,
  '25': crossings.closedNetwork,
  '30': conduits.screenDirection,
  '31': conduits.screenPurity,
  '32': conduits.screenChannels,
  '33': conduits.screenVolume,
  '34': conduits.mailHtml,
  '35': conduits.mailAttachment,
  '36': crossings.mailBypass,
  '37': conduits.activeContent,
  '38': conduits.fileUnchanged,
  '39': crossings.fileHandover,
  '40': egress.steppingStone,
  '41': crossings.takeOut,
  '42': crossings.otherMember,
  '50': cards.unlistedHost,
  '51': conduits.unusedConduit,
  '52': conduits.uninspectable,
  '60': wires.cloudBypass,
  '61': wires.accessLine,
  '62': egress.externalDns,
  '63': egress.directMail,
  '64': egress.proxyBypass,
  '65': egress.publicServer,
  '66': patterns.egressAddress,
  '67': patterns.suspiciousPattern,
  '68': patterns.monitoringPresent,
  '69': crossings.probingLgwan,
};
