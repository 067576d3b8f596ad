import type { Problem } from '../../base/failure.js';

/** UTF-8 text without its byte order mark, or what is wrong with the bytes. */
export function decodeText(bytes: Uint8Array, file: string): string | Problem {
  const problem = (code: string, ja: string, en: string, line?: number): Problem => ({
    code,
    file,
    ...(line === undefined ? {} : { line, column: 1 }),
    level: 'error',
    message: { ja, en },
    remedy: { ja: 'UTF-8 の YAML または JSON で保存する', en: 'save it as YAML or JSON in UTF-8' },
  });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const line = lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
    return problem('TOPOLOGY-ENCODING', 'UTF-8 でない文字がある', 'there are bytes that are not UTF-8', line);
  }
  // eslint-disable-next-line no-control-regex -- a topology is text: control characters mean another kind of file
  const control = /[\0-\x08\x0E-\x1F]/.exec(text);
  if (control !== null) {
    const line = text.slice(0, control.index).split('\n').length;
    return problem(
      'TOPOLOGY-ENCODING',
      'テキストファイルではない（制御文字がある）',
      'this is not a text file (it has control characters)',
      line,
    );
  }
  if (text.trim() === '') return problem('TOPOLOGY-EMPTY', 'ファイルが空である', 'the file is empty');
  return text;
}
