/**
 * Holds a domain name against an entry of a register.
 * @param name lower case, no trailing dot
 * @param entry a name, or `*.suffix`, which stands for every name below the suffix
 */
export function matchesName(name: string, entry: string): boolean {
  const pattern = entry.toLowerCase().replace(/\.$/, '');
  return pattern.startsWith('*.')
    ? name.endsWith(pattern.slice(1)) && name.length > pattern.length - 1
    : name === pattern;
}
