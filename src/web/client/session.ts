import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Text } from '../../base/text.js';
import type { SessionAnswer } from '../api.js';

/** What every part of the page needs: who is looking, in which language, and the way back to the log-in. */
export interface PageSession {
  readonly session: SessionAnswer;
  readonly language: Language;
  readonly say: (text: Text) => string;
  /** somebody has to log in again */
  readonly onLoggedOut: () => void;
}

export const SessionContext = createContext<PageSession | null>(null);

export function usePage(): PageSession {
  const page = useContext(SessionContext);
  if (page === null) throw new Error('outside the page');
  return page;
}
