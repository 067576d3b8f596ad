import type { Text } from '../../../base/text.js';
import type { RunKind } from '../../../model/history.js';

const KINDS: Readonly<Record<RunKind, Text>> = {
  check: { ja: '検査', en: 'check' },
  scan: { ja: '定期検査', en: 'scheduled scan' },
  watch: { ja: '常時監視', en: 'watch' },
  upload: { ja: 'アップロード', en: 'upload' },
};

export function kindWord(kind: RunKind): Text {
  return KINDS[kind];
}
