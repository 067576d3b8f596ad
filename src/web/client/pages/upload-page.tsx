import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../../base/failure.js';
import type { Text } from '../../../base/text.js';
import { escapeTerminal } from '../../../report/escape.js';
import { formatBytes, formatCount, formatShare } from '../../../report/words/numbers.js';
import type { TopologyAnswer, UploadEntry, UploadsAnswer, UploadState } from '../../api.js';
import { formatTime } from '../clock.js';
import { fetchAnswer, Refused } from '../fetch-answer.js';
import { Problems, Waiting } from '../parts/problems.js';
import { linkTo } from '../place.js';
import { sendFile } from '../send-file.js';
import { usePage } from '../session.js';
import { useAnswer } from '../use-answer.js';

/** Captures taken elsewhere, judged here. */
export function UploadPage(): JSX.Element {
  const { say, session } = usePage();
  const topology = useAnswer<TopologyAnswer>('/api/topology');
  const uploads = useAnswer<UploadsAnswer>('/api/uploads', { topic: 'uploads', seconds: 1 });
  if (session.user?.role !== 'operator') {
    return <p>{say({ ja: 'この画面は操作者だけが使える。', en: 'This page is for operators.' })}</p>;
  }
  return (
    <>
      <h1>{say({ ja: 'キャプチャのアップロードと判定', en: 'Upload captures and judge them' })}</h1>
      {topology.answer === null || uploads.answer === null ? (
        <Waiting problems={[...topology.problems, ...uploads.problems]} />
      ) : (
        <>
          <UploadForm
            points={topology.answer.plan.points.map(({ name }) => name)}
            limits={uploads.answer.limits}
            onChange={uploads.reload}
          />
          <UploadList uploads={uploads.answer.uploads} onChange={uploads.reload} />
        </>
      )}
    </>
  );
}

interface Sending {
  readonly id: string;
  readonly name: string;
  readonly share: number;
  readonly abort: AbortController;
}

/** Told before anything is sent. */
function excessOf(files: readonly File[], limits: UploadsAnswer['limits']): readonly Problem[] {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const problems: Problem[] = [];
  if (bytes > limits.bytes) {
    const [sum, most] = [formatBytes(bytes), formatBytes(limits.bytes)];
    const message = {
      ja: `合わせて ${sum} あり、受け付けられる ${most} を超える。期間を分けるか、sansou check で判定する。`,
      en: `They have ${sum} together, more than the ${most} that are taken. Split them by time, or use sansou check.`,
    };
    problems.push({ code: 'UPLOAD-SIZE', level: 'error', message });
  }
  if (files.length > limits.files) {
    const message = {
      ja: `${files.length} ファイルある。一度に受け付けるのは ${limits.files} ファイルまで。`,
      en: `There are ${files.length} files; ${limits.files} are taken at once.`,
    };
    problems.push({ code: 'UPLOAD-FILES', level: 'error', message });
  }
  return problems;
}

