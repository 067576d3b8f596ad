import { accessSync, constants, statSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { EXIT, Failure } from '../base/failure.js';

/** How a capture program is spoken to. */
export type CaptureKind = 'dumpcap' | 'tcpdump';

export interface CaptureProgram {
  readonly kind: CaptureKind;
  readonly path: string;
}

export interface CaptureSetting {
  readonly interface: string;
  /** path of the files to be written, without number and extension */
  readonly stem: string;
  /** seconds until the next file begins */
  readonly fileSeconds: number;
  /** bytes until the next file begins, whatever the time */
  readonly fileBytes: number;
  /** of the kernel, MiB */
  readonly bufferMebibytes: number;
}

/** dumpcap ships with Wireshark, tcpdump is nearly everywhere: dumpcap first, for pcapng names its interfaces. */
const KNOWN: readonly CaptureKind[] = ['dumpcap', 'tcpdump'];
/** where administrators' programs are, although a user's PATH may lack it */
const ALSO = ['/usr/sbin', '/sbin', '/usr/local/sbin'];

/**
 * The system's capture program: sansou opens no network interface itself and needs no privilege.
 * @param wanted a name or path; undefined: the first that is installed
 * @throws Failure (exit 3) when there is none
 */
export function findCaptureProgram(wanted: string | undefined, path = process.env.PATH ?? ''): CaptureProgram {
  const folders = [...path.split(delimiter).filter((folder) => folder !== ''), ...ALSO];
  for (const name of wanted === undefined ? KNOWN : [wanted]) {
    const candidates = name.includes('/') ? [name] : folders.map((folder) => join(folder, name));
    const found = candidates.find(isProgram);
    if (found !== undefined) return { kind: basename(found).includes('tcpdump') ? 'tcpdump' : 'dumpcap', path: found };
  }
  throw new Failure(EXIT.unusable, [
    {
      code: 'CAPTURE-PROGRAM-MISSING',
      level: 'error',
      message: {
        ja:
          wanted === undefined
            ? '採取プログラム（dumpcap または tcpdump）が見つからない'
            : `採取プログラム「${wanted}」が見つからないか、実行できない`,
        en:
          wanted === undefined
            ? 'there is no capture program: neither dumpcap nor tcpdump was found'
            : `the capture program "${wanted}" was not found, or may not be run`,
      },
      remedy: {
        ja: 'wireshark-common（dumpcap）または tcpdump を導入するか、--capture-program でその場所を指定する（docs/watch.md）',
        en: 'install wireshark-common (dumpcap) or tcpdump, or say where it is with --capture-program (docs/watch.md)',
      },
    },
  ]);
}

/** Both write a new file every so many seconds; which files are whole is told by the order of their names. */
export function captureArguments({ kind }: CaptureProgram, setting: CaptureSetting): string[] {
  const { stem, fileSeconds, fileBytes, bufferMebibytes } = setting;
  if (kind === 'dumpcap') {
    return [
      ...['-q', '-i', setting.interface, '-w', `${stem}.pcapng`],
      ...['-b', `duration:${fileSeconds}`, '-b', `filesize:${Math.ceil(fileBytes / 1000)}`, '-B', `${bufferMebibytes}`],
    ];
  }
  return [
    ...['-n', '-i', setting.interface, '-w', `${stem}_%s.pcap`, '-G', `${fileSeconds}`],
    ...['-B', `${bufferMebibytes * 1024}`],
    // started by root it would become another user, who may not write here
    ...(process.getuid?.() === 0 ? ['-Z', 'root'] : []),
  ];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
