import type { Observation as CaptureObservation } from '../capture/open.js';
import type { FlowTable } from '../flow/flow-table.js';
import type { PointQuality } from '../rules/quality-input.js';
import type { PointRegister } from './read-observation.js';

/** What each capture point carried, as the quality checks (CAP-nn) want it. */
export function gatherPointQuality(
  observation: CaptureObservation,
  register: PointRegister,
  table: FlowTable,
): PointQuality[] {
  return register.meters.map((meter, number) => {
    const links = observation.files.flatMap((file) =>
      file.interfaces.filter((_, index) => observation.pointOf(file.index, index) === meter.name),
    );
    const stated = links.filter(({ dropped }) => dropped !== null);
    const time = (value: number) => (Number.isFinite(value) ? observation.clock.toNanoseconds(value) : null);
    return {
      point: meter.name,
      files: observation.files.filter((file) =>
        file.interfaces.some((_, index) => observation.pointOf(file.index, index) === meter.name),
      ).length,
      packets: meter.packets,
      switchFrames: meter.switchFrames,
      ipPackets: meter.ipPackets,
      untaggedIpPackets: meter.untaggedIpPackets,
      cutPackets: meter.cutPackets,
      tcpFlowsBothWays: meter.tcpFlowsBothWays,
      tcpFlowsOneWay: meter.tcpFlowsOneWay,
      tcpPayloadBytes: meter.tcpPayloadBytes,
      tcpGapBytes: meter.tcpGapBytes,
      drops:
        stated.length === 0
          ? null
          : {
              // an interface that states its losses but not what it received: what we read stands for it
              received: stated.reduce((sum, { received }) => sum + (received ?? 0), 0) || meter.packets,
              dropped: stated.reduce((sum, { dropped }) => sum + (dropped ?? 0), 0),
            },
      duplicates: table.copiesByPoint[number] ?? 0,
      malformed: meter.malformed,
      unknownLinkTypePackets: meter.unknownLinkTypePackets,
      backwardSteps: meter.backwardSteps,
      gaps: meter.gaps,
      longestGapSeconds: meter.longestGap / 1e9,
      first: time(meter.first),
      last: time(meter.last),
      filters: [...new Set(links.flatMap(({ filter }) => (filter === null ? [] : [filter])))].sort(),
    };
  });
}
