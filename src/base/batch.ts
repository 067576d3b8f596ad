/** records handed over at a time: small enough that a batch of rows stays in the first-level cache */
export const BATCH_RECORDS = 256;
