import { formatEpoch } from '../../base/time.js';
import type { Text } from '../../base/text.js';
import type { Flow } from '../../model/flow.js';
import type { SeenCrossing, Stranger, Suggestion, UnsuggestedCrossing } from '../../model/suggestion.js';
import type { Topology } from '../../model/topology.js';
import { parseTopology } from '../load.js';
import { suggestConduits } from './suggest-conduits.js';
import { suggestHomes } from './suggest-homes.js';

/** What was gathered from captures, as far as a proposal needs it. */
export interface Gathered {
  readonly crossings: readonly SeenCrossing[];
  readonly tunnels: readonly Flow[];
  readonly strangers: readonly Stranger[];
  readonly flows: number;
  readonly covered: number;
  readonly notEstablished: number;
  readonly refused: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** What a topology lacks to say what was seen: for a person to review. */
export function suggestTopology(gathered: Gathered, topology: Topology): Suggestion {
  const { conduits, notSuggested } = suggestConduits(gathered.crossings, topology);
  const { flows, covered, notEstablished, refused, first, last } = gathered;
  return {
    schema: 'sansou/suggestion/1',
    conduits,
    notSuggested: [...notSuggested, ...gathered.tunnels.map((flow) => tunnelOf(flow, topology))],
    homes: suggestHomes(gathered.strangers, topology),
    counts: { flows, covered, notEstablished, refused },
    period: { first, last },
    notes: topology.segments.length === 0 ? [WITHOUT_ZONES] : [],
  };
}

const WITHOUT_ZONES: Text = {
  ja: '構成定義ファイル（-t）がないか、領域の範囲がまだ書かれていないため、許可通信は提案できない。アドレスの一覧から領域の範囲を書き、-t で指定して再び実行する。',
  en: 'Without a topology (-t) that declares the ranges of the zones no conduit can be proposed. Write the zones from the list of addresses, and run it again with -t.',
};

/** A topology that declares nothing: every private address is a stranger. */
export function emptyTopology(): Topology {
  const zones = '{ mynumber: { segments: [] }, lgwan: { segments: [] }, internet: { segments: [] } }';
  return parseTopology(`version: 1\norganization: '-'\nmodel: alpha\ntimezone: Asia/Tokyo\nzones: ${zones}\n`, '-')
    .topology;
}

function tunnelOf(flow: Flow, topology: Topology): UnsuggestedCrossing {
  const isFromB = flow.initiator === 'b';
  const [opener, other] = isFromB ? [flow.b, flow.a] : [flow.a, flow.b];
  return {
    why: 'tunnel',
    text: {
      ja: `別の通信を運ぶトンネル（${flow.tunnel ?? ''}）である。中の通信ごとに判断する。`,
      en: `It is a tunnel (${flow.tunnel ?? ''}) that carries other traffic: decide about what is inside.`,
    },
    areas: [topology.place(opener.address).area, topology.place(other.address).area],
    initiator: opener.address,
    responder: other.address,
    proto: flow.proto,
    ports: other.port === 0 ? [] : [other.port],
    flows: 1,
    first: formatEpoch(flow.first),
    last: formatEpoch(flow.last),
  };
}
