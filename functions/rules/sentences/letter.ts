import type { LineAssessment } from '../../contracts/assessment.ts';
import { sentenceOf } from '../../contracts/reasons.ts';
import type { Sentence } from '../../contracts/scalars.ts';
import { yuan } from '../check.ts';

export type LetterLine = Pick<LineAssessment, 'outcome' | 'amountFen' | 'reasons' | 'clause'> & {
  readonly lineNo: number;
  readonly maskedName: string;
};

export type LetterContent = {
  readonly applicationId: string;
  readonly instrument: Sentence;
  readonly lines: readonly LetterLine[];
  /** What happens next. */
  readonly next: Sentence;
};

/** More lines than this are counted, not told one by one: a letter must fit on a phone. */
const toldOneByOne = 5;

const digits = '零一二三四五六七八九';

/** 六.2 as a person writes it: 通知第六条第2项. */
const clauseName = (clause: string): Sentence => {
  const [part = '', point = ''] = clause.split('.');
  return { zh: `通知第${part}条第${point}项`, en: `notice, part ${digits.indexOf(part)}, point ${point}` };
};

const told = ({ reasons }: LetterLine): Sentence => {
  const sentences = reasons.filter((code) => code !== 'OK').map(sentenceOf);
  return { zh: sentences.map(({ zh }) => zh).join(''), en: sentences.map(({ en }) => en).join(' ') };
};

const resultOf = (line: LetterLine): Sentence => {
  const because = told(line);
  const by = clauseName(line.clause);
  switch (line.outcome) {
    case 'APPROVE': {
      if (line.amountFen === 0)
        return { zh: `符合条件。${because.zh}`, en: `The conditions are met. ${because.en}`.trimEnd() };
      return {
        zh: `可补助 ${yuan(line.amountFen)} 元（${by.zh}）。${because.zh}`,
        en: `${yuan(line.amountFen)} yuan can be paid (${by.en}). ${because.en}`.trimEnd(),
      };
    }
    case 'REJECT':
      return { zh: `不能补助（${by.zh}）：${because.zh}`, en: `Not paid (${by.en}): ${because.en}` };
    case 'REVIEW':
      return {
        zh: `还要请工作人员看一看：${because.zh}`,
        en: `A person will look at it first: ${because.en}`,
      };
    case 'NOT_CONFIGURED':
      return { zh: because.zh, en: because.en };
  }
};

const lineText = (line: LetterLine, isOnly: boolean): Sentence => {
  const result = resultOf(line);
  if (isOnly) return result;
  return {
    zh: `第${line.lineNo}行 ${line.maskedName}：${result.zh}`,
    en: `Line ${line.lineNo}, ${line.maskedName}: ${result.en}`,
  };
};

const count = (lines: readonly LetterLine[], outcome: LetterLine['outcome']): number =>
  lines.filter((line) => line.outcome === outcome).length;

const sumOf = (lines: readonly LetterLine[]): number =>
  lines.reduce((sum, { outcome, amountFen }) => (outcome === 'APPROVE' ? sum + amountFen : sum), 0);

const counted = (lines: readonly LetterLine[]): Sentence => {
  const paid = count(lines, 'APPROVE');
  const refused = count(lines, 'REJECT');
  const open = lines.length - paid - refused;
  const sum = yuan(sumOf(lines));
  return {
    zh: `共 ${lines.length} 人：${paid} 人可补助，计 ${sum} 元；${refused} 人不能补助；${open} 人还要核实。`,
    en: `${lines.length} people: ${paid} can be paid, ${sum} yuan in all; ${refused} are not paid; ${open} are still looked at.`,
  };
};

/**
 * What the last check made of an application, for the person who applied: plain words, no names but masked ones, and
 * short enough to be read on a phone. The clause stands beside every amount and every refusal.
 */
export const letterOf = ({ applicationId, instrument, lines, next }: LetterContent): Sentence => {
  const isOnly = lines.length === 1;
  const shown = lines.slice(0, toldOneByOne).map((line) => lineText(line, isOnly));
  const rest = lines.length - shown.length;
  const body = isOnly ? shown : [counted(lines), ...shown];
  const more: Sentence[] =
    rest > 0 ? [{ zh: `其余 ${rest} 行请在线查看。`, en: `See the other ${rest} lines online.` }] : [];
  const all = [...body, ...more];
  return {
    zh: [`${instrument.zh}申请 ${applicationId}`, ...all.map(({ zh }) => zh), `下一步：${next.zh}`].join(
      '\n',
    ),
    en: [
      `${instrument.en}, application ${applicationId}`,
      ...all.map(({ en }) => en),
      `Next: ${next.en}`,
    ].join('\n'),
  };
};
