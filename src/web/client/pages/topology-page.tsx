import type { JSX, TargetedSubmitEvent } from 'preact';
import type { Text } from '../../../base/text.js';
import { escapeTerminal } from '../../../report/escape.js';
import { formatCount } from '../../../report/words/numbers.js';
import { WORDS, wordOf } from '../../../report/words/words.js';
import type { ExplainAnswer, TopologyAnswer } from '../../api.js';
import { Problems, Waiting } from '../parts/problems.js';
import { linkTo } from '../place.js';
import { usePage } from '../session.js';
import { useAnswer } from '../use-answer.js';

/** What was promised, and what it says of an address or a pair. */
export function TopologyPage({ query }: { readonly query: URLSearchParams }): JSX.Element {
  const { say } = usePage();
  const { answer, problems } = useAnswer<TopologyAnswer>('/api/topology');
  return (
    <>
      <h1>{say({ ja: '構成定義', en: 'Topology' })}</h1>
      <Explain query={query} />
      {answer === null ? <Waiting problems={problems} /> : <Plan answer={answer} />}
    </>
  );
}

/** Roles of gateways that the topology file gives a meaning; others are free words. */
const ROLES: Readonly<Record<string, Text>> = {
  boundary: { ja: '境界', en: 'boundary' },
  sanitizer: { ja: '無害化', en: 'sanitizer' },
  handover: { ja: '受渡し', en: 'hand-over' },
  'security-cloud-router': { ja: 'セキュリティクラウド接続', en: 'router to the security cloud' },
  'lgwan-router': { ja: 'LGWAN接続', en: 'router to LGWAN' },
  'juki-router': { ja: '住基ネット接続', en: 'router to Juki-net' },
  'govcloud-router': { ja: 'ガバメントクラウド接続', en: 'router to the Government Cloud' },
  breakout: { ja: '直接接続', en: 'breakout' },
};

type Point = TopologyAnswer['plan']['points'][number];

const TAGGING: Readonly<Record<Point['tagging'], Text>> = {
  tagged: { ja: 'あり', en: 'tagged' },
  untagged: { ja: 'なし', en: 'untagged' },
  mixed: { ja: '混在', en: 'mixed' },
};

const MIRROR: Readonly<Record<Point['mirror'], Text>> = {
  both: { ja: '両方向', en: 'both' },
  rx: { ja: '受信のみ', en: 'rx' },
  tx: { ja: '送信のみ', en: 'tx' },
};

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** Links may come from anybody: what they hold is shown as harmlessly as what packets hold. */
const FIELDS = ['address', 'responder', 'service', 'at'] as const;

function Explain({ query }: { readonly query: URLSearchParams }): JSX.Element {
  const { say, language } = usePage();
  const asked = Object.fromEntries(FIELDS.map((field) => [field, escapeTerminal(query.get(field) ?? '')])) as Record<
    (typeof FIELDS)[number],
    string
  >;
  const path =
    asked.address === ''
      ? null
      : `/api/explain?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()}`;
  const { answer, problems } = useAnswer<ExplainAnswer>(path);
  const ask = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const entries = FIELDS.map((field) => [field, textOf(fields.get(field))] as const);
    location.hash = linkTo('topology', Object.fromEntries(entries));
  };
  return (
    <section class="explain">
      <h2>{say({ ja: 'この通信は何として扱われるか', en: 'How would this communication be judged?' })}</h2>
      <form class="filters" onSubmit={ask} key={query.toString()}>
        <label>
          {say({ ja: '開始側のアドレスか機器名', en: 'Initiator: address or host' })}
          <input name="address" defaultValue={asked.address} required maxLength={200} placeholder="10.10.16.55" />
        </label>
        <label>
          {say({ ja: '応答側（なくてもよい）', en: 'Responder (optional)' })}
          <input name="responder" defaultValue={asked.responder} maxLength={200} placeholder="10.20.4.10" />
        </label>
        <label>
          {say({ ja: 'サービス', en: 'Service' })}
          <input name="service" defaultValue={asked.service} maxLength={200} placeholder="tcp/445" />
        </label>
        <label>
          {say({ ja: '時刻', en: 'Time' })}
          <input name="at" defaultValue={asked.at} maxLength={200} size={26} placeholder="2026-06-15T10:00:00+09:00" />
        </label>
        <button type="submit">{say({ ja: '調べる', en: 'Explain' })}</button>
      </form>
      <Problems problems={problems} />
      {answer === null ? null : (
        <pre class={`explanation conclusion-${answer.conclusion ?? 'none'}`} role="status" tabIndex={0}>
          {answer.lines[language].join('\n')}
        </pre>
      )}
    </section>
  );
}

