// npm start: the sample city, judged. Further arguments go to the command: npm start -- --lang en
import { prepare, runNode, say } from './prepare.mjs';

prepare();
const args = ['check', 'captures', '-t', 'topology/midorino-alpha.yaml', ...process.argv.slice(2)];
say(`npx sansou ${args.join(' ')}`);
process.stderr.write('\n');
const status = runNode('dist/cli.js', ...args);

const meanings = new Map([
  [0, 'no violation was observed, and every judged boundary was provable'],
  [1, 'at least one violation or suspected violation was found (the sample city has planted ones)'],
  [2, 'no violation was found, but something that had to be judged is undetermined'],
  [3, 'the input could not be used'],
  [64, 'the command was not understood'],
]);
process.stderr.write('\n');
say(`exit status ${status}: ${meanings.get(status) ?? 'the program itself has failed'}.`);
// A verdict is not a failure of npm start; npm would end it with a page about errors.
process.exit(status <= 2 ? 0 : status);
