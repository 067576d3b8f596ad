// npm test: everything under tests/, on the sources; a few tests start the built command.
import { prepare, runNode, say } from './prepare.mjs';

prepare();
say('running the tests …');
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
process.exit(runNode(...jest, ...process.argv.slice(2)));
