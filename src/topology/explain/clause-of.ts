import type { Area, Clause } from '../../model/place.js';

/** The clause of article 8(3) that a flow between two areas concerns: a My Number end makes it ア, else an LGWAN end イ, else ウ. */
export function clauseOf(one: Area, other: Area): Clause {
  if (one === 'mynumber' || other === 'mynumber') return 'A';
  return one === 'lgwan' || other === 'lgwan' ? 'I' : 'U';
}
