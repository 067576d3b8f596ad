import type { StreamInspectorFactory } from '../inspector.js';
import { inspectFirstBytes } from './inspect-first-bytes.js';

/** Citrix ICA, plain or inside CGP: recognised by its first bytes; nothing of the session is read. */
export const inspectIca: StreamInspectorFactory = () => inspectFirstBytes(1, () => true);
