import type { Text } from '../base/text.js';
import { localTime } from '../base/time.js';
import type { QualityEffect, QualityEntry } from '../model/report.js';

/** Why a capture point could not see, or not trust what it saw. */
export type BlindCause =
  | 'link-down'
  | 'interface-gone'
  | 'permission'
  | 'program-died'
  | 'not-started'
  | 'disk-full'
  | 'silent'
  | 'overrun'
  | 'unreadable'
  | 'folder-gone'
  | 'clock-step'
  | 'out-of-order'
  | 'evidence-full'
  | 'evidence-failed'
  | 'evidence-behind'
  | 'schedule-missed'
  | 'schedule-overlap';

interface Spell {
  count: number;
  /** milliseconds of the spells that are over */
  lasted: number;
  /** wall clock, milliseconds; null: it is over */
  since: number | null;
  /** of the last one */
  began: number;
  /** what somebody else said about it; to be escaped */
  words: string;
}

interface Saying {
  readonly check: string;
  readonly effect: QualityEffect;
  readonly what: Text;
}

const SAYINGS: Readonly<Record<BlindCause, Saying>> = {
  'link-down': {
    check: 'CAP-03',
    effect: 'undetermined',
    what: { ja: 'ミラーポートのリンクが落ちていた', en: 'the link of the mirror port was down' },
  },
  'interface-gone': {
    check: 'CAP-03',
    effect: 'undetermined',
    what: { ja: 'ネットワークインターフェースがなかった', en: 'the network interface was not there' },
  },
  permission: {
    check: 'CAP-03',
    effect: 'undetermined',
    what: { ja: '採取する権限がなかった', en: 'there was no permission to capture' },
  },
  'program-died': {
    check: 'CAP-03',
    effect: 'undetermined',
    what: { ja: '採取プログラムが止まり、起動し直した', en: 'the capture program ended and was started again' },
  },
  'not-started': {
    check: 'CAP-03',
    effect: 'undetermined',
    what: { ja: '採取プログラムを起動できなかった', en: 'the capture program could not be started' },
  },
  'disk-full': {
    check: 'CAP-01',
    effect: 'undetermined',
    what: { ja: 'ディスクに空きがなく、採取できなかった', en: 'the disk was full and nothing could be captured' },
  },
  silent: {
    check: 'CAP-03',
    effect: 'undetermined',
    what: {
      ja: 'リンクはあるのにパケットが届かなかった（ミラーの設定を確認する必要がある）',
      en: 'the link was up and no packet came (look at the settings of the mirror)',
    },
  },
  overrun: {
    check: 'CAP-01',
    effect: 'undetermined',
    what: {
      ja: '判定が採取に追いつかず、読まないまま捨てたファイルがある',
      en: 'judging fell behind capturing, and files were thrown away unread',
    },
  },
  unreadable: {
    check: 'CAP-10',
    effect: 'undetermined',
    what: { ja: '読めない採取ファイルがあった', en: 'a capture file could not be read' },
  },
  'folder-gone': {
    check: 'CAP-03',
    effect: 'undetermined',
    what: { ja: '監視しているフォルダがなくなった', en: 'the directory that is watched was gone' },
  },
  'clock-step': {
    check: 'CAP-04',
    effect: 'note',
    what: {
      ja: 'この機器の時計が飛んだ。その前後の時刻は信頼できない',
      en: 'the clock of this machine was set; times around it cannot be trusted',
    },
  },
  'out-of-order': {
    check: 'RUN-CAPTURE-ORDER',
    effect: 'undetermined',
    what: {
      ja: '時刻の順に届かなかった採取ファイルがある',
      en: 'capture files arrived out of the order of time',
    },
  },
  'evidence-full': {
    check: 'RUN-EVIDENCE',
    effect: 'note',
    what: {
      ja: '証拠の保存領域が上限に達し、証拠一式を残せなかった',
      en: 'the room for evidence is used up, and no evidence bundle could be kept',
    },
  },
  'evidence-failed': {
    check: 'RUN-EVIDENCE',
    effect: 'note',
    what: { ja: '証拠一式を書けなかった', en: 'the evidence bundle could not be written' },
  },
  'evidence-behind': {
    check: 'RUN-EVIDENCE',
    effect: 'note',
    what: {
      ja: '証拠一式の作成が追いつかず、終わった実行の一部の証拠を残せなかった',
      en: 'writing evidence fell behind, and runs that are over have no bundle with their last findings',
    },
  },
  'schedule-missed': {
    check: 'RUN-SCHEDULE',
    effect: 'note',
    what: { ja: '予定の時刻に実行されなかった検査がある', en: 'a scan did not run at its scheduled time' },
  },
  'schedule-overlap': {
    check: 'RUN-SCHEDULE',
    effect: 'note',
    what: {
      ja: '前の検査が終わらず、予定の検査を飛ばした',
      en: 'a scheduled scan was left out because the one before was still running',
    },
  },
};

