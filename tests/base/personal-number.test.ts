import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPersonalNumber, maskPersonalNumbers } from '../../src/base/personal-number.js';

/** The check digit worked out the other way round: weights from the left, 6 5 4 3 2 7 6 5 4 3 2. */
function withCheckDigit(eleven: string): string {
  const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(eleven[index]), 0);
  const remainder = sum % 11;
  return `${eleven}${remainder <= 1 ? 0 : 11 - remainder}`;
}

const elevenDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 11 }).map((d) => d.join(''));

describe('individual numbers', () => {
  test('are told by their check digit', () => {
    fc.assert(
      fc.property(elevenDigits, fc.integer({ min: 1, max: 9 }), (eleven, error) => {
        const number = withCheckDigit(eleven);
        expect(isPersonalNumber(number)).toBe(true);
        const wrong = (Number(number[11]) + error) % 10;
        expect(isPersonalNumber(`${eleven}${wrong}`)).toBe(false);
      }),
    );
  });

  test('are masked in any text, also in full width and in groups of four', () => {
    fc.assert(
      fc.property(elevenDigits, (eleven) => {
        const number = withCheckDigit(eleven);
        const wide = number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
        const grouped = number.replace(/(....)(....)(....)/, '$1-$2-$3');
        for (const form of [number, wide, grouped, grouped.replaceAll('-', ' ')]) {
          expect(maskPersonalNumbers(`個人番号${form}.pdf`)).toBe('個人番号************.pdf');
          expect(maskPersonalNumbers(`id_${form}x`)).toBe('id_************x');
        }
      }),
    );
  });

  test('leave other numbers alone: longer ones, wrong ones, times', () => {
    const number = withCheckDigit('12345678901');
    for (const text of [`${number}0`, `9${number}`, '1781485200.070000000', '123456789012', '10.10.16.55'])
      expect(maskPersonalNumbers(text)).toBe(text);
  });
});
