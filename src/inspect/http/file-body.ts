import type { ContentProbe, ProbedContent } from '../content/content-probe.js';
import type { Notes } from '../inspector.js';
import type { FileDescription } from './file-description.js';
import { isFile, readActive } from './file-policy.js';
import type { BodySink } from './message-reader.js';
import type { CreateProbe } from '../content/create-probe.js';

/** Feeds the decoded bytes of one file to a probe and notes what came out. */
export class FileBody implements BodySink {
  private readonly notes: Notes;
  private readonly file: FileDescription;
  private readonly probe: ContentProbe;
  private hasAll = true;

  constructor(notes: Notes, file: FileDescription, createProbe: CreateProbe) {
    this.notes = notes;
    this.file = file;
    this.probe = createProbe({ name: file.name, mediaType: file.mediaType });
  }

  feed(bytes: Uint8Array): void {
    this.probe.feed(bytes);
  }

  skip(length: number): void {
    this.hasAll = false;
    this.probe.skip(length);
  }

  finish(isWhole: boolean): void {
    const probed = this.probe.finish();
    const active = readActive(this.file, probed);
    if (isFile(this.file, probed, active)) this.note(probed, active, this.hasAll && isWhole && !this.file.isPartial);
  }

  private note(probed: ProbedContent, active: ProbedContent['active'], isWhole: boolean): void {
    this.notes.file({
      transport: 'http',
      sender: this.file.sender,
      name: this.file.name,
      mediaType: this.file.mediaType,
      size: probed.size,
      sha256: isWhole ? probed.sha256 : null,
      kind: probed.kind,
      active,
      complete: isWhole && probed.complete,
    });
  }
}
