import { join, le16, le32, text, u8, zeros } from '../field.js';
import { answers, asks, type Dialogue } from './turn.js';

const lines = (...all: readonly string[]): Uint8Array => text(`${all.join('\r\n')}\r\n\r\n`);
const BOUNDARY = '----form-7f3a';
const LINE = 'The quick brown fox jumps over the lazy dog. ';

/** Content that is the same wherever a file of this name is sent, and of another name never. */
function contentOf(name: string): Uint8Array {
  return text(`${name}\n${LINE.repeat(60)}`);
}

/** The begin of a Windows program: enough to be told by its bytes. */
function program(): Uint8Array {
  return join(text('MZ'), zeros(58), le32(128), zeros(64), text('PE'), le16(0), zeros(400));
}

function fetched(name: string, content: Uint8Array, length = content.length): ReturnType<Dialogue> {
  return [
    asks(lines(`GET /files/${name} HTTP/1.1`, 'Host: san-file.midorino.example')),
    answers(
      join(
        lines(
          'HTTP/1.1 200 OK',
          'Content-Type: application/octet-stream',
          `Content-Disposition: attachment; filename="${name}"`,
          `Content-Length: ${length}`,
        ),
        content,
      ),
    ),
  ];
}

/** A file handed to a sanitizer by a form of its page (RFC 7578). */
export const upload: Dialogue = ({ name }) => {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const body = join(text(head), contentOf(name), text(`\r\n--${BOUNDARY}--\r\n`));
  return [
    asks(
      join(
        lines(
          'POST /files HTTP/1.1',
          'Host: san-file.midorino.example',
          `Content-Type: multipart/form-data; boundary=${BOUNDARY}`,
          `Content-Length: ${body.length}`,
        ),
        body,
      ),
    ),
    answers(lines('HTTP/1.1 201 Created', 'Content-Length: 0')),
  ];
};

/** The same file fetched. */
export const download: Dialogue = ({ name }) => fetched(name, contentOf(name));

/** The begin of that file, and no more of it within the capture. */
export const downloadCutOff: Dialogue = ({ name }) => fetched(name, contentOf(name).subarray(0, 900), 40_000);

/** A program fetched under any name. */
export const downloadProgram: Dialogue = ({ name }) => fetched(name, program());

/** Lines of a program that somebody passes on as they come: equal for equal names, and different from line to line. */
export const passedOn: Dialogue = ({ name }) => {
  const line = (number: number): Uint8Array => join(u8(number), text(`${name} ${number} ${LINE}${LINE}`));
  return [asks(line(1)), answers(line(2)), asks(line(3)), answers(line(4)), asks(line(5)), answers(line(6))];
};
