import type { Problem } from '../../base/failure.js';
import { captureProblem } from '../fault.js';

/** What a pcapng reader had to skip, counted; each kind becomes one problem. */
export class PcapngLosses {
  /** packets that name an interface which their section does not describe */
  unknownInterface = 0;
  /** simple packet blocks */
  withoutTime = 0;
  /** option lists that broke off */
  brokenOptions = 0;

  /** packets that were not handed out */
  get records(): number {
    return this.unknownInterface;
  }

  problems(file: string): Problem[] {
    const found: Problem[] = [];
    if (this.unknownInterface > 0) {
      found.push(
        captureProblem('CAPTURE-INTERFACE', file, 'warning', {
          ja: `記述のないインターフェースを指すパケット${this.unknownInterface}件を読み飛ばした`,
          en: `${this.unknownInterface} packets name an interface that is not described; they were skipped`,
        }),
      );
    }
    if (this.withoutTime > 0) {
      found.push(
        captureProblem('CAPTURE-NO-TIME', file, 'warning', {
          ja: `時刻を持たないパケット${this.withoutTime}件に、直前の記録の時刻を当てた`,
          en: `${this.withoutTime} packets carry no time; they were given that of the record before them`,
        }),
      );
    }
    if (this.brokenOptions > 0) {
      found.push(
        captureProblem('CAPTURE-OPTION', file, 'warning', {
          ja: `壊れたオプション${this.brokenOptions}件を読み飛ばした`,
          en: `${this.brokenOptions} broken option lists were skipped`,
        }),
      );
    }
    return found;
  }
}
