export function violationFrames(index: number, server?: string): Uint8Array[];
export function violationCapture(index: number, now?: number): Uint8Array;
export function captureOf(frames: readonly Uint8Array[], now: number): Uint8Array;
