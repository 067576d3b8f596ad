import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const fileUnchanged: Rule = {
  check: '38',
  titles: { I: { ja: 'ファイルの素通し', en: 'File unchanged across the sanitizer' } },
  trigger: {
    ja: '無害化の前後で同じSHA-256のファイルが観測された（再構築方式で違反、確認方式では正常）。',
    en: 'A file with the same SHA-256 before and behind the sanitizer (a violation where it is rebuilt, expected where it is verified).',
  },
  severities: { I: 'high; fileVerify info' },
  traps: [{ ja: '分割転送、圧縮、小さな画像に注意する。', en: 'Mind range requests, compression, thumbnails.' }],
  limits: [{ ja: 'どちらかの経路が暗号化されていれば比較できない。', en: 'Needs both legs in plain text.' }],
  remedy: {
    ja: '無害化装置の処理対象と例外設定を確認する。',
    en: 'Check what the sanitizer treats and what it exempts.',
  },
  basis: 'flow',
  awaits: AWAITS.content,
};
