import { LIMITS } from '../../base/limits.js';
import { formatEpoch } from '../../base/time.js';
import type { FrameReference } from '../../model/flow.js';
import type { Rule, SightingJudgement } from '../../model/rule.js';
import { fingerprint, sortIndicators, type FindingDraft } from './finding-draft.js';
import { ruleIdOf } from '../registry.js';

/** A judgement about sightings as a finding. `packets` counts the sightings themselves, never whole flows. */
export function draftOfSightings(definition: Rule, judgement: SightingJudgement): FindingDraft {
  const { clause, verdict, severity, summary, reasons, subject, from, to, sightings, indicators = [] } = judgement;
  const rule = ruleIdOf(definition, clause);
  const firsts = sightings.map(({ first }) => first).sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  const lasts = sightings.map(({ last }) => last).sort((x, y) => (x < y ? 1 : x > y ? -1 : 0));
  return {
    id: fingerprint(rule, ...subject),
    rule,
    clause,
    verdict,
    severity,
    outcome: null,
    title: definition.titles[clause] ?? { ja: '', en: '' },
    summary,
    from,
    to,
    service: null,
    first: firsts[0] === undefined ? null : formatEpoch(firsts[0]),
    last: lasts[0] === undefined ? null : formatEpoch(lasts[0]),
    flows: 0,
    packets: sightings.reduce((sum, { count }) => sum + count, 0),
    bytes: 0,
    conduit: null,
    ...(indicators.length === 0 ? {} : { indicators: sortIndicators(indicators) }),
    reasons: [...reasons].sort(),
    related: [],
    limits: definition.limits,
    remedy: definition.remedy,
    frames: framesOf(sightings),
  };
}

/** The earliest frames of each sighting in turn, so that every one of them is shown while there is room. */
function framesOf(sightings: SightingJudgement['sightings']): FrameReference[] {
  const frames = new Map<string, FrameReference>();
  for (let turn = 0; frames.size < LIMITS.framesPerFinding; turn++) {
    const round = sightings.map((sighting) => sighting.frames[turn]).filter((frame) => frame !== undefined);
    if (round.length === 0) break;
    for (const frame of round)
      if (frames.size < LIMITS.framesPerFinding) frames.set(`${frame.file}:${frame.frame}`, frame);
  }
  return [...frames.values()];
}
