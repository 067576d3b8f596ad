import type { AppProtocol } from '../model/facts.js';
import type { DatagramInspectorFactory, StreamInspectorFactory } from './inspector.js';
import type { RecogniseDatagram } from './udp-conversation.js';

/** Who reads which protocol over TCP; a protocol without a line is recognised and not looked into. */
export const STREAM_INSPECTORS: Partial<Record<AppProtocol, StreamInspectorFactory>> = {};

/** The same over UDP. */
export const DATAGRAM_INSPECTORS: Partial<Record<AppProtocol, DatagramInspectorFactory>> = {};

/** until it knows better: nothing is recognised */
export const recogniseDatagram: RecogniseDatagram = () => null;
