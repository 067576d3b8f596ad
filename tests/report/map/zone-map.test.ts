import { describe, expect, test } from '@jest/globals';
import type { Finding, MatrixCell } from '../../../src/model/report.js';
import { drawZoneMap, insideZones } from '../../../src/report/map/draw-zone-map.js';
import { mapEdges, type Crossings } from '../../../src/report/map/map-edges.js';
import { edgeName, edgeText, fitText } from '../../../src/report/map/map-words.js';
import type { Shape } from '../../../src/report/map/shape.js';
import { HOSTILE_TEXT } from '../../support/hostile.js';
import { SAMPLE_REPORT } from '../../support/report.js';

const { plan, coverage, findings, matrix } = SAMPLE_REPORT;
const [model] = findings;

const finding = (verdict: Finding['verdict'], from: Finding['from']['zone'], to: Finding['to']['zone']): Finding => ({
  ...model!,
  verdict,
  from: { ...model!.from, zone: from },
  to: { ...model!.to, zone: to },
});

const cell = (from: MatrixCell['from'], to: MatrixCell['to'], flows: number, permitted = 0): MatrixCell => ({
  ...matrix[0]!,
  ...{ from, to, flows },
  verdicts: permitted === 0 ? {} : { permitted },
});

const edgesOf = (crossings: Partial<Crossings>) =>
  mapEdges({ plan, conduits: coverage.conduits, matrix: [], findings: [], ...crossings });

/** Every word and value of a drawing. */
function wordsOf({ attributes, label, contents }: Shape): string[] {
  const inner = 'ja' in contents ? [contents.ja, contents.en] : contents.flatMap(wordsOf);
  return [...Object.values(attributes).map(String), label?.ja ?? '', ...inner];
}

describe('the lines of the zone map', () => {
  test('count findings for each direction, what is undetermined among them', () => {
    const edges = edgesOf({
      findings: [
        finding('violation', 'mynumber', 'lgwan'),
        finding('violation', 'mynumber', 'lgwan'),
        finding('violation', 'lgwan', 'mynumber'),
        finding('undetermined', 'lgwan', 'internet'),
        finding('observation', 'lgwan', 'internet'),
        finding('violation', 'lgwan', 'lgwan'),
        finding('violation', 'lgwan', null),
      ],
    });
    const told = edges.filter(({ opens }) => opens !== null);
    expect(told.map(({ kind, from, to, count }) => [kind, from, to, count])).toEqual([
      ['violation', 'mynumber', 'lgwan', 2],
      ['violation', 'lgwan', 'mynumber', 1],
      ['undetermined', 'lgwan', 'internet', 1],
    ]);
  });

  test('join what conduits permit, with the permitted flows of both directions', () => {
    const edges = edgesOf({ matrix: [cell('mynumber', 'lgwan', 9, 5), cell('lgwan', 'mynumber', 4, 2)] });
    const [between] = edges.filter(({ from, to }) => from === 'mynumber' && to === 'lgwan');
    expect([between?.kind, between?.flows]).toEqual(['conduit', 7]);
  });

  test('show flows that nothing permits and nobody objects to, but no multicast', () => {
    const edges = edgesOf({
      matrix: [cell('mynumber', 'internet', 2), cell('internet', 'mynumber', 1), cell('lgwan', 'special', 50)],
    });
    const observed = edges.filter(({ kind }) => kind === 'observed');
    expect(observed.map(({ from, to, flows }) => [from, to, flows])).toEqual([['mynumber', 'internet', 3]]);
    expect(edgeText(observed[0]!)).toEqual({ ja: '3フロー', en: '3 flows' });
    const objected = edgesOf({
      matrix: [cell('mynumber', 'internet', 2)],
      findings: [finding('suspected', 'mynumber', 'internet')],
    });
    expect(objected.some(({ kind }) => kind === 'observed')).toBe(false);
  });

  test('call no conduit unused where nothing was looked at', () => {
    expect(edgesOf({ conduits: [] }).every(({ unused }) => unused === 0)).toBe(true);
    const unused = coverage.conduits.map((conduit) => ({ ...conduit, flows: 0 }));
    expect(edgesOf({ conduits: unused }).every(({ kind, unused: count }) => kind !== 'conduit' || count > 0)).toBe(
      true,
    );
  });

  test('say in both languages what they are', () => {
    const [edge] = edgesOf({ findings: [finding('violation', 'mynumber', 'lgwan')] }).filter(({ opens }) => opens);
    expect(edgeName(edge!)).toEqual({
      ja: 'マイナンバー利用事務系 → LGWAN接続系: 違反 1',
      en: 'My Number zone → LGWAN zone: 1 violation',
    });
  });
});

describe('the drawing', () => {
  const draw = (points = coverage.points, own = plan) =>
    drawZoneMap({
      ...{ plan: own, points, edges: edgesOf({ findings }), inside: insideZones(findings) },
      linkOf: ({ opens }) => (opens === null ? null : { href: `#${opens}` }),
    });
  const classes = ({ attributes: { class: name = '' }, contents }: Shape): string[] => [
    String(name),
    ...('ja' in contents ? [] : contents.flatMap(classes)),
  ];

  test('tells a zone of which nothing was heard from one that was', () => {
    expect(draw().shapes.flatMap(classes)).toContain('zone z-lgwan');
    const deaf = draw(coverage.points.map((point) => ({ ...point, packets: 0 }))).shapes.flatMap(classes);
    expect(deaf).toContain('zone z-lgwan silent');
    expect(deaf).toContain('point silent');
    expect(deaf).not.toContain('point');
  });

  test('counts what stays inside a zone', () => {
    expect(insideZones([finding('violation', 'lgwan', 'lgwan'), finding('suspected', 'lgwan', null)])).toEqual({
      lgwan: 2,
    });
    expect(insideZones([finding('attempt', 'lgwan', 'lgwan'), finding('violation', 'lgwan', 'internet')])).toEqual({});
  });

  test('hands names on as they are, and cuts those that have no room between characters', () => {
    const zones = plan.zones.map((zone) => ({
      ...zone,
      segments: zone.segments.map((segment) => ({ ...segment, name: HOSTILE_TEXT })),
    }));
    const words = draw(coverage.points, { ...plan, zones }).shapes.flatMap(wordsOf);
    expect(words.some((word) => word.startsWith('=cmd') && word.endsWith('…'))).toBe(true);
    expect(fitText('𠮷野家の端末群', 6)).toBe('𠮷…');
    expect(fitText('short', 6)).toBe('short');
  });
});
