import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Act } from '../../src/craft/act.js';

type OneOf<T> = T | readonly T[];

/** What a finding must look like; every field that is given must hold, and a list means "one of". */
export interface FindingPattern {
  readonly rule?: OneOf<string>;
  readonly clause?: OneOf<string>;
  readonly verdict?: OneOf<string>;
  readonly severity?: OneOf<string>;
  readonly outcome?: OneOf<string>;
  readonly port?: OneOf<number>;
  readonly proto?: OneOf<number>;
  /** address, host or zone of a side */
  readonly from?: string;
  readonly to?: string;
  /** both addresses, in any direction */
  readonly endpoints?: readonly [string, string];
  /** nearest conduit, and the field that failed */
  readonly conduit?: string;
  readonly failed?: OneOf<string>;
  /** capture point of some evidence */
  readonly point?: string;
  /** flows that the finding stands for */
  readonly flows?: number;
  readonly packets?: number;
  /** texts anywhere in the finding */
  readonly mentions?: readonly string[];
  /** how many findings match; at least one when it is left out */
  readonly count?: number;
}

/** What is done to the captures after the traffic was played. */
export interface CaptureFaults {
  /** points whose file holds no packet */
  readonly empty?: readonly string[];
  /** by point, the cards whose frames alone its mirror delivers */
  readonly oneSided?: Readonly<Record<string, readonly string[]>>;
  /** points whose file ends before its time, and the share of its bytes that is left */
  readonly cut?: Readonly<Record<string, number>>;
  readonly snapLength?: number;
  /** points whose mirror wraps its frames */
  readonly transport?: Readonly<Record<string, 'erspan' | 'vxlan' | 'gre'>>;
  /** seconds by which the clock of a point is ahead */
  readonly clock?: Readonly<Record<string, number>>;
  /** frames that the capture program says it lost */
  readonly dropped?: Readonly<Record<string, number>>;
}

/** Other shapes of the same captures, which must give the same findings. */
export const SHAPES = ['reversed', 'split', 'nano-big-endian', 'pcapng', 'gzip'] as const;
export type Shape = (typeof SHAPES)[number];

/** One folder of tests/scenarios/cases. */
export interface Scenario {
  readonly title: string;
  readonly why: string;
  readonly source: string;
  /** file name in topology/ or tests/scenarios/topologies/, without `.yaml` */
  readonly topology: string;
  /** permitted traffic at every point from the first second to the last (default true) */
  readonly background?: boolean;
  /** rules that this traffic nearly fires and must not, beside the one in the folder's name */
  readonly near?: readonly string[];
  readonly traffic: readonly Act[];
  readonly captures?: CaptureFaults;
  /** findings; any other violation or suspicion fails the scenario */
  readonly expect?: readonly FindingPattern[];
  readonly forbid?: readonly FindingPattern[];
  readonly result?: OneOf<string>;
  readonly clauses?: Readonly<Record<string, OneOf<string>>>;
  readonly quality?: readonly { readonly check: string; readonly point?: string; readonly effect?: OneOf<string> }[];
  /** captures by point: whether they were read to their end */
  readonly complete?: Readonly<Record<string, boolean>>;
  readonly same?: readonly Shape[];
}

const KEYS = new Set<string>([
  ...([
    'title',
    'why',
    'source',
    'topology',
    'background',
    'near',
    'traffic',
    'captures',
    'expect',
    'forbid',
    'result',
  ] as const),
  ...(['clauses', 'quality', 'complete', 'same'] as const),
]);

/** @throws Error when the file has a word that no scenario knows */
export function readScenario(file: string): Scenario {
  const scenario = parse(readFileSync(file, 'utf8')) as Scenario;
  const unknown = Object.keys(scenario).filter((key) => !KEYS.has(key));
  if (unknown.length > 0) throw new Error(`${file}: unknown ${unknown.join(', ')}`);
  return scenario;
}
