import Sequencer from '@jest/test-sequencer';

/** Files that take the longest, as measured; without their order, the last of them would run while a processor idles. */
const LONGEST = [
  // millions of promises: 2 s in a fresh process, 48 s in one where a server has switched on hooks for each of them
  'tests/capture/reader-contract.test.ts',
  'tests/prove/prove.test.ts',
  'tests/scenarios/evidence.test.ts',
  'tests/scenarios/scenarios.test.ts',
  'tests/web/dashboard.test.ts',
  'tests/report/html/chromium.test.ts',
  'tests/store/crash.test.ts',
  'tests/cli/prove.test.ts',
  'tests/watch/watch.test.ts',
  'tests/watch/runs.test.ts',
  'tests/fuzz/fuzz.test.ts',
];

/** The long files first, also where no earlier run has left their durations (jest would then go by the sizes of files). */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const index = LONGEST.findIndex((file) => path.endsWith(file));
      return index === -1 ? LONGEST.length : index;
    };
    return super.sort([...tests]).toSorted((one, other) => rank(one) - rank(other));
  }
}
