import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../session.js';

/** `--store`, else $SANSOU_STORE, else the state folder of the XDG Base Directory Specification. */
export function storePlace(session: Session, option: string | undefined): string {
  const { SANSOU_STORE, XDG_STATE_HOME, HOME } = session.env;
  if (option !== undefined && option !== '') return option;
  if (SANSOU_STORE !== undefined && SANSOU_STORE !== '') return SANSOU_STORE;
  // the specification has relative paths ignored
  const state = XDG_STATE_HOME?.startsWith('/') === true ? XDG_STATE_HOME : join(HOME ?? homedir(), '.local', 'state');
  return join(state, 'sansou', 'history.db');
}
