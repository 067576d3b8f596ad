import { parsePrefix, type Prefix } from '../../src/base/address.js';
import type { CityPlan } from '../../src/craft/register.js';

function prefix(text: string): Prefix {
  const parsed = parsePrefix(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

const leg = (zone: 'mynumber' | 'lgwan' | 'internet', vlan: number, ip: string, macEnd: string) =>
  ({ zone, vlan, ip, mac: `00:00:5e:00:53:${macEnd}` }) as const;

/** Two zones with a firewall and a link to a third, and the security cloud behind a router. */
export const town: CityPlan = {
  segments: [
    { vlan: 10, prefix: prefix('10.1.0.0/16'), ipv6: prefix('2001:db8:10::/64') },
    { vlan: 20, prefix: prefix('10.2.0.0/16'), ipv6: prefix('2001:db8:20::/64') },
    { vlan: 25, prefix: prefix('10.9.0.0/29'), ipv6: null },
    { vlan: 30, prefix: prefix('10.3.0.0/16'), ipv6: null },
  ],
  hosts: [{ name: 'mail', ip: ['10.2.0.25'], mac: ['00:00:5e:00:53:30'], roles: ['mail'] }],
  gateways: [
    {
      name: 'fw',
      roles: ['boundary'],
      legs: [
        leg('mynumber', 10, '10.1.0.1', '01'),
        leg('lgwan', 20, '10.2.0.1', '02'),
        leg('internet', 25, '10.9.0.1', '03'),
      ],
    },
    {
      name: 'fw-in',
      roles: ['boundary'],
      legs: [leg('internet', 25, '10.9.0.2', '04'), leg('internet', 30, '10.3.0.1', '05')],
    },
    {
      name: 'sanitizer',
      roles: ['sanitizer'],
      legs: [leg('lgwan', 20, '10.2.0.9', '10'), leg('internet', 30, '10.3.0.9', '11')],
    },
    { name: 'rt-sc', roles: ['security-cloud-router'], legs: [leg('internet', 30, '10.3.0.254', '09')] },
  ],
  realms: [{ realm: 'security-cloud', prefixes: [prefix('10.200.0.0/24')], vlans: [] }],
  capturePoints: [
    { name: 'CP-A', vlans: [10] },
    { name: 'CP-B', vlans: [20, 25, 30] },
  ],
};