function Plan({ answer }: { readonly answer: TopologyAnswer }): JSX.Element {
  const { say, language } = usePage();
  const { plan } = answer;
  return (
    <>
      <p class="note">
        {answer.organization} · {wordOf(WORDS.model, answer.model, language)} · {answer.file}{' '}
        <code class="digest" title={answer.sha256}>
          {answer.sha256.slice(0, 16)}
        </code>
      </p>
      {answer.warnings.length === 0 ? null : (
        <>
          <h2>{say({ ja: '構成定義への警告', en: 'Warnings about it' })}</h2>
          <Problems problems={answer.warnings} />
        </>
      )}
      <h2>{say({ ja: '領域とセグメント', en: 'Zones and segments' })}</h2>
      <div class="scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{say({ ja: '領域', en: 'Zone' })}</th>
              <th>{say({ ja: '台帳', en: 'Inventory' })}</th>
              <th class="number">{say({ ja: '登録機器', en: 'Hosts' })}</th>
              <th>VLAN</th>
              <th>IPv4</th>
              <th>IPv6</th>
              <th>{say({ ja: '名称', en: 'Name' })}</th>
            </tr>
          </thead>
          <tbody>
            {plan.zones.flatMap(({ zone, inventory, hosts, segments }) =>
              segments.map((segment, index) => (
                <tr key={`${zone} ${index}`}>
                  <td>{index === 0 ? wordOf(WORDS.area, zone, language) : ''}</td>
                  <td>
                    {index > 0
                      ? ''
                      : inventory === 'closed'
                        ? say({ ja: '閉じている', en: 'closed' })
                        : say({ ja: '開いている', en: 'open' })}
                  </td>
                  <td class="number">{index === 0 ? formatCount(hosts) : ''}</td>
                  <td>{segment.vlan ?? '–'}</td>
                  <td>
                    <code>{segment.prefix ?? '–'}</code>
                  </td>
                  <td>
                    <code>{segment.ipv6 ?? '–'}</code>
                  </td>
                  <td>{segment.name ?? ''}</td>
                </tr>
              )),
            )}
            {plan.realms.map(({ realm, prefixes, vlans }) => (
              <tr key={realm}>
                <td>{wordOf(WORDS.area, realm, language)}</td>
                <td>–</td>
                <td class="number">–</td>
                <td>{vlans.join(', ') || '–'}</td>
                <td colSpan={3}>
                  <code>{prefixes.join(', ')}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="columns even">
        <section>
          <h2>{say({ ja: 'ゲートウェイ', en: 'Gateways' })}</h2>
          <div class="scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th>{say({ ja: '名前', en: 'Name' })}</th>
                  <th>{say({ ja: '役割', en: 'Roles' })}</th>
                  <th>{say({ ja: '脚', en: 'Legs' })}</th>
                </tr>
              </thead>
              <tbody>
                {plan.gateways.map(({ name, roles, legs }) => (
                  <tr key={name}>
                    <td>{name}</td>
                    <td>
                      {roles
                        .map((role) => (role in ROLES ? say(ROLES[role] ?? { ja: role, en: role }) : role))
                        .join(', ')}
                    </td>
                    <td>
                      {legs.map((leg, index) => (
                        <div key={index} class="nowrap">
                          {wordOf(WORDS.shortArea, leg.zone, language)} <code>{leg.ip ?? ''}</code>
                          {leg.vlan === null ? '' : ` VLAN ${leg.vlan}`}
                        </div>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <section>
          <h2>{say({ ja: '採取点', en: 'Capture points' })}</h2>
          <div class="scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th>{say({ ja: '名前', en: 'Name' })}</th>
                  <th>VLAN</th>
                  <th>{say({ ja: 'タグ', en: 'Tagging' })}</th>
                  <th>{say({ ja: 'ミラー', en: 'Mirror' })}</th>
                </tr>
              </thead>
              <tbody>
                {plan.points.map(({ name, vlans, tagging, mirror }) => (
                  <tr key={name}>
                    <td>{name}</td>
                    <td>{vlans.join(', ')}</td>
                    <td>{say(TAGGING[tagging])}</td>
                    <td>{say(MIRROR[mirror])}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      </div>
    </>
  );
}
