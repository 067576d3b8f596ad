import { escapeTerminal } from '../escape.js';

/**
 * Text for a SARIF message. Braces would be placeholders (3.11.5) and brackets links (3.11.6): what a packet says can be
 * neither. Controls are made visible, as a viewer might obey them.
 */
export function messageText(text: string): string {
  return escapeTerminal(text)
    .replace(/[\\[\]]/g, (character) => `\\${character}`)
    .replace(/[{}]/g, (brace) => brace + brace);
}

/** A message object. */
export function messageOf(text: string): { readonly text: string } {
  return { text: messageText(text) };
}
