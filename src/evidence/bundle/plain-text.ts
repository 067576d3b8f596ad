/** enough for any file name */
const LENGTH = 255;

/**
 * Text from outside (names of files and points) as it may stand in a comment: control characters, invisible ones and
 * those that turn the direction of writing are shown as their numbers.
 */
export function plainText(text: string): string {
  const shown = Array.from(text.slice(0, 4 * LENGTH), (character) =>
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}"\\]/u.test(character)
      ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
      : character,
  );
  return shown.length > LENGTH ? `…${shown.slice(-LENGTH).join('')}` : shown.join('');
}
