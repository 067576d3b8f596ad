/** seconds after which what has not come never will, however busy the machine is */
const PATIENCE = 50;
const LOOK_MILLISECONDS = 10;

/** Waits until something is so: a fixed time would be too long on one machine and too short on another. */
export async function eventually(isSo: () => boolean): Promise<void> {
  // not by the clock that tests set on
  const [began] = process.hrtime();
  while (!isSo()) {
    if (process.hrtime()[0] - began > PATIENCE) throw new Error(`this never came: ${isSo.toString()}`);
    await new Promise((done) => setTimeout(done, LOOK_MILLISECONDS));
  }
}
