import type { UploadEntry } from '../api.js';
import { problemsOf, readAnswer, Refused } from './fetch-answer.js';

export interface FileSending {
  /** of the upload */
  readonly id: string;
  readonly file: File;
  /** empty: told by the file's name */
  readonly point: string;
  readonly csrf: string;
  readonly signal: AbortSignal;
}

/**
 * Sends one capture. By XMLHttpRequest, as fetch does not tell how far a body has been sent.
 * @param onShare 0 … 1
 */
export function sendFile(
  { id, file, point, csrf, signal }: FileSending,
  onShare: (share: number) => void,
): Promise<UploadEntry> {
  const query = new URLSearchParams({ name: file.name, ...(point === '' ? {} : { point }) });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/uploads/${id}/files?${query.toString()}`);
    request.setRequestHeader('x-sansou-csrf', csrf);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(readAnswer(request.responseText) as UploadEntry);
      else reject(new Refused(request.status, problemsOf(request.responseText)));
    });
    request.addEventListener('error', () => reject(new Refused(0, problemsOf(''))));
    request.addEventListener('abort', () => reject(new Refused(0, [])));
    signal.addEventListener('abort', () => request.abort());
    onShare(0);
    request.send(file);
  });
}
