import type { CaptureInterface } from '../reader.js';
import type { TimeUnit } from './time-unit.js';

/** All interfaces of a pcapng capture, in the order of their description; an index never changes its meaning. */
export class InterfaceTable {
  readonly links: CaptureInterface[] = [];
  private readonly units: TimeUnit[] = [];
  /** interfaces whose drops an Interface Statistics Block has stated: that counts more than the sum over packets */
  private readonly stated = new Set<number>();

  add(link: CaptureInterface, unit: TimeUnit): void {
    this.links.push(link);
    this.units.push(unit);
  }

  unit(index: number): TimeUnit {
    const unit = this.units[index];
    if (unit === undefined) throw new RangeError(`interface ${index}`);
    return unit;
  }

  /** Records lost before one packet (epb_dropcount). */
  addDrops(index: number, count: number): void {
    const link = this.links[index];
    if (link !== undefined && !this.stated.has(index)) link.dropped = (link.dropped ?? 0) + count;
  }

  /** What a statistics block says; null where it says nothing. The last block counts. */
  state(index: number, received: number | null, dropped: number | null): void {
    const link = this.links[index];
    if (link === undefined) return;
    if (received !== null) link.received = received;
    if (dropped === null) return;
    link.dropped = dropped;
    this.stated.add(index);
  }

  /** A table of the first interfaces, of its own: what is counted in it does not count here. */
  upTo(count: number): InterfaceTable {
    const part = new InterfaceTable();
    for (let index = 0; index < count; index++) {
      const link = this.links[index];
      if (link !== undefined) part.add({ ...link }, this.unit(index));
    }
    return part;
  }
}
