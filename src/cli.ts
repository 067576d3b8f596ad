#!/usr/bin/env node
import { readVersion } from './base/version.js';

// Nothing is loaded before it is known what is asked: a folder of captures means thousands of starts.
const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${readVersion()}\n`);
} else {
  const { runCli } = await import('./cli/run-cli.js');
  // Standard input may still be open (an endless pipe after Ctrl-C); everything has been written by now.
  process.exit(await runCli(argv));
}
