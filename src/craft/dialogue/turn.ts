import type { Random } from '../random.js';
import type { Speaker } from '../tcp-conversation.js';

/** What one side says before the other answers. */
export interface Turn {
  readonly by: Speaker;
  readonly data: Uint8Array;
}

/** What a dialogue may be told. */
export interface Details {
  readonly random: Random;
  /** host name: of the site, the server, the mail's recipient domain */
  readonly name: string;
  /** payload bytes that the initiator sends, beyond what the protocol itself needs */
  readonly upBytes: number;
  /** payload bytes that the responder sends */
  readonly downBytes: number;
}

export type Dialogue = (details: Details) => readonly Turn[];

export const asks = (data: Uint8Array): Turn => ({ by: 'initiator', data });
export const answers = (data: Uint8Array): Turn => ({ by: 'responder', data });
