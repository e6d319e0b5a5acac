import { maskCitizenId, maskName } from '../../../../contracts/citizen-id.ts';
import { maskPhone, phone } from '../../../../contracts/phone.ts';
import { villageCode } from '../../../../contracts/village.ts';
import type { CellReader, Column, ValuesOf } from '../../cells/column.ts';
import { contractCell, filled, textOf, withoutNote, wordCell, yesNoCell } from '../../cells/readers.ts';
import {
  asOfColumn,
  citizenIdCell,
  citizenIdColumn,
  codeColumn,
  countyCell,
  maybeCodeColumn,
  maybeDateColumn,
  maybeTextColumn,
} from './common-columns.ts';

const wrongPhone = {
  code: 'PHONE_WRONG',
  problem: { zh: '不是手机号码。', en: 'This is not a mobile number.' },
  mend: { zh: '请填写 11 位手机号码，或留空。', en: 'Write its 11 digits, or leave the cell empty.' },
};

const wrongVillage = {
  code: 'VILLAGE_CODE_WRONG',
  problem: { zh: '不是村（居）代码。', en: 'This is no village’s code.' },
  mend: {
    zh: '请填写 12 位统计用区划代码（前 6 位为县），或留空。',
    en: 'Write the 12 digits of its statistical code, the county’s six first, or leave the cell empty.',
  },
};

const nameColumn: Column<string> = {
  zh: ['姓名'],
  en: 'name',
  kind: 'text',
  optional: false,
  read: filled(textOf(50)),
  mask: maskName,
};

const capacityCell = wordCell({
  ABLE: ['普通劳动力', '有'],
  PARTIAL: ['弱劳动力', '半劳动力'],
  LOST: ['丧失劳动力'],
  NONE: ['无劳动力', '无'],
});

/** A record that stands for itself: what undoes a merger. An empty cell says nothing, and so does no column. */
export const mergedIntoNone = 'NONE';
const noneCell = wordCell({ [mergedIntoNone]: ['无'] });

const mergedIntoCell: CellReader<string> = (text) => {
  const none = noneCell(text);
  return 'error' in none ? citizenIdCell(text) : none;
};

export const workerColumns = {
  citizenId: citizenIdColumn,
  name: nameColumn,
  phone: {
    ...maybeCodeColumn(['手机号码', '联系电话'], 'phone', withoutNote(contractCell(phone, wrongPhone))),
    mask: maskPhone,
  },
  homeDivision: codeColumn(['户籍县', '户籍县代码'], 'home_division', countyCell),
  resettlementDivision: maybeCodeColumn(['安置县', '安置县代码'], 'resettlement_division', countyCell),
  /** An empty cell, or no column, leaves the village as it is: not every file has it. */
  homeVillage: maybeCodeColumn(
    ['户籍村代码', '村代码'],
    'home_village',
    contractCell(villageCode, wrongVillage),
  ),
  homeVillageName: maybeTextColumn(['户籍村', '户籍村名称'], 'home_village_name'),
  /** The three dates of the poverty register; all empty for a worker who was never in it. */
  identifiedOn: maybeDateColumn(['识别日期', '建档立卡日期'], 'identified_on'),
  liftedOn: maybeDateColumn(['脱贫日期'], 'lifted_on'),
  endedOn: maybeDateColumn(['停止享受政策日期'], 'ended_on'),
  workCapacity: codeColumn(['劳动能力'], 'work_capacity', capacityCell),
  relocated: codeColumn(['易地搬迁'], 'relocated', yesNoCell),
  /** Two records turned out to be one person: the id of the one that stays. */
  mergedInto: {
    ...maybeCodeColumn(['合并至公民身份号码', '合并至身份证号'], 'merged_into', mergedIntoCell),
    mask: (value: string) => (value === mergedIntoNone ? '无' : maskCitizenId(value)),
  },
  asOf: asOfColumn,
} as const;
export type WorkerRow = ValuesOf<typeof workerColumns>;
