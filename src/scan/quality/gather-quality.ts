import type { PointQuality } from '../../rules/quality/quality-input.js';
import type { CaptureLedger } from '../captures/capture-ledger.js';
import type { PointMeter } from './point-meter.js';

/** What each capture point carried, as the quality checks (CAP-nn) want it. */
export function gatherPointQuality(
  ledger: CaptureLedger,
  meters: readonly PointMeter[],
  copiesByPoint: readonly (number | undefined)[],
): PointQuality[] {
  return meters.map((meter, number) => {
    const { files, losses, filters } = ledger.ofPoint(meter.name);
    const time = (value: number) => (Number.isFinite(value) ? ledger.clock.toNanoseconds(value) : null);
    return {
      point: meter.name,
      files,
      packets: meter.packets,
      switchFrames: meter.switchFrames,
      ipPackets: meter.ipPackets,
      untaggedIpPackets: meter.untaggedIpPackets,
      cutPackets: meter.cutPackets,
      tcpFlowsBothWays: meter.tcpFlowsBothWays,
      tcpFlowsOneWay: meter.tcpFlowsOneWay,
      tcpPayloadBytes: meter.tcpPayloadBytes,
      tcpGapBytes: meter.tcpGapBytes,
      // an interface that states its losses but not what it received: what we read stands for it
      drops: losses === null ? null : { received: losses.received || meter.packets, dropped: losses.dropped },
      duplicates: copiesByPoint[number] ?? 0,
      malformed: meter.malformed,
      unknownLinkTypePackets: meter.unknownLinkTypePackets,
      backwardSteps: meter.backwardSteps,
      gaps: meter.gaps,
      longestGapSeconds: meter.longestGap / 1e9,
      first: time(meter.first),
      last: time(meter.last),
      filters: [...filters].sort(),
    };
  });
}
