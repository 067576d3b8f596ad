/** What stands for a value in the flags and arguments of the commands. */
const placeholders: Readonly<Record<string, string>> = {
  address: 'アドレス',
  amount: '量',
  capture: 'キャプチャ',
  command: 'コマンド',
  days: '日数',
  dir: 'フォルダ',
  earlier: '以前の報告',
  file: 'ファイル',
  hex: '16進数',
  host: 'ホスト',
  id: '番号',
  later: '新しい報告',
  length: '時間',
  level: '段階',
  n: '数',
  name: '名前',
  options: 'オプション',
  path: 'パス',
  point: '採取点',
  port: 'ポート',
  'report-or-flows': '報告またはフロー',
  responder: '応答側',
  run: '実行',
  service: 'サービス',
  table: '表',
  time: '時刻',
  topology: '構成定義',
};

/**
 * A term of the help in Japanese: `check [options] <capture...>` → `check [オプション] <キャプチャ...>`, and `capture` →
 * `キャプチャ`. Names of commands and words that must be typed as they are stay.
 */
export function translatePlaceholders(term: string): string {
  return (
    placeholders[term] ??
    term.replace(/<[^>]+>|\[[a-z]+\]/g, (part) =>
      part.replace(/[a-z]+(?:-[a-z]+)*/g, (word) => placeholders[word] ?? word),
    )
  );
}
