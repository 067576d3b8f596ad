import type { Area, Realm, Zone } from '../../model/place.js';
import type { Conduit, ConduitKind, Model } from '../../model/topology.js';

/**
 * What the zone matrix says of a flow from its opener's area to its responder's.
 * `ok`: allowed without a conduit. `conduit`: only if a registered conduit matches. `never`: a conduit here is a
 * configuration error. `outside`: neither end is the municipality's. `none`: an end is no host (multicast, link-local).
 */
export type Disposition = 'ok' | 'conduit' | 'never' | 'outside' | 'none';

type Declared = Zone | Realm;
type Row = Readonly<Record<Declared, Disposition>>;

const AREA_ORDER = [
  'mynumber',
  'lgwan',
  'internet',
  'lgwan-wan',
  'juki-net',
  'govcloud',
  'security-cloud',
  'public',
  'mgmt',
] as const;

const LETTERS = { o: 'ok', C: 'conduit', '-': 'never', x: 'outside' } as const;

/** The matrix of domain catalogue 1.5, a row per opener; columns in the order of AREA_ORDER. */
const ROWS: Readonly<Record<Declared, string>> = {
  //                mn lg in lw jk gc sc pu mg
  mynumber: /*   */ 'o C - C C o - - C',
  lgwan: /*      */ 'C o C C - - C - C',
  internet: /*   */ '- C o - - - C C C',
  'lgwan-wan': 'C C - x - - - - -',
  'juki-net': 'C - - - x - - - -',
  govcloud: /*   */ 'o - - - - x - - -',
  'security-cloud': '- C C - - - x x -',
  public: /*     */ '- - C - - - x x -',
  mgmt: /*       */ 'C C C - - - - - o',
};

/** The matrix as data: opener → responder. */
export const MATRIX: Readonly<Record<Declared, Row>> = Object.freeze(
  Object.fromEntries(
    AREA_ORDER.map((from) => {
      const letters = ROWS[from].split(' ') as (keyof typeof LETTERS)[];
      return [
        from,
        Object.freeze(Object.fromEntries(AREA_ORDER.map((to, index) => [to, LETTERS[letters[index] ?? '-']]))),
      ];
    }),
  ),
) as Readonly<Record<Declared, Row>>;

/**
 * @param from area of the opener
 * @param to area of the responder
 */
export function dispositionOf(from: Area, to: Area, model: Model): Disposition {
  if (from === 'special' || to === 'special') return 'none';
  if (from === 'unassigned' || to === 'unassigned') return 'never';
  // α′ alone may break out to designated clouds
  if (from === 'lgwan' && to === 'public') return model === 'alpha-dash' ? 'conduit' : 'never';
  return MATRIX[from][to];
}

/** What a conduit is, as far as the matrix minds. */
export interface ConduitTerms {
  readonly kind: ConduitKind;
  /** one of its `via` is the registered router to the security cloud */
  readonly throughSecurityCloud: boolean;
}

/** 無害化通信 (domain catalogue 1.6), besides screen transfer. */
const SANITIZED: ReadonlySet<ConduitKind> = new Set([
  'mailText',
  'mailSanitized',
  'fileRebuild',
  'fileVerify',
  'dataExport',
]);

/** Conditions on single cells: which conduits may stand there. */
const CONDITIONS: readonly {
  readonly from: Declared;
  readonly to: Declared;
  readonly holds: (terms: ConduitTerms, model: Model) => boolean;
}[] = [
  {
    from: 'lgwan',
    to: 'internet',
    holds: ({ kind }, model) => (kind === 'screenTransfer' ? isAlpha(model) : SANITIZED.has(kind)),
  },
  {
    from: 'internet',
    to: 'lgwan',
    // an outward hand-over is opened by each side's own terminal, never from the Internet side into LGWAN
    holds: ({ kind }, model) =>
      kind === 'screenTransfer' ? !isAlpha(model) : SANITIZED.has(kind) && kind !== 'dataExport',
  },
  {
    from: 'lgwan',
    to: 'security-cloud',
    // log collection, hosted sanitizer or VDI, updates; never the way out to the Internet
    holds: ({ kind }, model) =>
      kind === 'screenTransfer'
        ? isAlpha(model)
        : SANITIZED.has(kind) || kind === 'log' || kind === 'counterpart' || kind === 'specified',
  },
  {
    from: 'security-cloud',
    to: 'lgwan',
    holds: ({ kind }, model) =>
      kind === 'screenTransfer' ? !isAlpha(model) : SANITIZED.has(kind) && kind !== 'dataExport',
  },
  { from: 'lgwan', to: 'public', holds: ({ kind }, model) => kind === 'designatedCloud' && model === 'alpha-dash' },
  // a transparent design: packets carry the public address, and the security cloud's router takes them
  { from: 'internet', to: 'public', holds: ({ throughSecurityCloud }) => throughSecurityCloud },
  // seen behind the security cloud, or the declared exception of a public server in the office (G-IN-7)
  {
    from: 'public',
    to: 'internet',
    holds: ({ kind, throughSecurityCloud }) => throughSecurityCloud || kind === 'specified',
  },
];

/** α and α′: business terminals are in the LGWAN zone and open the screens of the Internet zone. */
export function isAlpha(model: Model): boolean {
  return model === 'alpha' || model === 'alpha-dash';
}

/** May a conduit of this kind permit a flow from that opener to that responder at all? */
export function mayPermit(terms: ConduitTerms, from: Area, to: Area, model: Model): boolean {
  // the two places where a designated cloud stands are the LGWAN zone and the Internet, and nowhere else
  if (terms.kind === 'designatedCloud' && (from !== 'lgwan' || to !== 'public')) return false;
  const disposition = dispositionOf(from, to, model);
  if (disposition === 'ok' || disposition === 'outside') return true;
  if (disposition !== 'conduit') return false;
  return CONDITIONS.find((cell) => cell.from === from && cell.to === to)?.holds(terms, model) ?? true;
}

/** The terms of a conduit. */
export function termsOf(conduit: Conduit, securityCloudRouters: ReadonlySet<string>): ConduitTerms {
  return { kind: conduit.kind, throughSecurityCloud: conduit.via.some((name) => securityCloudRouters.has(name)) };
}
