import { expect, test } from '@jest/globals';
import type { FlowRecord, FlowRun } from '../../src/model/flow-record.js';
import type { Sighting } from '../../src/model/sighting.js';
import { isGenericName } from '../../src/base/computer-name.js';
import { maskKeptFlows } from '../../src/scan/mask-kept-flows.js';

const NUMBER = '123456789018';

const named = (detail: string): Sighting => ({ kind: 'name', detail }) as Sighting;

test('flows are kept without the individual numbers that their packets spoke of', () => {
  const kept: unknown[] = [];
  const keeper = maskKeptFlows({ keep: (record) => kept.push(record), finish: (run) => kept.push(run) });
  const facts = {
    names: [{ source: 'sni', name: `${NUMBER}.example` }],
    files: [{ name: `住民票_${NUMBER}.pdf`, sha256: `a${NUMBER}b` }],
    mails: [{ parts: [{ fileName: `${NUMBER}.xlsx` }] }],
    dns: [{ name: `${NUMBER}.dns.example` }],
  };
  const plain = { facts: null, flow: { bytes: [Number(NUMBER), 0] } } as unknown as FlowRecord;
  keeper.keep({ ...plain, facts } as unknown as FlowRecord);
  keeper.keep(plain);
  keeper.finish({
    captures: [],
    quality: [],
    sightings: [named(`mdns ${NUMBER}.local`), named(`client-id ${NUMBER}`)],
  } as unknown as FlowRun);
  expect(kept).toEqual([
    {
      ...plain,
      facts: {
        names: [{ source: 'sni', name: '************.example' }],
        files: [{ name: '住民票_************.pdf', sha256: `a${NUMBER}b` }],
        mails: [{ parts: [{ fileName: '************.xlsx' }] }],
        dns: [{ name: '************.dns.example' }],
      },
    },
    plain,
    { captures: [], quality: [], sightings: [named('mdns ************.local'), named(`client-id ${NUMBER}`)] },
  ]);
});

test('computers whose names were masked are not taken for one', () => {
  expect(isGenericName('mdns ************.local')).toBe(true);
  expect(isGenericName('mdns mn-jumin-055.local')).toBe(false);
});
