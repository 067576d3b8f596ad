import type { StreamInspectorFactory } from '../inspector.js';
import { inspectFirstBytes } from './inspect-first-bytes.js';

/** Telnet: recognised by its options; what is typed is nobody's business here. */
export const inspectTelnet: StreamInspectorFactory = () => inspectFirstBytes(1, () => true);
