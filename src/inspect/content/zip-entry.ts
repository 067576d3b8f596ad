/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** decompressed; null: it could not be opened. Computed once. */
  readonly open: () => Buffer | null;
}
