import { jest } from '@jest/globals';

let ahead = 0;

/** Sets on both clocks of this file, the wall's and the one that only runs: what takes an hour is seen in a moment. */
export function moveClock(seconds: number): void {
  ahead += seconds * 1000;
  if (jest.isMockFunction(Date.now)) return;
  const [wall, steady] = [Date.now.bind(Date), performance.now.bind(performance)];
  jest.spyOn(Date, 'now').mockImplementation(() => wall() + ahead);
  jest.spyOn(performance, 'now').mockImplementation(() => steady() + ahead);
}

/** The clocks show what they should again. */
export function returnClock(): void {
  jest.restoreAllMocks();
  ahead = 0;
}
