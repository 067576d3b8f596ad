import type { ContentProbe } from '../content/content-probe.js';
import type { CreateProbe } from '../content/create-probe.js';
import type {
  AnnouncedTransfer,
  InspectionContext,
  Role,
  StreamInspector,
  StreamInspectorFactory,
} from '../inspector.js';

/** Makes inspectors of FTP data connections: the bytes of one file, or a listing that nobody needs. */
export function makeTransferInspector(
  createProbe: CreateProbe,
): (transfer: AnnouncedTransfer) => StreamInspectorFactory {
  return (transfer) => (context) => new FileConnection(transfer, context, createProbe);
}

class FileConnection implements StreamInspector {
  isDone: boolean;
  readonly #transfer: AnnouncedTransfer;
  readonly #context: InspectionContext;
  readonly #probe: ContentProbe | null;
  #hasAll = true;

  constructor(transfer: AnnouncedTransfer, context: InspectionContext, createProbe: CreateProbe) {
    const isWanted = transfer.file !== null && context.depth === 'content';
    this.isDone = !isWanted;
    this.#transfer = transfer;
    this.#context = context;
    this.#probe = isWanted ? createProbe({ name: transfer.file?.name ?? null, mediaType: null }) : null;
  }

  feed(role: Role, bytes: Uint8Array): void {
    if (role === this.#transfer.file?.sender) this.#probe?.feed(bytes);
  }

  skip(role: Role, length: number): void {
    if (role !== this.#transfer.file?.sender) return;
    this.#hasAll = false;
    this.#probe?.skip(length);
  }

  /** In stream mode the end of the file is the end of the connection (RFC 959 section 3.4.1). */
  end(isOver = false): void {
    const probed = this.#probe?.finish();
    const { file } = this.#transfer;
    this.isDone = true;
    if (probed === undefined || file === null || probed.size === 0) return;
    const isWhole = this.#hasAll && isOver && !file.isPartial;
    this.#context.notes.file({
      transport: 'ftp',
      sender: file.sender,
      name: file.name,
      mediaType: null,
      size: probed.size,
      sha256: isWhole ? probed.sha256 : null,
      kind: probed.kind,
      active: probed.active,
      complete: isWhole && probed.complete,
    });
  }
}
