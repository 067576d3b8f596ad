import type { FileReference } from './read-observation.js';

/** files that follow each other on one reel, and frames on it: frame numbers are 32-bit words */
const FILES = 4096;
const FRAMES = 2 ** 30;

interface Reel {
  readonly number: number;
  frames: number;
  /** by the order of reading: number of the file in the run, and frames on the reel before it */
  readonly files: { readonly file: number; readonly framesBefore: number }[];
}

/**
 * Flows remember a frame by two numbers of 16 and 32 bits. A run without end has more than 65,536 files: those that do
 * not overlap in reading follow each other on a reel, as if they were one long file.
 */
export class FileReels {
  /** files so far */
  count = 0;
  readonly #reels: Reel[] = [];
  #open: Reel[] = [];

  /** @param fileIndex in the observation that is being read */
  referenceOf(fileIndex: number): FileReference {
    for (let index = this.#open.length; index <= fileIndex; index++) this.#open[index] = this.#begin();
    const reel = this.#open[fileIndex] as Reel;
    return { file: reel.number, framesBefore: reel.frames };
  }

  /** The observation has been read. @param records of each of its files */
  add(records: readonly number[]): void {
    records.forEach((frames, fileIndex) => {
      this.referenceOf(fileIndex);
      const reel = this.#open[fileIndex] as Reel;
      reel.files.push({ file: this.count++, framesBefore: reel.frames });
      reel.frames += frames;
    });
    this.#open = this.#open.filter(({ frames, files }) => files.length < FILES && frames < FRAMES);
  }

  locate(reelNumber: number, frame: number): { readonly file: number; readonly frame: number } {
    const files = this.#reels[reelNumber]?.files ?? [];
    let [low, high] = [0, files.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((files[middle]?.framesBefore ?? 0) < frame) low = middle;
      else high = middle - 1;
    }
    const found = files[low];
    return found === undefined ? { file: -1, frame } : { file: found.file, frame: frame - found.framesBefore };
  }

  #begin(): Reel {
    const reel = { number: this.#reels.length, frames: 0, files: [] };
    this.#reels.push(reel);
    return reel;
  }
}
