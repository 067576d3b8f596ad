import type { Text } from '../base/text.js';
import type { Opaque, Shortfall } from './facts.js';

/** `in-part`: all that was captured was read, and a mail or a file is not whole */
export type WhyUnread = Opaque | Shortfall | 'in-part';

/** Why content was not read (rule 52), as people read it: in the lead of a finding and beside its reason codes. */
export const WHY_UNREAD: Readonly<Record<WhyUnread, Text>> = {
  tls: { ja: 'TLSで暗号化', en: 'encrypted by TLS' },
  starttls: { ja: 'STARTTLSで暗号化', en: 'encrypted after STARTTLS' },
  quic: { ja: 'QUICで暗号化', en: 'encrypted by QUIC' },
  ssh: { ja: 'SSHで暗号化', en: 'encrypted by SSH' },
  'smb-encryption': { ja: 'SMBの暗号化', en: 'SMB encryption' },
  'rdp-security': { ja: 'RDPがTLSまたはCredSSPで保護', en: 'RDP protected by TLS or CredSSP' },
  'unknown-encoding': { ja: '読めない符号化', en: 'an encoding that is not read' },
  'snap-length': { ja: '切り詰めて採取', en: 'cut off by the snapshot length' },
  gap: { ja: 'パケットの欠落', en: 'packets are missing' },
  'from-the-middle': { ja: '接続の途中から採取', en: 'seen from the middle of the connection' },
  limit: { ja: '上限に到達', en: 'a bound was reached' },
  undecodable: { ja: '解読できない形式', en: 'could not be decoded' },
  'tunnel-unread': { ja: 'トンネルの中', en: 'inside a tunnel' },
  'in-part': { ja: 'メールまたはファイルの一部だけを確認', en: 'only a part of a mail or a file was read' },
  'one-sided': { ja: '片方向だけ採取', en: 'only one direction was captured' },
};
