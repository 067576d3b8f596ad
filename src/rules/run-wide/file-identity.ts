import { LIMITS } from '../../base/limits.js';
import { formatEpoch, type Nanoseconds } from '../../base/time.js';
import type { FileFact } from '../../model/facts.js';
import type { FrameReference } from '../../model/flow.js';
import type { Observation } from '../../model/observation.js';
import type { FindingEnd } from '../../model/report.js';
import type { Conduit } from '../../model/topology.js';
import { describeFile } from '../terms/describe-file.js';
import { isSanitizer, otherEnd, senderOf } from '../terms/content-ends.js';
import { fingerprint, sortIndicators, type FindingDraft } from '../findings/finding-draft.js';
import { endOf } from '../findings/finding-group.js';
import { ruleIdOf, ruleOf } from '../registry.js';

/** smaller files are alike by chance: templates, empty forms (domain.md D-FILE) */
const SMALLEST_BYTES = 1024;
/** between going in and coming out */
const WINDOW: Nanoseconds = 24n * 3_600_000_000_000n;
/** files named in one finding */
const NAMED = 16;

/** A file on one side of a sanitizer. */
interface Passage {
  readonly time: Nanoseconds;
  readonly file: FileFact;
  readonly sanitizer: string;
  readonly end: FindingEnd;
  readonly conduit: Conduit;
  readonly flow: number;
  readonly frames: readonly FrameReference[];
}

/**
 * Rule 38: a file that came out of the sanitizer as it went in (domain.md D-FILE). Only what was sent into the
 * sanitizer on the dirty side and out of it on the clean side counts: parts of its own pages are on both sides.
 */
export class FileIdentity {
  /** files that found no room */
  refused = 0;
  readonly #before = new Map<string, Passage[]>();
  readonly #after = new Map<string, Passage[]>();
  #count = 0;

  add(observation: Observation): void {
    const conduit = observation.conduit.permitted;
    const { facts } = observation;
    if (facts === null || conduit === null || facts.files.length === 0) return;
    const isPre = conduit.kind === 'preLeg';
    if (!isPre && conduit.kind !== 'fileRebuild' && conduit.kind !== 'fileVerify') return;
    for (const file of facts.files) {
      if (file.sha256 === null || file.size < SMALLEST_BYTES) continue;
      const sender = senderOf(observation, facts, file.sender);
      if (sender === null) continue;
      const receiver = otherEnd(observation, sender);
      const [sanitizer, peer] = isPre ? [receiver, sender] : [sender, receiver];
      if (!isSanitizer(sanitizer)) continue;
      if (this.#count >= LIMITS.comparedFiles) {
        this.refused++;
        continue;
      }
      this.#count++;
      const side = isPre ? this.#before : this.#after;
      const list = side.get(file.sha256) ?? [];
      side.set(file.sha256, list);
      list.push({
        time: observation.flow.first,
        file,
        sanitizer: sanitizer.place.host ?? sanitizer.address,
        end: endOf(peer),
        conduit,
        flow: observation.flow.id,
        frames: [{ ...file.at, role: 'content' }, ...observation.flow.frames],
      });
    }
  }

  /** one that goes on by itself */
  copy(): FileIdentity {
    const copy = new FileIdentity();
    copy.refused = this.refused;
    copy.#count = this.#count;
    for (const [digest, passages] of this.#before) copy.#before.set(digest, [...passages]);
    for (const [digest, passages] of this.#after) copy.#after.set(digest, [...passages]);
    return copy;
  }

  *drafts(): Iterable<FindingDraft> {
    const pairs = new Map<string, { readonly before: Passage; readonly after: Passage }[]>();
    for (const [digest, after] of this.#after)
      for (const out of after) {
        const into = earliest((this.#before.get(digest) ?? []).filter((before) => isSameWay(before, out)));
        if (into === undefined) continue;
        const key = JSON.stringify([out.conduit.id, into.end.address, out.end.address]);
        const list = pairs.get(key) ?? [];
        pairs.set(key, list);
        list.push({ before: into, after: out });
      }
    for (const list of pairs.values()) yield toDraft(list);
  }
}

function isSameWay(before: Passage, after: Passage): boolean {
  return before.sanitizer === after.sanitizer && after.time >= before.time && after.time - before.time <= WINDOW;
}

function earliest(passages: readonly Passage[]): Passage | undefined {
  return [...passages].sort(compare)[0];
}

function compare(x: Passage, y: Passage): number {
  return x.time < y.time ? -1 : x.time > y.time ? 1 : x.flow - y.flow;
}

function toDraft(pairs: { readonly before: Passage; readonly after: Passage }[]): FindingDraft {
  const sorted = [...pairs].sort((x, y) => compare(x.after, y.after));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) throw new Error('a pair of passages is needed');
  const { before, after } = first;
  const definition = ruleOf('38');
  const rule = ruleIdOf(definition, 'I');
  const isRebuild = after.conduit.kind === 'fileRebuild';
  const { id, title } = after.conduit;
  return {
    id: fingerprint(rule, id, before.end.address, after.end.address),
    rule,
    clause: 'I',
    verdict: isRebuild ? 'violation' : 'observation',
    severity: isRebuild ? 'high' : 'info',
    outcome: 'data',
    title: definition.titles.I ?? { ja: '', en: '' },
    summary: isRebuild
      ? {
          ja: `無害化装置（${before.sanitizer}）に入ったファイルと同一のもの（SHA-256が一致）が、再構築を条件とする許可通信「${title}」（${id}）で出た。${sorted.length}件。`,
          en: `A file that went into the sanitizer (${before.sanitizer}) came out unchanged (same SHA-256) on conduit ${id} (${title}), which promises rebuilding. ${sorted.length} file(s).`,
        }
      : {
          ja: `無害化装置（${before.sanitizer}）に入ったファイルと同一のものが、確認方式の許可通信「${title}」（${id}）で出た。危険因子が無いことを確認する方式では、内容が同一でもよい。${sorted.length}件。`,
          en: `A file that went into the sanitizer (${before.sanitizer}) came out unchanged on conduit ${id} (${title}), which promises verification: that is allowed. ${sorted.length} file(s).`,
        },
    from: before.end,
    to: after.end,
    service: null,
    first: formatEpoch(before.time),
    last: formatEpoch(last.after.time),
    flows: new Set(sorted.flatMap((pair) => [pair.before.flow, pair.after.flow])).size,
    packets: 0,
    bytes: sorted.reduce((sum, pair) => sum + pair.after.file.size, 0),
    conduit: { nearest: id, failed: null },
    indicators: sortIndicators(
      sorted.slice(0, NAMED).map((pair) => ({ field: 'file', value: describeFile(pair.after.file) })),
    ),
    reasons: ['file-digest-equal', `conduit-${after.conduit.kind}`],
    related: [],
    limits: definition.limits,
    remedy: definition.remedy,
    frames: [...before.frames, ...after.frames].slice(0, LIMITS.framesPerFinding),
  };
}
