import { describe, expect, test } from '@jest/globals';
import { AREAS } from '../../../src/model/place.js';
import { CONDUIT_KINDS, MODELS } from '../../../src/model/topology.js';
import { dispositionOf, mayPermit, MATRIX } from '../../../src/topology/conduits/disposition.js';

/** The rows of the domain catalogue, 1.5, in words of this test: opener, then who it may reach without and with a conduit. */
const EXPECTED: Readonly<Record<string, { readonly ok?: readonly string[]; readonly conduit?: readonly string[] }>> = {
  mynumber: { ok: ['mynumber', 'govcloud'], conduit: ['lgwan', 'lgwan-wan', 'juki-net', 'mgmt'] },
  lgwan: { ok: ['lgwan'], conduit: ['mynumber', 'internet', 'lgwan-wan', 'security-cloud', 'mgmt'] },
  // public only through the router to the security cloud: see mayPermit
  internet: { ok: ['internet'], conduit: ['lgwan', 'security-cloud', 'public', 'mgmt'] },
  'lgwan-wan': { conduit: ['mynumber', 'lgwan'] },
  'juki-net': { conduit: ['mynumber'] },
  govcloud: { ok: ['mynumber'] },
  'security-cloud': { conduit: ['lgwan', 'internet'] },
  public: { conduit: ['internet'] },
  mgmt: { ok: ['mgmt'], conduit: ['mynumber', 'lgwan', 'internet'] },
};

test('the matrix is that of the domain catalogue', () => {
  for (const [from, row] of Object.entries(MATRIX)) {
    const reachable = (disposition: string): readonly string[] =>
      Object.entries(row)
        .filter(([, value]) => value === disposition)
        .map(([to]) => to);
    expect([from, reachable('ok'), reachable('conduit')]).toEqual([
      from,
      EXPECTED[from]?.ok ?? [],
      EXPECTED[from]?.conduit ?? [],
    ]);
  }
});

test('only alpha-dash lets LGWAN reach the Internet, with designated clouds', () => {
  for (const model of MODELS) {
    expect(dispositionOf('lgwan', 'public', model)).toBe(model === 'alpha-dash' ? 'conduit' : 'never');
    for (const kind of CONDUIT_KINDS) {
      expect(mayPermit({ kind, throughSecurityCloud: true }, 'lgwan', 'public', model)).toBe(
        model === 'alpha-dash' && kind === 'designatedCloud',
      );
    }
  }
});

describe('what nothing can permit', () => {
  test('undeclared addresses and addresses that are no host', () => {
    for (const area of AREAS) {
      expect(dispositionOf(area, 'special', 'alpha')).toBe('none');
      if (area !== 'special') expect(dispositionOf('unassigned', area, 'alpha')).toBe('never');
      expect(mayPermit({ kind: 'specified', throughSecurityCloud: true }, area, 'unassigned', 'alpha')).toBe(false);
    }
  });

  test('any traffic between My Number and the Internet side, whatever the kind and the model', () => {
    for (const model of MODELS) {
      for (const kind of CONDUIT_KINDS) {
        for (const other of ['internet', 'security-cloud', 'public'] as const) {
          expect(mayPermit({ kind, throughSecurityCloud: true }, 'mynumber', other, model)).toBe(false);
          expect(mayPermit({ kind, throughSecurityCloud: true }, other, 'mynumber', model)).toBe(false);
        }
      }
    }
  });
});

test('screen transfer between LGWAN and the Internet zone goes one way in every model', () => {
  const screen = { kind: 'screenTransfer', throughSecurityCloud: false } as const;
  for (const model of MODELS) {
    const isAlpha = model.startsWith('alpha');
    expect(mayPermit(screen, 'lgwan', 'internet', model)).toBe(isAlpha);
    expect(mayPermit(screen, 'internet', 'lgwan', model)).toBe(!isAlpha);
  }
});

test('an outward hand-over is never opened from the Internet side', () => {
  const kinds = CONDUIT_KINDS.filter((kind) =>
    mayPermit({ kind, throughSecurityCloud: false }, 'internet', 'lgwan', 'alpha'),
  );
  expect(kinds).toEqual(['mailText', 'mailSanitized', 'fileRebuild', 'fileVerify']);
});
