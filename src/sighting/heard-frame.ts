/** One frame, and where it came from. */
export interface HeardFrame {
  readonly point: number;
  readonly time: number;
  readonly file: number;
  readonly frame: number;
}
