/**
 * What follows an agreed STARTTLS, STLS or AUTH TLS begins with words, not with TLS: the types of TLS records are 20 to 24
 * (RFC 8446 section 5.1), an old hello begins with 0x80 or more (RFC 5246 appendix E.2), and no command or answer of SMTP,
 * POP3, IMAP or FTP begins with such a byte. A device that decrypts for its mirror leaves the words; so do two ends that
 * only pretend.
 * @param byte the first; undefined: there is none
 */
export function beginsWithWords(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0x20 && byte < 0x7f;
}
