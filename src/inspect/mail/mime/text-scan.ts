/** characters of a line that are looked at */
const LINE_BYTES = 256;
const UU_BEGIN = /^begin(?:-base64)? [0-7]{3,4} \S/;
const YENC_BEGIN = /^=ybegin .*\bsize=\d+ .*name=/;
/** what follows nobody can read (RFC 9580 section 6.2); a signed message is text */
const PGP_BEGIN = /^-----BEGIN PGP MESSAGE(?:, PART \d+(?:\/\d+)?)?-----\s*$/;
const LINE_FEED = 0x0a;

/** Looks for what is written into text and is none: files by uuencode (POSIX) and yEnc, and PGP messages. */
export class TextScan {
  #line = '';
  #afterBegin = false;
  found = false;

  feed(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length && !this.found) {
      const end = bytes.indexOf(LINE_FEED, at);
      const to = end < 0 ? bytes.length : end;
      if (this.#line.length < LINE_BYTES)
        this.#line += Buffer.from(bytes.subarray(at, Math.min(to, at + LINE_BYTES))).toString('latin1');
      if (end >= 0) this.#readLine();
      at = to + 1;
    }
  }

  finish(): void {
    if (!this.found) this.#readLine();
  }

  #readLine(): void {
    const line = this.#line.replace(/\r$/, '');
    this.#line = '';
    // "begin 644 files" may be prose: data must follow.
    this.found = PGP_BEGIN.test(line) || YENC_BEGIN.test(line) || (this.#afterBegin && isUuLine(line));
    this.#afterBegin = UU_BEGIN.test(line);
  }
}

/** A length character and as many characters as it promises, or a line of base64. */
function isUuLine(line: string): boolean {
  if (line.length > 3 && /^[A-Za-z0-9+/]+={0,2}$/.test(line) && line.length % 4 === 0) return true;
  const length = (line.charCodeAt(0) - 0x20) & 0x3f;
  const digits = Math.ceil(length / 3) * 4;
  return length > 0 && /^[\x20-\x60]+$/.test(line) && line.length >= digits - 2 && line.length <= digits + 3;
}
