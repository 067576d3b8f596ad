export function violationFrames(index: number): Uint8Array[];
export function violationCapture(index: number, now?: number): Uint8Array;
