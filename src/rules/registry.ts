import { crossZoneEstablished } from './checks/01-cross-zone-established.js';
import { crossZoneAttempt } from './checks/02-cross-zone-attempt.js';
import { blocked } from './checks/03-blocked.js';
import { conduitTerms } from './checks/04-conduit-terms.js';
import { macPin } from './checks/05-mac-pin.js';
import { applicationProtocol } from './checks/06-application-protocol.js';
import { directInternet } from './checks/07-direct-internet.js';
import { internetName } from './checks/08-internet-name.js';
import { openedFromOutside } from './checks/09-opened-from-outside.js';
import { sharedSegment } from './checks/10-shared-segment.js';
import { macInTwoZones } from './checks/11-mac-in-two-zones.js';
import { sameComputer } from './checks/12-same-computer.js';
import { routedPath } from './checks/13-routed-path.js';
import { sharedSwitch } from './checks/14-shared-switch.js';
import { spoofedSource } from './checks/15-spoofed-source.js';
import { foreignService } from './checks/16-foreign-service.js';
import { lgwanWanToInternet } from './checks/17-lgwan-wan-to-internet.js';
import { designatedCloud } from './checks/18-designated-cloud.js';
import { designatedEgress } from './checks/19-designated-egress.js';
import { tunnel } from './checks/20-tunnel.js';
import { ipv6Leak } from './checks/21-ipv6-leak.js';
import { nameResolution } from './checks/22-name-resolution.js';
import { remoteControl } from './checks/23-remote-control.js';
import { sharedService } from './checks/24-shared-service.js';
import { closedNetwork } from './checks/25-closed-network.js';
import { screenDirection } from './checks/30-screen-direction.js';
import { screenPurity } from './checks/31-screen-purity.js';
import { screenChannels } from './checks/32-screen-channels.js';
import { screenVolume } from './checks/33-screen-volume.js';
import { mailHtml } from './checks/34-mail-html.js';
import { mailAttachment } from './checks/35-mail-attachment.js';
import { mailBypass } from './checks/36-mail-bypass.js';
import { activeContent } from './checks/37-active-content.js';
import { fileUnchanged } from './checks/38-file-unchanged.js';
import { fileHandover } from './checks/39-file-handover.js';
import { steppingStone } from './checks/40-stepping-stone.js';
import { takeOut } from './checks/41-take-out.js';
import { otherMember } from './checks/42-other-member.js';
import { unlistedHost } from './checks/50-unlisted-host.js';
import { unusedConduit } from './checks/51-unused-conduit.js';
import { uninspectable } from './checks/52-uninspectable.js';
import { cloudBypass } from './checks/60-cloud-bypass.js';
import { accessLine } from './checks/61-access-line.js';
import { externalDns } from './checks/62-external-dns.js';
import { directMail } from './checks/63-direct-mail.js';
import { proxyBypass } from './checks/64-proxy-bypass.js';
import { publicServer } from './checks/65-public-server.js';
import { egressAddress } from './checks/66-egress-address.js';
import { suspiciousPattern } from './checks/67-suspicious-pattern.js';
import { monitoringPresent } from './checks/68-monitoring-present.js';
import { probingLgwan } from './checks/69-probing-lgwan.js';
import { CLAUSES, type Clause } from '../model/place.js';
import type { Rule } from '../model/rule.js';

/** Every check of the catalogue, in the order of its numbers; those that `awaits` something are listed, not run. */
export const RULES: readonly Rule[] = [
  crossZoneEstablished,
  crossZoneAttempt,
  blocked,
  conduitTerms,
  macPin,
  applicationProtocol,
  directInternet,
  internetName,
  openedFromOutside,
  sharedSegment,
  macInTwoZones,
  sameComputer,
  routedPath,
  sharedSwitch,
  spoofedSource,
  foreignService,
  lgwanWanToInternet,
  designatedCloud,
  designatedEgress,
  tunnel,
  ipv6Leak,
  nameResolution,
  remoteControl,
  sharedService,
  closedNetwork,
  screenDirection,
  screenPurity,
  screenChannels,
  screenVolume,
  mailHtml,
  mailAttachment,
  mailBypass,
  activeContent,
  fileUnchanged,
  fileHandover,
  steppingStone,
  takeOut,
  otherMember,
  unlistedHost,
  unusedConduit,
  uninspectable,
  cloudBypass,
  accessLine,
  externalDns,
  directMail,
  proxyBypass,
  publicServer,
  egressAddress,
  suspiciousPattern,
  monitoringPresent,
  probingLgwan,
];

const BY_CHECK: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.check, rule]));

/** @throws Error for a number that is in no file: a mistake of ours */
export function ruleOf(check: string): Rule {
  const rule = BY_CHECK.get(check);
  if (rule === undefined) throw new Error(`no rule has the check number ${check}`);
  return rule;
}

/** Clauses for which the check exists, in the order of the article. */
export function clausesOf(rule: Rule): readonly Clause[] {
  return CLAUSES.filter((clause) => rule.titles[clause] !== undefined);
}

/** `A8-3-A-01` */
export function ruleIdOf(rule: Rule, clause: Clause): string {
  return `A8-3-${clause}-${rule.check}`;
}