function UploadForm(props: {
  readonly points: readonly string[];
  readonly limits: UploadsAnswer['limits'];
  readonly onChange: () => void;
}): JSX.Element {
  const { say, session } = usePage();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [points, setPoints] = useState<readonly string[]>([]);
  const [sending, setSending] = useState<Sending | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { csrf } = session;
  const excess = excessOf(files, props.limits);

  const send = async (): Promise<void> => {
    const abort = new AbortController();
    const { id } = await fetchAnswer<UploadEntry>('/api/uploads', { method: 'POST', csrf });
    try {
      for (const [index, file] of files.entries()) {
        const point = points[index] ?? '';
        await sendFile({ id, file, point, csrf, signal: abort.signal }, (share) =>
          setSending({ id, name: escapeTerminal(file.name), share, abort }),
        );
      }
      await fetchAnswer<UploadEntry>(`/api/uploads/${id}/judge`, { method: 'POST', csrf });
      setFiles([]);
    } catch (error) {
      // its place is for somebody else
      await fetchAnswer(`/api/uploads/${id}`, { method: 'DELETE', csrf }).catch(() => null);
      throw error;
    }
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    setProblems([]);
    send()
      .then(
        () => form.reset(),
        (error: unknown) => setProblems(error instanceof Refused ? error.problems : []),
      )
      .finally(() => {
        setSending(null);
        props.onChange();
      });
  };
  return (
    <form class="upload" onSubmit={submit}>
      <p>
        {say({
          ja: 'pcap か pcapng（gzip、zstd で圧縮したものも可）。複数のファイルは一つの観測として判定する。',
          en: 'pcap or pcapng, compressed by gzip or zstd too. Several files are judged as one observation.',
        })}
      </p>
      <p class="actions">
        {/* words of the page's language, not of the browser's */}
        <label class="button file-choice">
          {say({ ja: 'キャプチャを選ぶ', en: 'Choose captures' })}
          <input
            type="file"
            multiple
            disabled={sending !== null}
            onChange={(event) => {
              setFiles([...(event.currentTarget.files ?? [])]);
              setPoints([]);
              setProblems([]);
            }}
          />
        </label>{' '}
        <small>
          {say({
            ja: `合わせて ${formatBytes(props.limits.bytes)}、${props.limits.files} ファイルまで。判定が終わればサーバーから消える。`,
            en: `Up to ${formatBytes(props.limits.bytes)} and ${props.limits.files} files. They are removed from the server once judged.`,
          })}
        </small>
      </p>
      <Problems problems={excess} />
      {files.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th>{say({ ja: 'ファイル', en: 'File' })}</th>
              <th class="number">{say({ ja: '量', en: 'Size' })}</th>
              <th>{say({ ja: '採取点', en: 'Capture point' })}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file, index) => (
              <tr key={index}>
                <td>{escapeTerminal(file.name)}</td>
                <td class="number">{formatBytes(file.size)}</td>
                <td>
                  <select
                    aria-label={say({
                      ja: `${escapeTerminal(file.name)} の採取点`,
                      en: `capture point of ${escapeTerminal(file.name)}`,
                    })}
                    value={points[index] ?? ''}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      setPoints(files.map((_, place) => (place === index ? value : (points[place] ?? ''))));
                    }}
                  >
                    <option value="">{say({ ja: '名前から判断', en: 'told by the name' })}</option>
                    {props.points.map((point) => (
                      <option key={point} value={point}>
                        {point}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="actions">
        <button type="submit" class="primary" disabled={sending !== null || files.length === 0 || excess.length > 0}>
          {say({ ja: 'アップロードして判定', en: 'Upload and judge' })}
        </button>
      </p>
      {sending === null ? null : (
        <p>
          {sending.name} <progress max={1} value={sending.share} aria-label={sending.name} />{' '}
          {formatShare(sending.share)}{' '}
          <button type="button" onClick={() => sending.abort.abort()}>
            {say({ ja: '取り消す', en: 'Cancel' })}
          </button>
        </p>
      )}
      <Problems problems={problems} />
    </form>
  );
}

const STATES: Readonly<Record<UploadState, Text>> = {
  receiving: { ja: '受信中', en: 'receiving' },
  waiting: { ja: '順番待ち', en: 'waiting' },
  judging: { ja: '判定中', en: 'judging' },
  done: { ja: '完了', en: 'done' },
  failed: { ja: '失敗', en: 'failed' },
  cancelled: { ja: '取り消し', en: 'cancelled' },
};

function UploadList(props: {
  readonly uploads: readonly UploadEntry[];
  readonly onChange: () => void;
}): JSX.Element | null {
  const { say, session } = usePage();
  if (props.uploads.length === 0) return null;
  const cancel = (id: string): void => {
    void fetchAnswer(`/api/uploads/${id}`, { method: 'DELETE', csrf: session.csrf }).finally(props.onChange);
  };
  return (
    <>
      <h2>{say({ ja: 'これまでのアップロード', en: 'Uploads' })}</h2>
      <table class="uploads">
        <thead>
          <tr>
            <th>{say({ ja: '時刻', en: 'Time' })}</th>
            <th>{say({ ja: '利用者', en: 'User' })}</th>
            <th>{say({ ja: 'ファイル', en: 'Files' })}</th>
            <th>{say({ ja: '状態', en: 'State' })}</th>
            <th>{say({ ja: '進みと結果', en: 'Progress and result' })}</th>
          </tr>
        </thead>
        <tbody>
          {props.uploads.map((upload) => (
            <tr key={upload.id}>
              <td class="time">{formatTime(upload.createdAt, session.timezone)}</td>
              <td>{upload.user}</td>
              <td>
                {upload.files.map(({ name, point, bytes }, index) => (
                  <div key={index}>
                    {name}{' '}
                    <small>
                      {point === null ? '' : `${point} `}
                      {formatBytes(bytes)}
                    </small>
                  </div>
                ))}
              </td>
              <td class={`upload-${upload.state}`}>{say(STATES[upload.state])}</td>
              <td>
                <UploadOutcome upload={upload} />
                {['receiving', 'waiting', 'judging'].includes(upload.state) ? (
                  <button type="button" onClick={() => cancel(upload.id)}>
                    {say({ ja: '取り消す', en: 'Cancel' })}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function UploadOutcome({ upload }: { readonly upload: UploadEntry }): JSX.Element | null {
  const { say } = usePage();
  if (upload.run !== null)
    return <a href={linkTo(`scans/${upload.run}`)}>{say({ ja: '結果を見る', en: 'See the result' })}</a>;
  if (upload.state === 'failed') return <Problems problems={upload.problems} />;
  if (upload.state !== 'judging' || upload.progress === null) return null;
  const { read, total, packets } = upload.progress;
  return (
    <span>
      <progress max={Math.max(1, total)} value={read} aria-label={say({ ja: '判定の進み', en: 'progress' })} />{' '}
      {say({ ja: `${formatCount(packets)} パケット`, en: `${formatCount(packets)} packets` })}{' '}
    </span>
  );
}
