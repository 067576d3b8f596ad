import type { JSX } from 'preact';
import type { Text } from '../../../base/text.js';
import type { PlannedEnd } from '../../../model/network-plan.js';
import { formatBytes, formatCount } from '../../../report/words/numbers.js';
import { WORDS, wordOf } from '../../../report/words/words.js';
import type { ConduitsAnswer, ConduitUsageRow } from '../../api.js';
import { Waiting } from '../parts/problems.js';
import { Sparkline } from '../parts/sparkline.js';
import { usePage } from '../session.js';
import { useAnswer } from '../use-answer.js';

/** The register of permitted crossings, and whether anybody used them. */
export function ConduitsPage(): JSX.Element {
  const { say } = usePage();
  const { answer, problems } = useAnswer<ConduitsAnswer>('/api/conduits');
  return (
    <>
      <h1>{say({ ja: '許可通信の台帳', en: 'Register of conduits' })}</h1>
      {answer === null ? <Waiting problems={problems} /> : <Register answer={answer} />}
    </>
  );
}

type State = 'expired-used' | 'expired' | 'unused' | 'used' | 'unknown';

function stateOf({ expired, flows }: ConduitUsageRow, looked: boolean): State {
  if (expired) return flows > 0 ? 'expired-used' : 'expired';
  if (!looked) return 'unknown';
  return flows > 0 ? 'used' : 'unused';
}

const STATES: Readonly<Record<State, Text>> = {
  'expired-used': { ja: '期限切れだが使用', en: 'expired but used' },
  expired: { ja: '期限切れ', en: 'expired' },
  unused: { ja: '使用なし', en: 'not used' },
  used: { ja: '使用あり', en: 'used' },
  unknown: { ja: '記録なし', en: 'no record' },
};

function endText({ members, names }: PlannedEnd): string {
  const all = [...members, ...names];
  return all.length > 4 ? `${all.slice(0, 3).join(', ')} +${all.length - 3}` : all.join(', ');
}

function Register({ answer }: { readonly answer: ConduitsAnswer }): JSX.Element {
  const { say, language } = usePage();
  const { looked } = answer;
  const counts = (state: State): number => answer.conduits.filter((row) => stateOf(row, looked) === state).length;
  return (
    <>
      <p class="count">
        {say({
          ja: `${answer.from} から ${answer.to} まで。登録 ${answer.conduits.length} 件、使用あり ${counts('used')} 件、使用なし ${counts('unused')} 件、期限切れ ${counts('expired') + counts('expired-used')} 件。`,
          en: `${answer.from} to ${answer.to}. ${answer.conduits.length} registered, ${counts('used')} used, ${counts('unused')} not used, ${counts('expired') + counts('expired-used')} expired.`,
        })}
      </p>
      {looked ? null : (
        <p>
          {say({
            ja: 'この期間の検査の記録はない。使われたかどうかは分からない。',
            en: 'There is no record of this period: whether they were used is not known.',
          })}
        </p>
      )}
      <div class="scroll" tabIndex={0}>
        <table class="register">
          <thead>
            <tr>
              <th>{say({ ja: '番号', en: 'Id' })}</th>
              <th>{say({ ja: '名称', en: 'Title' })}</th>
              <th>{say({ ja: '種別', en: 'Kind' })}</th>
              <th>{say({ ja: '開始側', en: 'From' })}</th>
              <th>{say({ ja: '応答側', en: 'To' })}</th>
              <th>{say({ ja: 'サービス', en: 'Service' })}</th>
              <th>{say({ ja: '承認', en: 'Approval' })}</th>
              <th>{say({ ja: '状態', en: 'State' })}</th>
              <th class="number">{say({ ja: 'フロー', en: 'Flows' })}</th>
              <th class="number">{say({ ja: '量', en: 'Volume' })}</th>
              <th>{say({ ja: '日ごと', en: 'By day' })}</th>
              <th>{say({ ja: '最終使用', en: 'Last used' })}</th>
            </tr>
          </thead>
          <tbody>
            {answer.conduits.map((row) => {
              const { conduit } = row;
              const state = stateOf(row, looked);
              return (
                <tr key={conduit.id}>
                  <td class="nowrap">
                    <code>{conduit.id}</code>
                  </td>
                  <td class="title" title={conduit.basis ?? undefined}>
                    {conduit.title}
                  </td>
                  <td>{wordOf(WORDS.conduitKind, conduit.kind, language)}</td>
                  <td class="members">{endText(conduit.from)}</td>
                  <td class="members">{endText(conduit.to)}</td>
                  <td>
                    {conduit.protocol}
                    {conduit.ports.length === 0 ? '' : `/${conduit.ports.join(',')}`}
                  </td>
                  <td>
                    <span class="nowrap">{conduit.approval?.number ?? '–'}</span>{' '}
                    <small class="nowrap">
                      {(conduit.approval?.validUntil ?? null) === null ? '' : `～${conduit.approval?.validUntil ?? ''}`}
                    </small>
                  </td>
                  <td>
                    <span class={`usage usage-${state}`}>{say(STATES[state])}</span>
                  </td>
                  <td class="number">{formatCount(row.flows)}</td>
                  <td class="number">{formatBytes(row.bytes)}</td>
                  <td>
                    <Sparkline from={answer.from} to={answer.to} days={row.days} />
                  </td>
                  <td class="time">{row.lastDay ?? '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {answer.unknown.length === 0 ? null : (
        <>
          <h2>{say({ ja: '台帳から消えた許可通信の使用', en: 'Use of conduits that left the register' })}</h2>
          <ul>
            {answer.unknown.map(({ conduit, flows, bytes }) => (
              <li key={conduit}>
                <code>{conduit}</code> {formatCount(flows)} {say({ ja: 'フロー', en: 'flows' })}, {formatBytes(bytes)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="note">
        {say({
          ja: '使用なしは、採取した場所と期間に使われなかったことを示す。月次や年次の処理は現れないことがある。',
          en: 'Not used means: not where and while it was captured. Monthly or yearly jobs may not have shown.',
        })}
      </p>
    </>
  );
}