/** When a capture point could not see, and why: an unattended box must not call that clean. */
export class BlindLog {
  readonly #spells = new Map<string, Spell>();

  /** A spell begins; while one goes on, nothing changes. @returns true when it is news */
  begin(point: string | null, cause: BlindCause, now: number, words = ''): boolean {
    const spell = this.#spellOf(point, cause);
    if (spell.since !== null) return false;
    spell.count++;
    spell.since = now;
    spell.began = now;
    if (words !== '') spell.words = words;
    return true;
  }

  /** @returns true when one was going on */
  end(point: string | null, cause: BlindCause, now: number): boolean {
    const spell = this.#spells.get(keyOf(point, cause));
    if (spell === undefined || spell.since === null) return false;
    spell.lasted += Math.max(0, now - spell.since);
    spell.since = null;
    return true;
  }

  /** Something that takes no time. */
  note(point: string | null, cause: BlindCause, now: number, words = '', count = 1): void {
    const spell = this.#spellOf(point, cause);
    spell.count += count;
    spell.began = now;
    if (words !== '') spell.words = words;
  }

  isGoingOn(point: string | null, cause: BlindCause): boolean {
    return (this.#spells.get(keyOf(point, cause))?.since ?? null) !== null;
  }

  /** What goes on now, with its point. */
  current(): { readonly point: string | null; readonly cause: BlindCause; readonly text: Text }[] {
    return [...this.#spells]
      .filter(([, { since }]) => since !== null)
      .map(([key]) => {
        const { point, cause } = partsOf(key);
        return { point, cause, text: SAYINGS[cause].what };
      });
  }

  /** For the report. @param now wall clock, milliseconds @param timezone of the report, an IANA name */
  entries(now: number, timezone: string): QualityEntry[] {
    return [...this.#spells]
      .filter(([, { count }]) => count > 0)
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([key, spell]) => {
        const { point, cause } = partsOf(key);
        const { check, effect, what } = SAYINGS[cause];
        const lasted = spell.lasted + (spell.since === null ? 0 : Math.max(0, now - spell.since));
        const seconds = Math.round(lasted / 100) / 10;
        const { date, clock } = localTime(BigInt(Math.floor(spell.began)) * 1_000_000n, timezone);
        const began = `${date} ${clock}`;
        const words = spell.words === '' ? '' : ` [${spell.words}]`;
        const length: Text =
          seconds === 0 ? { ja: '', en: '' } : { ja: `、合計${seconds}秒`, en: `, ${seconds} s in all` };
        return {
          check,
          point,
          value: seconds === 0 ? spell.count : seconds,
          effect,
          message: {
            ja: `${what.ja}（${spell.count}回${length.ja}、最後は${began}から）。${words}`,
            en: `${what.en} (${spell.count} time(s)${length.en}, last from ${began}).${words}`,
          },
        };
      });
  }

  /** A new run begins: what goes on belongs to it, too. */
  rollOver(now: number): void {
    for (const [key, spell] of this.#spells) {
      if (spell.since === null) this.#spells.delete(key);
      else Object.assign(spell, { count: 1, lasted: 0, since: now });
    }
  }

  #spellOf(point: string | null, cause: BlindCause): Spell {
    const key = keyOf(point, cause);
    let spell = this.#spells.get(key);
    if (spell === undefined) this.#spells.set(key, (spell = { count: 0, lasted: 0, since: null, began: 0, words: '' }));
    return spell;
  }
}

function keyOf(point: string | null, cause: BlindCause): string {
  return JSON.stringify([point, cause]);
}

function partsOf(key: string): { point: string | null; cause: BlindCause } {
  const [point, cause] = JSON.parse(key) as [string | null, BlindCause];
  return { point, cause };
}
