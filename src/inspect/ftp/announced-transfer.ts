import type { Role } from '../inspector.js';

/** A data connection that an FTP dialogue announced (RFC 959 section 3.2; RFC 2428), as far as it has told. */
export interface AnnouncedTransfer {
  /** the end of the control connection at which it will be opened, and the port there */
  readonly listener: Role;
  readonly port: number;
  /** what the command behind it moves; null: no command was heard, or a listing of names */
  file: {
    readonly name: string | null;
    readonly sender: Role;
    /** REST: only the rest of a file (RFC 3659 section 5) */
    readonly isPartial: boolean;
  } | null;
}
