/**
 * Pipes of Windows services ([MS-SCMR], [MS-TSCH], [MS-RRP], [MS-SAMR], [MS-LSAD], [MS-SRVS], [MS-WKST], [MS-NRPC],
 * [MS-RPRN], [MS-EVEN]) and of PsExec: told by name where the capture began after the share was connected.
 */
const WELL_KNOWN_PIPES: ReadonlySet<string> = new Set([
  'svcctl',
  'atsvc',
  'winreg',
  'samr',
  'lsarpc',
  'lsass',
  'srvsvc',
  'wkssvc',
  'netlogon',
  'spoolss',
  'eventlog',
  'psexesvc',
]);

export function isWellKnownPipe(path: string): boolean {
  const name = path.toLowerCase();
  return WELL_KNOWN_PIPES.has(name) || name.startsWith('psexesvc-');
}
