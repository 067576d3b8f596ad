import type { Rule } from '../../model/rule.js';

export const fileUnchanged: Rule = {
  check: '38',
  titles: { I: { ja: 'ファイルの素通し', en: 'File unchanged across the sanitizer' } },
  trigger: {
    ja: '無害化の前後で同じSHA-256のファイルが観測された（再構築方式で違反、確認方式では正常）。',
    en: 'A file with the same SHA-256 before and behind the sanitizer (a violation where it is rebuilt, expected where it is verified).',
  },
  severities: { I: 'high; fileVerify info' },
  traps: [
    {
      ja: '無害化装置へ送り込まれ、24時間以内に同じ装置から出たものだけを比較する。1024バイト未満のファイルと、装置の画面部品は対象としない。',
      en: "Only what was sent into the sanitizer and came out of the same one within 24 hours is compared; files below 1,024 bytes and parts of the sanitizer's own pages do not count.",
    },
    {
      ja: '圧縮・分割された転送は元のファイルに戻して比較する。一部だけの転送は比較しない。',
      en: 'Compressed and chunked transfers are undone first; partial transfers are not compared.',
    },
  ],
  limits: [{ ja: 'どちらかの経路が暗号化されていれば比較できない。', en: 'Needs both legs in plain text.' }],
  remedy: {
    ja: '無害化装置の処理対象と例外設定を確認する。',
    en: 'Check what the sanitizer treats and what it exempts.',
  },
  basis: 'coverage',
};
