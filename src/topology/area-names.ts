import type { Text } from '../base/text.js';
import type { Area } from '../model/place.js';

/** The areas in the words of the policy and of reports. */
export const AREA_NAMES: Readonly<Record<Area, Text>> = {
  mynumber: { ja: 'マイナンバー利用事務系', en: 'My Number zone' },
  lgwan: { ja: 'LGWAN接続系', en: 'LGWAN zone' },
  internet: { ja: 'インターネット接続系', en: 'Internet zone' },
  'lgwan-wan': { ja: '総合行政ネットワーク（LGWAN）', en: 'LGWAN wide area network' },
  'juki-net': { ja: '住基ネット', en: 'Resident Register Network' },
  govcloud: { ja: 'ガバメントクラウド', en: 'Government Cloud' },
  'security-cloud': { ja: '自治体情報セキュリティクラウド', en: 'municipal security cloud' },
  public: { ja: 'インターネット', en: 'the Internet' },
  mgmt: { ja: '機器管理', en: 'device management network' },
  unassigned: { ja: '未登録', en: 'unassigned' },
  special: { ja: '特殊アドレス', en: 'special-purpose address' },
};
