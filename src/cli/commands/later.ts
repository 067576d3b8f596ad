import type { Command } from 'commander';
import { comesLater } from '../usage.js';

const LATER = ['serve'];

/** Commands of the contract that this version does not have: they say so instead of being unknown. */
export function addLaterCommands(program: Command): void {
  for (const name of LATER) {
    program
      .command(`${name} [arguments...]`, { hidden: true })
      .allowUnknownOption()
      .action(() => {
        throw comesLater(`sansou ${name}`);
      });
  }
}
