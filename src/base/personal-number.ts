/**
 * Individual numbers (My Number): twelve digits, the last of which checks the others. A number that is met in text from
 * packets is masked before anybody stores or prints it: what proves a leak must not leak.
 */

const SEPARATOR = '[ \\u3000\\-_.\\u2010-\\u2015\\u2212\\uff0d]';
const DIGIT = '[0-9\\uff10-\\uff19]';
/** twelve digits that stand alone, as one run or as three groups of four as the card prints them */
const CANDIDATE = new RegExp(`(?<!${DIGIT})${DIGIT}{4}(${SEPARATOR}?)${DIGIT}{4}\\1${DIGIT}{4}(?!${DIGIT})`, 'gu');

const MASKED_NUMBER = '************';

/**
 * Whether twelve digits carry the right check digit: 11 - (Σ Pn·Qn mod 11), 0 for remainders 0 and 1, where P1 is the
 * lowest of the first eleven digits, Qn = n + 1 up to n = 6 and n - 5 above (平成26年総務省令第85号 第5条).
 */
export function isPersonalNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  let sum = 0;
  for (let n = 1; n <= 11; n++) sum += Number(digits.charAt(11 - n)) * (n <= 6 ? n + 1 : n - 5);
  const remainder = sum % 11;
  return Number(digits.charAt(11)) === (remainder <= 1 ? 0 : 11 - remainder);
}

/** The text with every individual number in it masked; full-width digits count as digits. */
export function maskPersonalNumbers(text: string): string {
  return text.replace(CANDIDATE, (candidate) => {
    const digits = candidate.normalize('NFKC').replace(/\D/g, '');
    return isPersonalNumber(digits) ? MASKED_NUMBER : candidate;
  });
}
