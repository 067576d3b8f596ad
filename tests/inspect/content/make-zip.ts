import { deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string | Buffer;
  readonly content: string | Buffer;
  readonly isStored?: boolean;
  readonly isEncrypted?: boolean;
  /** left out of the central directory */
  readonly isHidden?: boolean;
  readonly isUtf8?: boolean;
}

/** A ZIP archive as archivers write it, but for the check sums, which nobody here reads. */
export function makeZip(files: readonly ZipFile[], prefix = Buffer.alloc(0)): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, isStored = false, isEncrypted = false, isHidden = false, isUtf8 = true } of files) {
    const nameBytes = Buffer.from(name as string);
    const plain = Buffer.from(content as string);
    const data = isStored ? plain : deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((isEncrypted ? 1 : 0) | (isUtf8 ? 0x800 : 0), 2);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, nameBytes, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    if (!isHidden) directory.push(Buffer.concat([Buffer.from('504b01021403', 'hex'), fields, rest, nameBytes]));
    bodies.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([prefix, ...bodies, central, end]);
}
